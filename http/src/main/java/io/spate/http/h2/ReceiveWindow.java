package io.spate.http.h2;

/**
 * How much the server may still send, on a stream or on the whole connection (RFC 9113, section
 * 5.2). Windows are large, so that the load generator is not what limits: most responses need no
 * update at all.
 */
final class ReceiveWindow {
    static final int STREAM_BYTES = 16 << 20;
    static final int CONNECTION_BYTES = 1 << 30;

    private final int bytesMax;
    private int left;
    private int consumed;

    ReceiveWindow(int bytesMax) {
        this.bytesMax = bytesMax;
        left = bytesMax;
    }

    void reset() {
        left = bytesMax;
        consumed = 0;
    }

    /** Takes note of bytes that came; false where they are more than were allowed. */
    boolean received(int count) {
        left -= count;
        return left >= 0;
    }

    /** Takes note of bytes that need no room any more. By how much the window is to be widened. */
    int consumed(int count) {
        consumed += count;
        if (consumed < bytesMax / 2) {
            return 0;
        }
        int update = consumed;
        left += update;
        consumed = 0;
        return update;
    }
}
