package io.spate.http.h2.hpack;

import io.spate.http.wire.ByteWriter;

/** Numbers that share their first byte with a kind, which has its upper bits (RFC 7541, 5.1). */
final class Integers {
    private Integers() {}

    static void put(int kind, int prefixBits, int value, ByteWriter out) {
        int max = (1 << prefixBits) - 1;
        if (value < max) {
            out.put((char) (kind | value));
            return;
        }
        out.put((char) (kind | max));
        int left = value - max;
        while (left >= 0x80) {
            out.put((char) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.put((char) left);
    }

    /** A number that was put. */
    static int get(byte[] in, int from, int prefixBits) {
        int max = (1 << prefixBits) - 1;
        int value = in[from] & max;
        if (value < max) {
            return value;
        }
        int at = from;
        int shift = 0;
        do {
            at++;
            value += (in[at] & 0x7f) << shift;
            shift += 7;
        } while (in[at] < 0);
        return value;
    }

    /** Where a number that was put ends. */
    static int end(byte[] in, int from, int prefixBits) {
        int max = (1 << prefixBits) - 1;
        int at = from + 1;
        if ((in[from] & max) == max) {
            while (in[at] < 0) {
                at++;
            }
            at++;
        }
        return at;
    }
}
