package io.spate.output.delivery;

import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what waits in an outbox to where it belongs, one step at a time: what to do now, and how
 * long until there is something to do again. Knows no clock and no thread. What may pass is tried
 * again, later and later; what will not is counted as lost. When sending begins to fail that is
 * told once, and once when it works again.
 */
final class Courier<T extends Freight<T>, P> {
    /** There is nothing to do until something comes. */
    static final long IDLE = Long.MAX_VALUE;

    /** There is nothing left to do for good. */
    static final long DONE = -1;

    /**
     * How often a parcel is tried before it is lost, so that a bad one does not stop the others.
     */
    static final int ATTEMPTS_MAX = 20;

    /** How often it is told that sending fails and works again; then that is only counted. */
    static final int EPISODES_MAX = 5;

    /** While it ends there is little time left, and nothing to be gained by sparing it. */
    private static final long LAST_WAIT_NANOS_MAX = 1_000_000_000L;

    private final String name;
    private final Outbox<T> outbox;
    private final Carrier<T, P> carrier;
    private final Backoff backoff;
    private final Consumer<String> messages;
    private final Deque<Parcel<P>> parcels = new ArrayDeque<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong inHand = new AtomicLong();
    private volatile String failure = "";
    private volatile @Nullable RunResult ended;
    private boolean prepared;
    private boolean rested;
    private boolean hurried;
    private boolean failing;
    private int failures;
    private int episodes;
    private long dueNanos;

    Courier(
            String name,
            Outbox<T> outbox,
            Carrier<T, P> carrier,
            Backoff backoff,
            Consumer<String> messages) {
        this.name = name;
        this.outbox = outbox;
        this.carrier = carrier;
        this.backoff = backoff;
        this.messages = messages;
    }

    /** Says that nothing more will come. May be called by any thread. */
    void end(RunResult result) {
        ended = result;
    }

    /**
     * Does what is to be done now.
     *
     * @return nanoseconds until the next step, 0 for at once; or {@link #IDLE}, or {@link #DONE}
     */
    long step(long nowNanos) throws InterruptedException {
        var wasEnded = ended != null;
        if (wasEnded && !hurried) {
            hurried = true;
            dueNanos = Math.min(dueNanos, nowNanos + LAST_WAIT_NANOS_MAX);
        }
        if (failures > 0 && dueNanos - nowNanos > 0) {
            return dueNanos - nowNanos;
        }
        if (parcels.isEmpty() && !load()) {
            return wasEnded ? DONE : IDLE;
        }
        var parcel = parcels.peek();
        try {
            if (!prepared) {
                carrier.prepare();
                prepared = true;
            }
            if (parcel != null) {
                carrier.send(parcel.load());
                sent.addAndGet(parcel.points());
                remove(parcel);
                succeeded();
            }
            return 0;
        } catch (SendException e) {
            return failed(nowNanos, e);
        }
    }

    /** Encodes the next item; whether there was one, or something is left after the last. */
    private boolean load() {
        var next = outbox.poll();
        if (next.isPresent()) {
            add(carrier.encode(next.get()));
            return true;
        }
        var result = ended;
        if (result != null && !rested && outbox.isEmpty()) {
            rested = true;
            add(carrier.rest(result));
            return !parcels.isEmpty();
        }
        return false;
    }

    private void add(Iterable<Parcel<P>> more) {
        for (var parcel : more) {
            parcels.add(parcel);
            inHand.addAndGet(parcel.points());
        }
    }

    private void remove(Parcel<P> parcel) {
        parcels.remove();
        inHand.addAndGet(-parcel.points());
    }

    private void succeeded() {
        failures = 0;
        if (failing) {
            failing = false;
            if (episodes <= EPISODES_MAX) {
                messages.accept(name + " works again");
            }
        }
    }

    private long failed(long nowNanos, SendException e) {
        failures++;
        failure = e.reason();
        boolean lost = prepared && (!e.isPassing() || failures >= ATTEMPTS_MAX);
        tell(e, lost);
        if (lost) {
            var parcel = parcels.element();
            long taken = Math.max(0, parcel.points() - e.refused());
            sent.addAndGet(taken);
            refused.addAndGet(parcel.points() - taken);
            remove(parcel);
            failures = 0;
            return 0;
        }
        long wait =
                e.isPassing()
                        ? Math.max(backoff.nanos(failures), e.retryAfter().toNanos())
                        : backoff.longest().toNanos();
        wait = ended != null ? Math.min(wait, LAST_WAIT_NANOS_MAX) : wait;
        dueNanos = nowNanos + wait;
        return wait;
    }

    private void tell(SendException e, boolean lost) {
        if (failing) {
            return;
        }
        failing = true;
        episodes++;
        if (episodes <= EPISODES_MAX) {
            messages.accept(
                    "%s: %s. The run goes on; %s%s"
                            .formatted(
                                    name,
                                    e.reason(),
                                    lost
                                            ? "what it does not take is counted"
                                            : "what is measured waits and is sent again",
                                    episodes == EPISODES_MAX
                                            ? ". That it fails is not told any more"
                                            : ""));
        }
    }

    /** What has become of everything so far. May be called by any thread. */
    Delivered delivered() {
        return new Delivered(
                name, sent.get(), refused.get() + outbox.dropped(), outbox.merged(), failure);
    }

    /** Tells of a fault of our own, after which nothing more is sent. */
    void broken(RuntimeException e) {
        failure = "a fault in Spate: " + e;
        messages.accept("%s: %s. It is left out from now on".formatted(name, failure));
    }

    /** Counts what is left as lost. */
    Delivered abandoned() {
        outbox.clear();
        return delivered().losing(inHand.get());
    }
}
