package io.spate.report.text;

import io.spate.metrics.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as k6 and Locust write them for people. */
public final class Units {
    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private Units() {}

    /**
     * A time with up to two decimals, never rounded up: {@code 119.08ms}, {@code 1.14s}; from a
     * minute on in whole seconds: {@code 1m30s}, {@code 1h2m3s}.
     */
    public static String nanos(long nanos) {
        return nanos < MINUTE_NANOS ? scaled(nanos, false) : minutes(nanos);
    }

    /** A time with three digits, never rounded up: {@code 3.1ms}, {@code 148ms}. */
    public static String nanosShort(long nanos) {
        return nanos < MINUTE_NANOS ? scaled(nanos, true) : minutes(nanos);
    }

    private static String scaled(long nanos, boolean threeDigits) {
        if (nanos <= 0) {
            return "0s";
        }
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        long unit = nanos < 1_000_000 ? 1_000 : nanos < 1_000_000_000 ? 1_000_000 : 1_000_000_000;
        var name = unit == 1_000 ? "µs" : unit == 1_000_000 ? "ms" : "s";
        long hundredths = nanos / (unit / 100);
        if (threeDigits) {
            hundredths -= hundredths % (hundredths < 1_000 ? 1 : hundredths < 10_000 ? 10 : 100);
        }
        return plain(BigDecimal.valueOf(hundredths, 2)) + name;
    }

    private static String minutes(long nanos) {
        long seconds = nanos / 1_000_000_000;
        var rest = (seconds / 60 % 60) + "m" + (seconds % 60) + "s";
        return seconds < 3600 ? rest : (seconds / 3600) + "h" + rest;
    }

    /** A position in a run: {@code 0m30s}, {@code 1h02m03s}. */
    public static String clock(long nanos) {
        long seconds = Math.max(0, nanos) / 1_000_000_000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%dh%02dm%02ds",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }

    /** Bytes in steps of 1000: {@code 7 B}, {@code 718 B}, {@code 4.9 kB}, {@code 519 kB}. */
    public static String bytes(double bytes) {
        int unit = 0;
        double value = Math.max(0, bytes);
        // From 999.5, which would be shown as 1000.
        while (Math.round(tenths(value)) >= 1000 && unit < BYTES.length - 1) {
            value /= 1000;
            unit++;
        }
        double shown = tenths(value);
        if (shown >= 10) {
            return Math.round(shown) + " " + BYTES[unit];
        }
        return (unit == 0 ? plain(BigDecimal.valueOf(shown)) : String.valueOf(shown))
                + " "
                + BYTES[unit];
    }

    private static double tenths(double value) {
        return Math.floor(value * 10 + 0.5) / 10;
    }

    /** A share with two decimals, never rounded up, so that 100.00% means all. */
    public static String percent(long hits, long total) {
        return total == 0 ? "0.00%" : percent(BigDecimal.valueOf(hits), BigDecimal.valueOf(total));
    }

    /** A share of 0 to 1 with two decimals, never rounded up. */
    public static String percent(double rate) {
        return percent(BigDecimal.valueOf(rate), BigDecimal.ONE);
    }

    private static String percent(BigDecimal hits, BigDecimal total) {
        return hits.movePointRight(2).divide(total, 2, RoundingMode.DOWN).toPlainString() + "%";
    }

    /** A plain number with up to six decimals. */
    public static String number(double value) {
        return plain(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP));
    }

    /** A number per second with one decimal. */
    public static String perSecond(double value) {
        return String.format(Locale.ROOT, "%.1f/s", value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A value in what it contains: milliseconds, bytes or a plain number. */
    public static String shown(Metric.Contains contains, double value) {
        return switch (contains) {
            case TIME -> nanos(Math.round(value * 1e6));
            case DATA -> bytes(value);
            case DEFAULT, DECIMAL -> number(value);
        };
    }

    /** A whole number with its thousands apart: {@code 12,345}. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A number of things with its thousands apart: {@code 12,345 requests}. */
    public static String grouped(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Milliseconds with three digits, never rounded up: {@code 3.1ms}, {@code 148ms}. */
    public static String millisShort(double millis) {
        return nanosShort(Math.round(millis * 1e6));
    }

    /** A number of things: {@code 1 iteration}, {@code 2 iterations}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
