package io.spate.demo;

import io.netty.util.concurrent.Ticker;

/**
 * A queue of background tasks with one worker that takes the same time for each.
 *
 * <p>Nothing is stored per task and no thread works: tasks finish in order and evenly spaced while
 * there are any, so the count of finished ones follows from the clock.
 */
final class TaskQueue {
    /** Tasks that may wait or be in work; one more is refused. */
    static final long DEPTH_MAX = 1_000_000;

    private final Ticker ticker;
    private final double taskNanos;
    private long enqueued;
    private long processed;
    private long refused;
    private double headFinishNanos;

    TaskQueue(Ticker ticker, double tasksPerSecond) {
        this.ticker = ticker;
        this.taskNanos = 1e9 / tasksPerSecond;
    }

    /** Where a task is. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        UNKNOWN
    }

    /** The new task's id, counted from 1; 0 where the queue is full. */
    long enqueue() {
        advance();
        if (enqueued - processed >= DEPTH_MAX) {
            refused++;
            return 0;
        }
        if (enqueued == processed) {
            headFinishNanos = elapsedNanos() + taskNanos;
        }
        return ++enqueued;
    }

    State state(long id) {
        advance();
        if (id < 1 || id > enqueued) {
            return State.UNKNOWN;
        }
        if (id <= processed) {
            return State.DONE;
        }
        return id == processed + 1 ? State.RUNNING : State.QUEUED;
    }

    /** Tasks that wait or are in work. */
    long depth() {
        advance();
        return enqueued - processed;
    }

    long enqueued() {
        return enqueued;
    }

    long processed() {
        advance();
        return processed;
    }

    long refused() {
        return refused;
    }

    private void advance() {
        double late = elapsedNanos() - headFinishNanos;
        long depth = enqueued - processed;
        if (depth == 0 || late < 0) {
            return;
        }
        long finished = Math.min(depth, 1 + (long) (late / taskNanos));
        processed += finished;
        headFinishNanos += finished * taskNanos;
    }

    /** Small from the start, so that it keeps its nanoseconds as a double for three months. */
    private double elapsedNanos() {
        return ticker.nanoTime() - ticker.initialNanoTime();
    }
}
