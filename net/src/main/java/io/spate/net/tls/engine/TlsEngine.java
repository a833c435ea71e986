package io.spate.net.tls.engine;

import javax.net.ssl.SSLException;

/**
 * The client's side of one TLS connection, without the socket.
 *
 * <p>A handshake goes on by turns: what {@link #output} gives is sent, what comes is given to
 * {@link #decrypt}, while {@link #isHandshaking}. Between a call that is answered with {@link
 * Status#NEEDS_ROOM} and the next one, no other engine of the loop may be called.
 */
public abstract sealed class TlsEngine permits JdkEngine, OpenSslEngine {
    /** How large an array must be that takes a record. */
    public static final int PACKET_SIZE = 32 * 1024;

    /** What {@link #encrypt} returns where nothing can be sent any more. */
    public static final int CLOSED = -1;

    /** How many bytes of its source the last call took. */
    int consumed;

    /** How many bytes the last call put into its target. */
    int produced;

    /** What comes after a call of {@link #decrypt}. */
    public enum Status {
        /** Another call, since there may be more in what was received. */
        OK,
        /** More must be received. */
        NEEDS_BYTES,
        /** The target has too little room. */
        NEEDS_ROOM,
        /** {@link #output} has something for the peer. */
        HAS_OUTPUT,
        /** The peer has said that it sends no more. */
        ENDED
    }

    TlsEngine() {}

    /** How many bytes of its source the last call took. */
    public final int consumed() {
        return consumed;
    }

    /** How many bytes the last call of {@link #decrypt} put into its target. */
    public final int produced() {
        return produced;
    }

    /**
     * Takes what was received, and puts into the target what it says.
     *
     * @throws SSLException where the peer breaks the protocol or is not to be trusted
     */
    public abstract Status decrypt(
            byte[] source, int offset, int length, byte[] target, int targetOffset, int room)
            throws SSLException;

    /**
     * Makes one record of the first bytes.
     *
     * @param packet takes it, from its start; of {@link #PACKET_SIZE}
     * @return how long it is, or {@link #CLOSED}
     */
    public abstract int encrypt(byte[] source, int offset, int length, byte[] packet)
            throws SSLException;

    /**
     * Gives what the protocol itself has to say, from the first bytes of a handshake on. To be
     * called until nothing is left.
     *
     * @return how many bytes it put into the packet
     */
    public abstract int output(byte[] packet) throws SSLException;

    /**
     * Says goodbye, or why the handshake failed. To be called until nothing is left.
     *
     * @return how many bytes it put into the packet
     */
    public abstract int goodbye(byte[] packet) throws SSLException;

    /** Whether the handshake, the first or another, is not over yet. */
    public abstract boolean isHandshaking();

    /** Whether neither side has ended it. */
    public abstract boolean isOpen();

    /** Such as {@code tls1.3}. */
    public abstract String version();

    /** What ALPN agreed on; empty for none. */
    public abstract String protocol();

    /** Gives back what the operating system lent. */
    public abstract void close();
}
