package io.spate.output.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Fields of a message in the wire format of Protocol Buffers
 * (protobuf.dev/programming-guides/encoding), as far as outputs need them. Belongs to one thread.
 */
public final class ProtoBytes {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private byte[] bytes = new byte[256];
    private int size;

    /** How many bytes there are. */
    public int size() {
        return size;
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Begins anew. */
    public void clear() {
        size = 0;
    }

    /** A message within, or bytes. */
    public void message(int field, ProtoBytes content) {
        tag(field, LENGTH);
        varint(content.size);
        put(content.bytes, content.size);
    }

    /** A string, in UTF-8. */
    public void text(int field, String value) {
        var content = value.getBytes(StandardCharsets.UTF_8);
        tag(field, LENGTH);
        varint(content.length);
        put(content, content.length);
    }

    /** The fields of another message, as they are. */
    public void fields(ProtoBytes content) {
        put(content.bytes, content.size);
    }

    /** A double. */
    public void number(int field, double value) {
        fixed64(field, Double.doubleToRawLongBits(value));
    }

    /** A fixed64 or sfixed64. */
    public void fixed64(int field, long value) {
        tag(field, FIXED64);
        room(Long.BYTES);
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
    }

    /** A fixed32. */
    public void fixed32(int field, int value) {
        tag(field, FIXED32);
        room(Integer.BYTES);
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
    }

    /** Bytes, which hold numbers with their highest byte first. */
    public void bytes(int field, long... numbers) {
        tag(field, LENGTH);
        varint((long) numbers.length * Long.BYTES);
        room(numbers.length * Long.BYTES);
        for (long number : numbers) {
            for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes[size++] = (byte) (number >>> shift);
            }
        }
    }

    /** An int64 or uint64. */
    public void whole(int field, long value) {
        tag(field, VARINT);
        varint(value);
    }

    /** A sint32 or sint64. */
    public void signed(int field, long value) {
        tag(field, VARINT);
        zigzag(value);
    }

    /** The value of a sint64 in a packed field. */
    public void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void tag(int field, int type) {
        varint(((long) field << 3) | type);
    }

    /** The value of an int64 or uint64 in a packed field. */
    public void varint(long value) {
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
