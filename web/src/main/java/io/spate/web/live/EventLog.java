package io.spate.web.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last events, for those who listen and those who come back after a lost connection. Safe for
 * threads; whoever adds never waits for whoever listens.
 */
public final class EventLog {
    /** A few minutes' worth. */
    static final int EVENTS_MAX = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Deque<Event> events = new ArrayDeque<>();
    private long latest;
    private boolean closed;

    /**
     * An event.
     *
     * @param id from 1 on, growing by 1
     * @param data JSON in one line
     */
    public record Event(long id, String name, String data) {}

    /** Adds one. */
    public void add(String name, String data) {
        lock.lock();
        try {
            events.addLast(new Event(++latest, name, data));
            if (events.size() > EVENTS_MAX) {
                events.removeFirst();
            }
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The number of the latest one; 0 where there was none. */
    public long latest() {
        lock.lock();
        try {
            return latest;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all that came after one is still there. */
    public boolean holdsAllAfter(long id) {
        lock.lock();
        try {
            return id <= latest && id >= latest - events.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for what comes after one; empty where nothing comes in time, or the log is closed. */
    public List<Event> after(long id, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (latest <= id && !closed && left > 0) {
                left = added.awaitNanos(left);
            }
            return events.stream().filter(it -> it.id > id).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Whether no more will come. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets all who wait go. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
