package io.spate.metrics;

/**
 * What is measured: a name with a meaning, as k6 defines them.
 *
 * @param name the metric's name, such as {@code http_req_duration}
 * @param type how values fold into one
 * @param contains what a value stands for
 */
public record Metric(String name, Type type, Contains contains) {

    /** How the values of a metric fold into one aggregate. */
    public enum Type {
        COUNTER,
        GAUGE,
        RATE,
        TREND
    }

    /** What a recorded value stands for. */
    public enum Contains {
        /** A plain number. Recorded as it is. */
        DEFAULT,
        /** A time. Recorded in nanoseconds, shown and compared with thresholds in milliseconds. */
        TIME,
        /** A number of bytes. Recorded as it is. */
        DATA,
        /** A number with fractions, such as a price. Recorded in millionths. */
        DECIMAL
    }

    /** How many recorded units make one that is shown and compared with thresholds. */
    public double unit() {
        return switch (contains) {
            case TIME, DECIMAL -> 1e6;
            case DEFAULT, DATA -> 1;
        };
    }

    /** A counter of plain numbers. */
    public static Metric counter(String name) {
        return new Metric(name, Type.COUNTER, Contains.DEFAULT);
    }

    /** A counter of bytes. */
    public static Metric bytes(String name) {
        return new Metric(name, Type.COUNTER, Contains.DATA);
    }

    /** A trend of times, recorded in nanoseconds. */
    public static Metric time(String name) {
        return new Metric(name, Type.TREND, Contains.TIME);
    }

    /** A rate: the share of values that are not zero. */
    public static Metric rate(String name) {
        return new Metric(name, Type.RATE, Contains.DEFAULT);
    }

    /** A gauge of shares, 0 to 1, recorded in millionths. */
    public static Metric share(String name) {
        return new Metric(name, Type.GAUGE, Contains.DECIMAL);
    }

    /** A gauge of bytes. */
    public static Metric memory(String name) {
        return new Metric(name, Type.GAUGE, Contains.DATA);
    }

    /** A gauge of plain numbers. */
    public static Metric gauge(String name) {
        return new Metric(name, Type.GAUGE, Contains.DEFAULT);
    }
}
