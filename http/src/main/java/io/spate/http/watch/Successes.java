package io.spate.http.watch;

import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * When requests succeeded within a window of time, to the millisecond; for the longest gap between
 * two of them. All event loops mark it; what they marked is complete once they have ended.
 */
public final class Successes {
    private static final long SLOT_NANOS = 1_000_000;
    private static final int SLOTS_MAX = 3_600_000;

    private volatile @Nullable Window window;

    /** A window and which of its milliseconds had a success; loops write the same value or none. */
    private static final class Window {
        private final long startNanos;
        private final boolean[] slots;

        Window(long startNanos, int slots) {
            this.startNanos = startNanos;
            this.slots = new boolean[slots];
        }
    }

    /**
     * Opens the window, in place of an earlier one.
     *
     * @param startNanos its start, on the clock of {@link System#nanoTime}
     * @param lengthNanos how long it is; an hour at most
     */
    public void open(long startNanos, long lengthNanos) {
        long slots = Math.clamp(lengthNanos / SLOT_NANOS, 1, SLOTS_MAX);
        window = new Window(startNanos, (int) slots);
    }

    /** Marks a success at an instant; one outside the window is passed over. */
    public void mark(long nanos) {
        Window open = window;
        if (open != null) {
            long slot = Math.floorDiv(nanos - open.startNanos, SLOT_NANOS);
            if (slot >= 0 && slot < open.slots.length) {
                open.slots[(int) slot] = true;
            }
        }
    }

    /**
     * The longest time without a success, within the window and up to an instant.
     *
     * @param untilNanos where the run ended, if that is before the window's end
     * @return empty where no window was opened
     */
    public OptionalLong longestGapNanos(long untilNanos) {
        Window open = window;
        if (open == null) {
            return OptionalLong.empty();
        }
        long end = Math.ceilDiv(untilNanos - open.startNanos, SLOT_NANOS);
        boolean[] slots = Arrays.copyOf(open.slots, Math.clamp(end, 0, open.slots.length));
        long longest = 0;
        int last = -1;
        for (int i = 0; i <= slots.length; i++) {
            if (i == slots.length || slots[i]) {
                longest = Math.max(longest, i - last - 1L);
                last = i;
            }
        }
        return OptionalLong.of(longest * SLOT_NANOS);
    }
}
