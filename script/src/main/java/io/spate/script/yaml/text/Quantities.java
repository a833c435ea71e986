package io.spate.script.yaml.text;

import io.spate.plan.Durations;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them: {@code 10K}, {@code 100/s}, {@code 0.5%}, {@code 250ms}. */
public final class Quantities {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9][0-9_]*");
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)([kKmM]?)");
    private static final Pattern RATE =
            Pattern.compile(NUMBER.pattern() + "(?:\\s*(?:req)?/\\s*(s|sec|m|min|h))?");
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*%?");
    private static final Pattern BARE = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private Quantities() {}

    /** A whole number that fits 32 bits. */
    public static int whole(String text) {
        long number = wholeLong(text);
        if (number != (int) number) {
            throw new IllegalArgumentException("\"%s\" is too large".formatted(text));
        }
        return (int) number;
    }

    /** A whole number; underscores may part its digits. */
    public static long wholeLong(String text) {
        if (!WHOLE.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("\"%s\" is not a whole number".formatted(text));
        }
        try {
            return Long.parseLong(text.strip().replace("_", ""));
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("\"%s\" is too large".formatted(text));
        }
    }

    /** A number, which may end in K for thousands or M for millions. */
    public static BigDecimal number(String text) {
        var matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is not a number".formatted(text));
        }
        return scaled(matcher);
    }

    /** A rate per second: {@code 100}, {@code 100/s}, {@code 600/m}, {@code 10K/s}. */
    public static double perSecond(String text) {
        var matcher = RATE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a number, nor a rate such as 100/s or 600/m".formatted(text));
        }
        var unit = matcher.group(3);
        double seconds =
                switch (unit == null ? "s" : unit) {
                    case "m", "min" -> 60;
                    case "h" -> 3600;
                    default -> 1;
                };
        return scaled(matcher).doubleValue() / seconds;
    }

    /** A share from 0 to 1, written in percent: {@code 0.5}, {@code 0.5%}. */
    public static BigDecimal share(String text) {
        var matcher = PERCENT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a percentage such as 0.5%%".formatted(text));
        }
        var share = new BigDecimal(matcher.group(1)).movePointLeft(2);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("\"%s\" is more than 100%%".formatted(text));
        }
        return share;
    }

    /** Milliseconds: a bare number is just these, {@code 1s} and {@code 250ms} have their units. */
    public static BigDecimal millis(String text) {
        if (BARE.matcher(text.strip()).matches()) {
            return new BigDecimal(text.strip());
        }
        return BigDecimal.valueOf(Durations.parse(text).toNanos(), 6);
    }

    private static BigDecimal scaled(Matcher matcher) {
        var number = new BigDecimal(matcher.group(1).replace("_", ""));
        return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> number.movePointRight(3);
            case "m" -> number.movePointRight(6);
            default -> number;
        };
    }
}
