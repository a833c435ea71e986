package io.spate.net;

/**
 * An open byte stream, used by one virtual thread of its loop at a time.
 *
 * <p>Received bytes stand in {@link #buffer} from {@link #position} to {@link #limit}. {@link
 * #fill} adds more behind them, and may move them and replace the array; {@link #consume} drops
 * them from the front.
 */
public interface Connection extends AutoCloseable {

    /**
     * Queues bytes to be sent. They leave in one system call at the end of the loop's turn, that is
     * once the calling thread parks; what does not fit the socket is copied and sent later.
     */
    void write(byte[] source, int offset, int length) throws NetException;

    /**
     * Waits for bytes.
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

    /** Drops received bytes from the front. */
    void consume(int count);

    /** Whether neither side has closed it, as far as is known. */
    boolean isOpen();

    /** When the last queued byte was handed to the operating system. */
    long sentNanos();

    /** When the bytes of the last {@link #fill} were received. */
    long receivedNanos();

    /** What opening it took. */
    Opening opening();

    /** Closes it; closing twice does nothing. */
    @Override
    void close();

    /**
     * What opening a connection took.
     *
     * @param resolveNanos name resolution
     * @param connectNanos TCP connection
     * @param tlsNanos TLS handshake; 0 without TLS
     * @param tlsVersion such as {@code tls1.3}; empty without TLS
     * @param remoteAddress the peer's literal address
     */
    record Opening(
            long resolveNanos,
            long connectNanos,
            long tlsNanos,
            String tlsVersion,
            String remoteAddress) {}
}
