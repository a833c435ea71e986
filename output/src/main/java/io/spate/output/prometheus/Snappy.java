package io.spate.output.prometheus;

import java.util.Arrays;

/**
 * Compresses to Snappy's block format (github.com/google/snappy, format_description.txt), which
 * remote write asks for. Looks for the last place with the same four bytes, up to 64 KB back; the
 * names and labels of series repeat, so that this finds most of what there is to find.
 */
final class Snappy {
    private static final int HASH_BITS = 14;
    private static final int MATCH_LEAST = 4;
    private static final int MATCH_MOST = 64;
    private static final int DISTANCE_MAX = (1 << 16) - 1;
    private static final int LITERAL_SHORT = 60;

    private final byte[] from;
    private final int[] places = new int[1 << HASH_BITS];
    private byte[] to;
    private int size;

    private Snappy(byte[] from) {
        this.from = from;
        this.to = new byte[from.length / 2 + 64];
    }

    static byte[] compress(byte[] bytes) {
        return new Snappy(bytes).compressed();
    }

    private byte[] compressed() {
        Arrays.fill(places, -1);
        for (int left = from.length; ; left >>>= 7) {
            if (left < 0x80) {
                put(left);
                break;
            }
            put((left & 0x7f) | 0x80);
        }
        int literal = 0;
        int at = 0;
        while (at + MATCH_LEAST <= from.length) {
            int four = four(at);
            int slot = (four * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
            int before = places[slot];
            places[slot] = at;
            if (before >= 0 && at - before <= DISTANCE_MAX && four(before) == four) {
                literal(literal, at);
                int length = length(before, at);
                copy(at - before, length);
                at += length;
                literal = at;
            } else {
                at++;
            }
        }
        literal(literal, from.length);
        return Arrays.copyOf(to, size);
    }

    private int four(int at) {
        return (from[at] & 0xff)
                | ((from[at + 1] & 0xff) << 8)
                | ((from[at + 2] & 0xff) << 16)
                | (from[at + 3] << 24);
    }

    private int length(int before, int at) {
        int length = MATCH_LEAST;
        while (at + length < from.length && from[before + length] == from[at + length]) {
            length++;
        }
        return length;
    }

    private void literal(int start, int end) {
        int length = end - start;
        if (length == 0) {
            return;
        }
        int less = length - 1;
        if (less < LITERAL_SHORT) {
            put(less << 2);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(less) + 7) / 8;
            put((LITERAL_SHORT - 1 + bytes) << 2);
            for (int i = 0; i < bytes; i++) {
                put(less >>> (8 * i));
            }
        }
        room(length);
        System.arraycopy(from, start, to, size, length);
        size += length;
    }

    /** Copies with an offset of two bytes, at most 64 bytes each. */
    private void copy(int distance, int length) {
        for (int left = length; left > 0; ) {
            int part = Math.min(left, MATCH_MOST);
            put(((part - 1) << 2) | 2);
            put(distance);
            put(distance >>> 8);
            left -= part;
        }
    }

    private void put(int octet) {
        room(1);
        to[size++] = (byte) octet;
    }

    private void room(int more) {
        if (size + more > to.length) {
            to = Arrays.copyOf(to, Math.max(2 * to.length, size + more));
        }
    }
}
