package io.spate.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Latencies as texts, and the checks that their kinds share. */
final class LatencyText {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(us|ms|s)");
    private static final String FORMS =
            "use none, constant:10ms, lognormal:20ms,0.5 or bimodal:5ms,200ms,0.05";

    private LatencyText() {}

    static Latency parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        int colon = trimmed.indexOf(':');
        String kind = colon < 0 ? trimmed : trimmed.substring(0, colon);
        List<String> values =
                colon < 0 ? List.of() : List.of(trimmed.substring(colon + 1).split(",", -1));
        try {
            return switch (kind) {
                case "none" -> {
                    count(values, 0);
                    yield new Latency.None();
                }
                case "constant" -> {
                    count(values, 1);
                    yield new Latency.Constant(duration(values.get(0)));
                }
                case "lognormal" -> {
                    count(values, 2);
                    yield new Latency.LogNormal(duration(values.get(0)), number(values.get(1)));
                }
                case "bimodal" -> {
                    count(values, 3);
                    yield new Latency.Bimodal(
                            duration(values.get(0)),
                            duration(values.get(1)),
                            number(values.get(2)));
                }
                default -> throw mistake("there is no latency \"" + kind + "\"");
            };
        } catch (InvalidDemoOptionsException e) {
            throw mistake("latency \"" + text + "\": " + e.getMessage() + "; " + FORMS);
        }
    }

    /** The shortest text for a delay, exact to the nanosecond. */
    static String format(Duration delay) {
        long nanos = delay.toNanos();
        String unit = nanos >= 1_000_000_000 ? "s" : nanos >= 1_000_000 ? "ms" : "us";
        int shift = unit.equals("s") ? 9 : unit.equals("ms") ? 6 : 3;
        BigDecimal value = BigDecimal.valueOf(nanos).movePointLeft(shift).stripTrailingZeros();
        return value.toPlainString() + unit;
    }

    static List<String> delayProblems(String name, Duration delay) {
        return delay.isNegative() || delay.compareTo(Latency.MAX) > 0
                ? List.of(name + " is not between 0 and 60s")
                : List.of();
    }

    static void check(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidDemoOptionsException(problems);
        }
    }

    private static void count(List<String> values, int expected) {
        if (values.size() != expected) {
            throw mistake("takes " + expected + " values, not " + values.size());
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw mistake("\"" + text.strip() + "\" is not a duration such as 500us, 20ms or 1.5s");
        }
        int shift =
                switch (matcher.group(2)) {
                    case "us" -> 3;
                    case "ms" -> 6;
                    default -> 9;
                };
        BigDecimal nanos = new BigDecimal(matcher.group(1)).movePointRight(shift);
        return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw mistake("\"" + text.strip() + "\" is not a number");
        }
    }

    private static InvalidDemoOptionsException mistake(String problem) {
        return new InvalidDemoOptionsException(List.of(problem));
    }
}
