package io.spate.net.poll;

import io.spate.net.failure.NetException;

/** A non-blocking socket of a {@link Poller}, used as that one says. */
public interface PolledSocket {
    /** The peer has sent its last byte. */
    int END = -1;

    /** Nothing can be received or sent now. */
    int WOULD_BLOCK = -2;

    /** The connection is broken. */
    int BROKEN = -3;

    /** Whether it is connected; some are before {@link Poller#open} returns. */
    boolean isConnected();

    /**
     * Ends a connection attempt, after {@link Poller#WRITABLE}.
     *
     * @throws NetException when the attempt has failed
     */
    void finishConnect() throws NetException;

    /** Receives into an array: how many bytes, or {@link #END}, {@link #WOULD_BLOCK}, ... */
    int receive(byte[] target, int offset, int length);

    /**
     * Sends from an array: how many bytes were taken to be sent, or {@link #WOULD_BLOCK}, {@link
     * #BROKEN}.
     */
    int send(byte[] source, int offset, int length);

    /** Closes it. Its handler hears no more of it. */
    void close();
}
