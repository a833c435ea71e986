package io.spate.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30s}, {@code 1m30s}, {@code 500ms}, {@code 1.5s}. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h|d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private Durations() {}

    /**
     * The duration that a text writes; a bare number is seconds.
     *
     * @throws InvalidPlanException where it writes none, or one of more than 292 years
     */
    public static Duration parse(String text) {
        var compact = text.strip().toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(compact).matches()) {
            compact += "s";
        }
        var total = BigDecimal.ZERO;
        var matcher = PART.matcher(compact);
        int end = 0;
        while (matcher.lookingAt()) {
            total = total.add(new BigDecimal(matcher.group(1)).multiply(nanosOf(matcher.group(2))));
            end = matcher.end();
            matcher.region(end, compact.length());
        }
        if (compact.isEmpty() || end < compact.length()) {
            throw new InvalidPlanException(
                    List.of(
                            "\"%s\" is not a duration; write one such as 30s, 1m30s or 500ms"
                                    .formatted(text)));
        }
        if (total.compareTo(NANOS_MAX) > 0) {
            throw new InvalidPlanException(List.of("\"%s\" is too long".formatted(text)));
        }
        return Duration.ofNanos(total.longValue());
    }

    private static BigDecimal nanosOf(String unit) {
        return BigDecimal.valueOf(
                switch (unit) {
                    case "ns" -> 1;
                    case "us", "µs" -> 1_000;
                    case "ms" -> 1_000_000;
                    case "s" -> 1_000_000_000L;
                    case "m" -> 60_000_000_000L;
                    case "h" -> 3_600_000_000_000L;
                    default -> 86_400_000_000_000L;
                });
    }

    /** The text for a duration, such as {@code 1m30s}; {@link #parse} reads it back exactly. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        var seconds = duration.toSecondsPart();
        var nanos = duration.toNanosPart();
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return decimal(BigDecimal.valueOf(nanos, 6)) + "ms";
        }
        var text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        if (seconds > 0 || nanos > 0) {
            var exact = BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9));
            text.append(decimal(exact)).append('s');
        }
        return text.toString();
    }

    /**
     * The text for a duration with every unit below its greatest, as k6 writes them: {@code 1m0s},
     * {@code 1h0m30s}.
     */
    public static String formatFull(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return format(duration);
        }
        var seconds =
                BigDecimal.valueOf(duration.toSecondsPart())
                        .add(BigDecimal.valueOf(duration.toNanosPart(), 9));
        var hours = duration.toHours();
        return (hours > 0 ? hours + "h" : "")
                + duration.toMinutesPart()
                + "m"
                + decimal(seconds)
                + "s";
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }

    private static String decimal(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
