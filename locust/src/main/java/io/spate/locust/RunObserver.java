package io.spate.locust;

import io.spate.locust.stats.StatsBook;

/** Sees the figures of a run. Called on the loop's thread, which waits for it meanwhile. */
public interface RunObserver {
    /**
     * At the start and after each second.
     *
     * @param users that there are now
     */
    void second(StatsBook book, int users);

    /** After the last user has ended. */
    void ended(StatsBook book);
}
