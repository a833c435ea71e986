package io.spate.web.live;

import java.time.Instant;

/**
 * How many lines of a second a page is told of: a script may say more than any browser can show,
 * and what else happens must not be lost among it. Safe for threads.
 */
final class LogRate {
    static final int LINES_MAX = 50;

    private long second;
    private int lines;
    private long left;

    /** Whether another line is told; counts those that are not. */
    synchronized boolean admits(Instant at) {
        if (at.getEpochSecond() != second) {
            second = at.getEpochSecond();
            lines = 0;
        }
        boolean told = ++lines <= LINES_MAX;
        left += told ? 0 : 1;
        return told;
    }

    /** How many were not told since this was last asked. */
    synchronized long takeLeft() {
        long taken = left;
        left = 0;
        return taken;
    }
}
