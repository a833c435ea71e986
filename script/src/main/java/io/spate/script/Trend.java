package io.spate.script;

import java.time.Duration;

/**
 * A metric of a test with a distribution: mean, percentiles, least and greatest value. {@link
 * TestBuilder#trend} makes it for numbers such as prices, {@link TestBuilder#timeTrend} for times.
 * Immutable.
 */
public final class Trend {
    /** Numbers are recorded in millionths; times in nanoseconds, which are millionths of a ms. */
    static final double MILLIONTHS = 1e6;

    private final int number;

    Trend(int number) {
        this.number = number;
    }

    /**
     * Adds a value; of a time, in milliseconds. Six places after the point are kept, and three
     * significant digits of percentiles. Times below 0 count as 0.
     */
    public void add(User user, double value) {
        user.record(number, Math.round(value * MILLIONTHS));
    }

    /** Adds a time. */
    public void add(User user, Duration time) {
        user.record(number, time.toNanos());
    }
}
