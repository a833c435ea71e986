package io.spate.net;

import io.spate.net.failure.NetException;

/**
 * An open byte stream, used by one virtual thread of its loop at a time; while one waits in {@link
 * #fill}, another one may write.
 *
 * <p>Received bytes stand in {@link #buffer} from {@link #position} to {@link #limit}. {@link
 * #fill} adds more behind them, and may move them and replace the array; {@link #consume} drops
 * them from the front.
 */
public interface Connection extends AutoCloseable {

    /**
     * Queues a copy of bytes to be sent. They leave in one system call at the end of the loop's
     * turn, that is once the calling thread parks. Waits without limit while more than 256 KiB are
     * queued; {@link #write(byte[], int, int, long)} can give up.
     */
    default void write(byte[] source, int offset, int length) throws NetException {
        write(source, offset, length, Long.MAX_VALUE);
    }

    /**
     * Queues a copy of bytes to be sent, and waits while more than 256 KiB are queued.
     *
     * @param deadlineNanos when to give up waiting, on the clock of {@link System#nanoTime}
     */
    void write(byte[] source, int offset, int length, long deadlineNanos) throws NetException;

    /**
     * Says whether others are about to write here, too. Then what is written waits for them until
     * the end of the loop's next turn, which comes at once: it leaves in one packet, and not each
     * in one of its own. Nobody is waited for at first.
     */
    default void gather(boolean othersWrite) {}

    /**
     * Waits for bytes. An interrupt of the waiting thread ends it; the thread stays interrupted.
     *
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     * @return how many arrived, or -1 where the peer has closed
     */
    int fill(long deadlineNanos) throws NetException;

    /** The array that holds the received bytes. */
    byte[] buffer();

    /** Where the received bytes start. */
    int position();

    /** Where the received bytes end. */
    int limit();

    /** Drops received bytes from the front; whoever dropped the last one is done with the array. */
    void consume(int count);

    /**
     * Whether neither side has closed it, as far as is known. What is known to have arrived while
     * nobody waited stands in the buffer then.
     */
    boolean isOpen();

    /** When the last queued byte was handed to the operating system. */
    long sentNanos();

    /** When the bytes of the last {@link #fill} were received. */
    long receivedNanos();

    /** How many bytes the network has brought, with what secures them. */
    long bytesIn();

    /** How many bytes the network was given, with what secures them. */
    long bytesOut();

    /** What opening it took. */
    Opening opening();

    /**
     * Closes it; closing twice does nothing. Queued bytes that the socket takes at once are sent.
     */
    @Override
    void close();

    /**
     * What opening a connection took.
     *
     * @param resolveNanos waiting for the addresses of a name; 0 where they were known
     * @param connectNanos TCP connection, and what a proxy takes to connect
     * @param tlsNanos TLS handshake; 0 without TLS
     * @param tlsVersion such as {@code tls1.3}; empty without TLS
     * @param protocol what ALPN (RFC 7301) agreed on, such as {@code h2}; empty for none
     * @param remoteAddress the peer's literal address
     */
    record Opening(
            long resolveNanos,
            long connectNanos,
            long tlsNanos,
            String tlsVersion,
            String protocol,
            String remoteAddress) {}
}
