package io.spate.http.websocket;

import io.spate.http.wire.ByteWriter;

/** Writes frames as clients send them: whole messages, masked (RFC 6455, section 5). */
final class FrameWriter {
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private FrameWriter() {}

    /** Adds a frame that is a whole message, or a control frame. */
    static void write(ByteWriter out, int opcode, byte[] payload, int mask) {
        int length = payload.length;
        out.put((char) (FIN | opcode));
        if (length < LENGTH_16) {
            out.put((char) (MASKED | length));
        } else if (length < 1 << 16) {
            out.put((char) (MASKED | LENGTH_16)).put((char) (length >> 8)).put((char) length);
        } else {
            out.put((char) (MASKED | LENGTH_64));
            putInt(out, 0);
            putInt(out, length);
        }
        putInt(out, mask);
        int start = out.length();
        out.put(payload);
        mask(out.array(), start, length, mask);
    }

    private static void putInt(ByteWriter out, int value) {
        out.put((char) (value >>> 24))
                .put((char) (value >>> 16))
                .put((char) (value >>> 8))
                .put((char) value);
    }

    /** Masks bytes, or takes the mask away again. */
    static void mask(byte[] bytes, int offset, int length, int mask) {
        for (int i = 0; i < length; i++) {
            bytes[offset + i] ^= (byte) (mask >>> (24 - 8 * (i & 3)));
        }
    }
}
