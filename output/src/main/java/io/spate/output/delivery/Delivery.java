package io.spate.output.delivery;

import io.spate.metrics.Ticker;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A thread that sends what it is given, in the order in which it is given. Whoever gives goes on at
 * once, whatever becomes of it.
 *
 * @param <T> what it is given
 */
public final class Delivery<T extends Freight<T>> {
    /** How long a thread may take to notice that it is over. */
    private static final long PATIENCE_MILLIS = 500;

    private final Outbox<T> outbox;
    private final Courier<T, ?> courier;
    private final Carrier<T, ?> carrier;
    private final Ticker ticker;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean news;

    /**
     * Begins.
     *
     * @param name as people should see it, without secrets
     * @param messages told when sending begins to fail and when it works again; by the thread
     */
    public static <T extends Freight<T>> Delivery<T> start(
            String name, Carrier<T, ?> carrier, Ticker ticker, Consumer<String> messages) {
        return start(name, carrier, new Outbox<>(), Backoff.standard(), ticker, messages);
    }

    static <T extends Freight<T>> Delivery<T> start(
            String name,
            Carrier<T, ?> carrier,
            Outbox<T> outbox,
            Backoff backoff,
            Ticker ticker,
            Consumer<String> messages) {
        var delivery =
                new Delivery<T>(
                        name,
                        outbox,
                        new Courier<>(name, outbox, carrier, backoff, messages),
                        carrier,
                        ticker);
        delivery.thread.start();
        return delivery;
    }

    private Delivery(
            String name,
            Outbox<T> outbox,
            Courier<T, ?> courier,
            Carrier<T, ?> carrier,
            Ticker ticker) {
        this.outbox = outbox;
        this.courier = courier;
        this.carrier = carrier;
        this.ticker = ticker;
        this.thread = Thread.ofPlatform().daemon().name("output " + name).unstarted(this::run);
    }

    /** Hands over what is to be sent. Returns at once. */
    public void offer(T item) {
        outbox.add(item);
        signal();
    }

    /** Says that nothing more comes. Returns at once; {@link #await} waits. */
    public void end(RunResult result) {
        courier.end(result);
        signal();
    }

    /**
     * Waits until all is sent, at most until an instant; what is not sent by then is lost.
     *
     * @param deadlineNanos of the ticker
     */
    public Delivered await(long deadlineNanos) {
        try {
            long left = deadlineNanos - ticker.nanoTime();
            if (left > 0) {
                thread.join(1 + TimeUnit.NANOSECONDS.toMillis(left));
            }
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        return courier.abandoned();
    }

    private void signal() {
        lock.lock();
        try {
            news = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (long wait = 0; wait != Courier.DONE; wait = courier.step(ticker.nanoTime())) {
                pause(wait);
            }
        } catch (InterruptedException _) {
            // The time to send what is left is over.
        } catch (RuntimeException e) {
            courier.broken(e);
        } finally {
            carrier.close();
        }
    }

    /** Waits for so long, or until there is news. */
    private void pause(long nanos) throws InterruptedException {
        lock.lock();
        try {
            for (long left = nanos; left > 0 && !news; ) {
                left = changed.awaitNanos(left);
            }
            news = false;
        } finally {
            lock.unlock();
        }
    }
}
