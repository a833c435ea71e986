package io.spate.script;

/**
 * A metric of a test that is the share of what is true, such as cache hits; {@link
 * TestBuilder#rate} makes it. Immutable.
 */
public final class Rate {
    private final int number;

    Rate(int number) {
        this.number = number;
    }

    /** Counts one more, true or not. */
    public void add(User user, boolean hit) {
        user.record(number, hit ? 1 : 0);
    }
}
