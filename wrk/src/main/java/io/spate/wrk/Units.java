package io.spate.wrk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Numbers with units as wrk writes and reads them. A number is written in the next unit from 0.85
 * of it on: 850 us are 0.85ms.
 *
 * @param scale how many of a unit make one of the next
 * @param base the smallest unit
 * @param units the others
 */
public record Units(int scale, String base, List<String> units) {
    static final Units MICROS = new Units(1_000, "us", List.of("ms", "s"));
    public static final Units SECONDS = new Units(60, "s", List.of("m", "h"));
    static final Units BYTES = new Units(1_024, "", List.of("K", "M", "G", "T", "P"));
    public static final Units COUNT = new Units(1_000, "", List.of("k", "M", "G", "T", "P"));

    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?)(\\d+)\\s*(\\S{0,2}).*");
    private static final double STEP_UP = 0.85;

    public Units {
        units = List.copyOf(units);
    }

    /** A time in microseconds, up to hours: {@code 635.91us}, {@code 30.00s}, {@code 1.50m}. */
    static String micros(double micros) {
        return micros >= 1e6 ? SECONDS.write(micros / 1e6, 2) : MICROS.write(micros, 2);
    }

    /** The length of a test, without decimals: {@code 30s}, {@code 2m}. */
    static String seconds(double seconds) {
        return SECONDS.write(seconds, 0);
    }

    /** A number of bytes: {@code 17.76G}; whoever prints it adds the B. */
    static String bytes(double bytes) {
        return BYTES.write(bytes, 2);
    }

    /** A number: {@code 56.20k}. */
    static String count(double count) {
        return COUNT.write(count, 2);
    }

    /** As {@code printf} does it: exactly, and half to even. */
    static String decimals(double number, int decimals) {
        if (Double.isNaN(number)) {
            return "-nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private String write(double number, int decimals) {
        double amount = number;
        String unit = base;
        // As in wrk, whose last unit is never reached: seconds after ms, h after m, P after T.
        for (int i = 0; i + 1 < units.size() && amount >= scale * STEP_UP; i++) {
            amount /= scale;
            unit = units.get(i);
        }
        return decimals(amount, decimals) + unit;
    }

    /**
     * What a text such as {@code 1k} or {@code 2m} says; empty where wrk does not take it. A number
     * below 0 comes out as it is, where wrk takes it for a very great one.
     */
    public OptionalLong read(String text) {
        var parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        long factor = factor(parts.group(3).toLowerCase(Locale.ROOT));
        if (factor == 0 || parts.group(2).length() > 18) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(parts.group(1) + parts.group(2));
        try {
            return OptionalLong.of(Math.multiplyExact(number, factor));
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }

    private long factor(String unit) {
        if (unit.isEmpty() || unit.equals(base)) {
            return 1;
        }
        long factor = 1;
        for (String each : units) {
            factor *= scale;
            if (each.toLowerCase(Locale.ROOT).equals(unit)) {
                return factor;
            }
        }
        return 0;
    }
}
