package io.spate.script;

/** A metric of a test that counts; {@link TestBuilder#counter} makes it. Immutable. */
public final class Counter {
    private final int number;

    Counter(int number) {
        this.number = number;
    }

    /** Adds to the count. */
    public void add(User user, long count) {
        user.record(number, count);
    }
}
