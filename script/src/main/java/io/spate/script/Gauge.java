package io.spate.script;

/**
 * A metric of a test that has a level, such as the length of a queue; {@link TestBuilder#gauge}
 * makes it. Its last, least and greatest value are kept. Immutable.
 */
public final class Gauge {
    private final int number;

    Gauge(int number) {
        this.number = number;
    }

    /** Says what the level is now; six places after the point are kept. */
    public void set(User user, double level) {
        user.record(number, Math.round(level * Trend.MILLIONTHS));
    }
}
