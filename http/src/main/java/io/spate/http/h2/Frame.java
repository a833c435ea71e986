package io.spate.http.h2;

import io.spate.http.wire.ByteWriter;

/** Types, flags and layout of frames (RFC 9113, section 4 and 6). */
final class Frame {
    static final int HEADER_BYTES = 9;

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 0x1;
    static final int ACK = 0x1;
    static final int END_HEADERS = 0x4;
    static final int PADDED = 0x8;
    static final int PRIORITIZED = 0x20;

    private Frame() {}

    static void putHeader(ByteWriter out, int length, int type, int flags, int stream) {
        out.put((char) ((length >>> 16) & 0xff))
                .put((char) ((length >>> 8) & 0xff))
                .put((char) (length & 0xff))
                .put((char) type)
                .put((char) flags);
        putInt(out, stream);
    }

    static void putInt(ByteWriter out, int value) {
        out.put((char) (value >>> 24))
                .put((char) ((value >>> 16) & 0xff))
                .put((char) ((value >>> 8) & 0xff))
                .put((char) (value & 0xff));
    }

    static void putSetting(ByteWriter out, int id, int value) {
        out.put((char) 0).put((char) id);
        putInt(out, value);
    }

    static void putReset(ByteWriter out, int stream, ErrorCode code) {
        putHeader(out, 4, RST_STREAM, 0, stream);
        putInt(out, code.number());
    }

    static void putWindowUpdate(ByteWriter out, int stream, int bytes) {
        putHeader(out, 4, WINDOW_UPDATE, 0, stream);
        putInt(out, bytes);
    }

    static int length(byte[] in, int at) {
        return ((in[at] & 0xff) << 16) | ((in[at + 1] & 0xff) << 8) | (in[at + 2] & 0xff);
    }

    static int getInt(byte[] in, int at) {
        return (in[at] << 24)
                | ((in[at + 1] & 0xff) << 16)
                | ((in[at + 2] & 0xff) << 8)
                | (in[at + 3] & 0xff);
    }
}
