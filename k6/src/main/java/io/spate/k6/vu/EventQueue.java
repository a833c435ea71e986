package io.spate.k6.vu;

import io.spate.metrics.Ticker;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a user's script waits for: timers, and answers that come later. The user's thread runs what
 * is due once the script's own code has ended, until nothing is left.
 *
 * <p>Answers may come from other virtual threads of the same loop; all else belongs to the user's
 * thread.
 */
public final class EventQueue {
    /** More than any script waits for at once. */
    private static final int LIMIT = 100_000;

    private final Ticker ticker;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Set<Long> live = new HashSet<>();
    private final Queue<Runnable> completed = new ArrayDeque<>();
    private final Set<Feed> feeds = new HashSet<>();
    private long number;
    private int pending;
    private int generation;
    private @Nullable Thread waiting;

    /** An empty queue on a clock. */
    public EventQueue(Ticker ticker) {
        this.ticker = ticker;
    }

    private record Timer(long dueNanos, long number, long periodNanos, Runnable task)
            implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(dueNanos, other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** Waits until an instant or until woken. */
    @FunctionalInterface
    public interface Waiter {
        /**
         * Waits.
         *
         * @param untilNanos {@link Long#MAX_VALUE} for no end
         */
        void await(long untilNanos);
    }

    /**
     * Has something done later.
     *
     * @param repeated whether again and again
     * @return its number, from 1
     */
    public long schedule(long delayNanos, boolean repeated, Runnable task) {
        checkRoom();
        number++;
        long delay = Math.max(0, delayNanos);
        timers.add(
                new Timer(
                        ticker.nanoTime() + delay,
                        number,
                        repeated ? Math.max(delay, 1_000_000) : 0,
                        task));
        live.add(number);
        return number;
    }

    /** Has a timer's task not done, or not again. */
    public void cancel(long timer) {
        if (live.remove(timer)) {
            timers.removeIf(it -> it.number == timer);
        }
    }

    /**
     * Says that an answer will come.
     *
     * @return takes what is to be done about it on the user's thread, once; what comes after {@link
     *     #clear} is dropped
     */
    public Consumer<Runnable> expect() {
        checkRoom();
        pending++;
        int expected = generation;
        return task ->
                add(
                        expected,
                        () -> {
                            pending--;
                            task.run();
                        });
    }

    /**
     * Says that events will come, any number of them, until their source says that it has ended.
     *
     * @param dropped run where {@link #clear} drops the source
     */
    public Feed open(Runnable dropped) {
        checkRoom();
        pending++;
        var feed = new Feed(dropped);
        feeds.add(feed);
        return feed;
    }

    /** A source of events. Belongs to the loop of the user's thread. */
    public final class Feed {
        private final Runnable dropped;
        private final int expected = generation;

        Feed(Runnable dropped) {
            this.dropped = dropped;
        }

        /** Has something done on the user's thread, behind what was posted before. */
        public void post(Runnable task) {
            add(expected, task);
        }

        /** How many events wait. */
        public int waiting() {
            return completed.size();
        }

        /** Says that nothing follows; once. */
        public void end() {
            add(
                    expected,
                    () -> {
                        pending--;
                        feeds.remove(this);
                    });
        }
    }

    private void add(int expected, Runnable task) {
        if (expected != generation) {
            return;
        }
        completed.add(task);
        var thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    private void checkRoom() {
        if (timers.size() + pending >= LIMIT) {
            throw new IllegalStateException(
                    "a script may wait for %d timers and answers at once".formatted(LIMIT));
        }
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return timers.isEmpty() && pending == 0;
    }

    /** Drops all that is left. */
    public void clear() {
        timers.clear();
        live.clear();
        completed.clear();
        pending = 0;
        generation++;
        var sources = List.copyOf(feeds);
        feeds.clear();
        sources.forEach(it -> it.dropped.run());
    }

    /** Does all that is due and waits for the rest, until nothing is left. */
    public void drain(Waiter waiter) {
        while (!isEmpty()) {
            var answer = completed.poll();
            if (answer != null) {
                answer.run();
                continue;
            }
            var next = timers.peek();
            if (next != null && next.dueNanos <= ticker.nanoTime()) {
                fire(timers.remove());
                continue;
            }
            waiting = Thread.currentThread();
            try {
                waiter.await(next == null ? Long.MAX_VALUE : next.dueNanos);
            } finally {
                waiting = null;
            }
        }
    }

    private void fire(Timer timer) {
        if (timer.periodNanos > 0) {
            timers.add(
                    new Timer(
                            ticker.nanoTime() + timer.periodNanos,
                            timer.number,
                            timer.periodNanos,
                            timer.task));
        } else {
            live.remove(timer.number);
        }
        timer.task.run();
    }
}
