package io.spate.http.h2;

import io.spate.http.h2.hpack.BlockShortener;

/** What the server has said that it takes (RFC 9113, section 6.5.2). */
final class PeerSettings {
    static final int HEADER_TABLE_SIZE = 1;
    static final int ENABLE_PUSH = 2;
    static final int MAX_CONCURRENT_STREAMS = 3;
    static final int INITIAL_WINDOW_SIZE = 4;
    static final int MAX_FRAME_SIZE = 5;
    static final int MAX_HEADER_LIST_SIZE = 6;

    static final int BYTES = 6;
    static final int FIRST_WINDOW_BYTES = 65_535;
    private static final int SMALLEST_FRAME_BYTES_MAX = 16 << 10;
    private static final int LARGEST_FRAME_BYTES_MAX = (1 << 24) - 1;

    /** What is assumed until the server has spoken; the least that the RFC recommends to allow. */
    private static final int FIRST_STREAMS_MAX = 100;

    private int tableBytesMax = BlockShortener.TABLE_BYTES_MAX;
    private int streamsMax = FIRST_STREAMS_MAX;
    private int windowBytes = FIRST_WINDOW_BYTES;
    private int frameBytesMax = SMALLEST_FRAME_BYTES_MAX;

    /** How large the table may be that headers are compressed with. */
    int tableBytesMax() {
        return tableBytesMax;
    }

    /** How many streams may be open. */
    int streamsMax() {
        return streamsMax;
    }

    /** How much of a body may be sent on a new stream. */
    int windowBytes() {
        return windowBytes;
    }

    /** How large the frames sent may be. */
    int frameBytesMax() {
        return frameBytesMax;
    }

    /** Takes note of the first settings, which limit the streams only where they say so. */
    void first() {
        streamsMax = Integer.MAX_VALUE;
    }

    void set(int id, int value) throws Http2Exception {
        switch (id) {
            case HEADER_TABLE_SIZE -> tableBytesMax = value < 0 ? Integer.MAX_VALUE : value;
            case MAX_CONCURRENT_STREAMS -> streamsMax = value < 0 ? Integer.MAX_VALUE : value;
            case INITIAL_WINDOW_SIZE -> {
                if (value < 0) {
                    throw new Http2Exception(ErrorCode.FLOW_CONTROL_ERROR, "bad initial window");
                }
                windowBytes = value;
            }
            case MAX_FRAME_SIZE -> {
                if (value < SMALLEST_FRAME_BYTES_MAX || value > LARGEST_FRAME_BYTES_MAX) {
                    throw new Http2Exception(
                            ErrorCode.PROTOCOL_ERROR, "bad frame size in SETTINGS");
                }
                frameBytesMax = Math.min(value, 1 << 16);
            }
            case ENABLE_PUSH -> {
                if (value != 0) {
                    throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "a server enables push");
                }
            }
            default -> {
                // How long a list of headers may be is a hint; others are extensions.
            }
        }
    }
}
