package io.spate.k6.vu;

import java.util.concurrent.atomic.AtomicLong;

/** What the users of a run count together. For any thread. */
public final class Counters {
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong interrupted = new AtomicLong();
    private final AtomicLong active = new AtomicLong();
    private final AtomicLong made = new AtomicLong();

    /** Iterations that have come to their end. */
    public AtomicLong completed() {
        return completed;
    }

    /** Iterations that were cut off. */
    public AtomicLong interrupted() {
        return interrupted;
    }

    /** Users that take part in a scenario now. */
    public AtomicLong active() {
        return active;
    }

    /** Users that have been made. */
    public AtomicLong made() {
        return made;
    }
}
