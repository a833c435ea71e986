package io.spate.store.encoding;

import java.util.Arrays;

/** Bytes that grow: numbers of variable length, small ones in a single byte. */
final class ByteWriter {
    private byte[] bytes = new byte[1024];
    private int size;

    /** A number in 1 to 10 bytes, seven bits in each, the lowest first; one below 0 takes 10. */
    void number(long value) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may be below 0, in few bytes where it is near to 0. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
