package io.spate.net;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tasks by their due time; equal times in the order they were added. Used by one thread.
 *
 * <p>A heap of four children a node, its keys in an array of their own. A timer wheel adds in
 * constant time, but rounds to its tick, and a tick fine enough for 0.1 ms has to be walked when
 * nothing is due. Here the next due time is exact and known at once, adding is constant on average,
 * and taking the first of 100,000 compares along nine levels. A cancelled task stays as a tombstone
 * until it is due or until tombstones are more than half.
 */
final class TimerQueue {
    private static final int CHILDREN = 4;
    private static final int SMALLEST = 64;

    private long[] dues = new long[SMALLEST];
    private @Nullable Entry[] entries = new @Nullable Entry[SMALLEST];
    private int size;
    private int tombstones;
    private long added;

    /** Adds a task. */
    EventLoop.Timer add(long dueNanos, Runnable task) {
        if (size == dues.length) {
            dues = Arrays.copyOf(dues, size * 2);
            entries = Arrays.copyOf(entries, size * 2);
        }
        Entry entry = new Entry(dueNanos, added++, task);
        siftUp(size++, entry);
        return entry;
    }

    /** When the first task is due; {@link Long#MAX_VALUE} where there is none. */
    long nextDueNanos() {
        return size == 0 ? Long.MAX_VALUE : dues[0];
    }

    /** How many places are taken, tombstones included. */
    int size() {
        return size;
    }

    /** How many tasks wait. */
    int waiting() {
        return size - tombstones;
    }

    /** Takes the first task that is due; null where none is. */
    @Nullable Runnable takeDue(long nowNanos) {
        while (size > 0 && dues[0] <= nowNanos) {
            Runnable task = removeFirst().take();
            if (task != null) {
                return task;
            }
            tombstones--;
        }
        return null;
    }

    /** Shows every task that waits. The queue must not be changed meanwhile. */
    void forEach(Consumer<Runnable> action) {
        for (int i = 0; i < size; i++) {
            Runnable task = at(i).task;
            if (task != null) {
                action.accept(task);
            }
        }
    }

    private Entry removeFirst() {
        Entry first = at(0);
        Entry last = at(--size);
        entries[size] = null;
        if (size > 0) {
            siftDown(0, last);
        }
        return first;
    }

    private void siftUp(int from, Entry entry) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / CHILDREN;
            if (!entry.isBefore(dues[parent], at(parent))) {
                break;
            }
            put(index, at(parent));
            index = parent;
        }
        put(index, entry);
    }

    private void siftDown(int from, Entry entry) {
        int index = from;
        while (true) {
            int child = index * CHILDREN + 1;
            if (child >= size) {
                break;
            }
            int first = firstOf(child, Math.min(child + CHILDREN, size));
            if (!at(first).isBefore(entry.dueNanos, entry)) {
                break;
            }
            put(index, at(first));
            index = first;
        }
        put(index, entry);
    }

    private int firstOf(int from, int to) {
        int first = from;
        for (int i = from + 1; i < to; i++) {
            if (dues[i] < dues[first]
                    || (dues[i] == dues[first] && at(i).order < at(first).order)) {
                first = i;
            }
        }
        return first;
    }

    private void put(int index, Entry entry) {
        dues[index] = entry.dueNanos;
        entries[index] = entry;
    }

    private Entry at(int index) {
        Entry entry = entries[index];
        assert entry != null;
        return entry;
    }

    private void buried() {
        tombstones++;
        if (size > SMALLEST && tombstones > size / 2) {
            compact();
        }
    }

    private void compact() {
        int end = size;
        size = 0;
        tombstones = 0;
        for (int i = 0; i < end; i++) {
            Entry entry = at(i);
            if (entry.task != null) {
                siftUp(size++, entry);
            }
        }
        Arrays.fill(entries, size, end, null);
    }

    private final class Entry implements EventLoop.Timer {
        private final long dueNanos;
        private final long order;
        private @Nullable Runnable task;

        Entry(long dueNanos, long order, Runnable task) {
            this.dueNanos = dueNanos;
            this.order = order;
            this.task = task;
        }

        boolean isBefore(long otherDueNanos, Entry other) {
            return dueNanos < otherDueNanos || (dueNanos == otherDueNanos && order < other.order);
        }

        @Nullable Runnable take() {
            Runnable taken = task;
            task = null;
            return taken;
        }

        @Override
        public void cancel() {
            if (take() != null) {
                buried();
            }
        }
    }
}
