package io.spate.output.text;

import io.spate.metrics.Metric;

/** Values as decimal numbers: recorded ones exactly and without objects. */
public final class Decimals {
    private static final int DIGITS = 6;
    private static final long MILLION = 1_000_000;
    private static final double WHOLE_MAX = 1e15;

    private Decimals() {}

    /** As short as it is exact: {@code 459.865729}, {@code 3}. */
    public static void shortest(StringBuilder into, Metric metric, long value) {
        if (metric.unit() == 1) {
            into.append(value);
        } else {
            millionths(into, value);
            int end = into.length();
            while (into.charAt(end - 1) == '0') {
                end--;
            }
            into.setLength(into.charAt(end - 1) == '.' ? end - 1 : end);
        }
    }

    /** With six decimals: {@code 3.000000}. */
    public static void sixDecimals(StringBuilder into, Metric metric, long value) {
        if (metric.unit() == 1) {
            into.append(value).append(".000000");
        } else {
            millionths(into, value);
        }
    }

    /** As short as it is exact, and whole numbers without a point: {@code 0.1}, {@code 3}. */
    public static String shortest(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE_MAX;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static void millionths(StringBuilder into, long value) {
        if (value < 0) {
            into.append('-');
        }
        into.append(Math.abs(value / MILLION)).append('.');
        padded(into, Math.abs(value % MILLION), DIGITS);
    }

    /** A number from 0 with leading zeros. */
    public static void padded(StringBuilder into, long number, int digits) {
        long power = 1;
        for (int i = 1; i < digits; i++) {
            power *= 10;
        }
        for (long rest = number; power > 0; power /= 10) {
            into.append((char) ('0' + rest / power));
            rest %= power;
        }
    }
}
