package io.spate.output.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Fields of a message in the wire format of Protocol Buffers
 * (protobuf.dev/programming-guides/encoding), as far as remote write needs them. Belongs to one
 * thread.
 */
final class ProtoBytes {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void clear() {
        size = 0;
    }

    /** A message within, or bytes. */
    void message(int field, ProtoBytes content) {
        tag(field, LENGTH);
        varint(content.size);
        put(content.bytes, content.size);
    }

    void text(int field, String value) {
        var content = value.getBytes(StandardCharsets.UTF_8);
        tag(field, LENGTH);
        varint(content.length);
        put(content, content.length);
    }

    void number(int field, double value) {
        long bits = Double.doubleToRawLongBits(value);
        tag(field, FIXED64);
        room(Long.BYTES);
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[size++] = (byte) (bits >>> (8 * i));
        }
    }

    /** An int64 or uint64. */
    void whole(int field, long value) {
        tag(field, VARINT);
        varint(value);
    }

    /** A sint32 or sint64. */
    void signed(int field, long value) {
        tag(field, VARINT);
        zigzag(value);
    }

    /** The value of a sint64 in a packed field. */
    void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void tag(int field, int type) {
        varint(((long) field << 3) | type);
    }

    void varint(long value) {
        room(10);
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes[size++] = (byte) ((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    private void put(byte[] content, int length) {
        room(length);
        System.arraycopy(content, 0, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
