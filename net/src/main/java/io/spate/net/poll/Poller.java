package io.spate.net.poll;

import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;

/**
 * A way to the operating system's sockets. Belongs to one loop: all methods but {@link #wake} are
 * called on its thread or by the virtual threads mounted there.
 *
 * <p>After a report of {@link #READABLE} there need not be another before {@link
 * PolledSocket#receive} has returned less than it was given room for, and the same holds for {@link
 * #WRITABLE} and {@link PolledSocket#send}.
 */
public interface Poller extends AutoCloseable {
    /** Bytes, an end or an error can be received. */
    int READABLE = 1;

    /** More can be sent, or a connection attempt has ended. */
    int WRITABLE = 2;

    /** The peer sends no more. */
    int PEER_CLOSED = 4;

    /** Milliseconds, rounded up so that nothing wakes early to spin; negative is without limit. */
    static int toMillis(long nanos) {
        return nanos < 0 ? -1 : (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(nanos, 1_000_000));
    }

    /** Called once, on the loop's thread, before the first poll. */
    void attach();

    /**
     * Starts to connect a socket. Its handler hears {@link #WRITABLE} when the attempt has ended.
     *
     * @throws NetException when the attempt fails at once
     */
    PolledSocket open(Destination to, Handler handler) throws NetException;

    /**
     * Waits for sockets and tells their handlers.
     *
     * @param timeoutNanos how long at most; negative for without limit
     */
    void poll(long timeoutNanos);

    /** Ends a {@link #poll} that waits, or the next one. Any thread. */
    void wake();

    /** Closes what it holds, sockets included. */
    @Override
    void close();

    /** Hears of a socket's readiness. */
    @FunctionalInterface
    interface Handler {
        /** Handles a set of {@link #READABLE}, {@link #WRITABLE} and {@link #PEER_CLOSED}. */
        void ready(int events);
    }
}
