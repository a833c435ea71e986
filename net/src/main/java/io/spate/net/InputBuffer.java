package io.spate.net;

import java.util.Arrays;

/**
 * Received bytes, from {@link #position} to {@link #limit} of {@link #array}. Grows as long as
 * nobody takes them; given back when it is large and empty.
 */
final class InputBuffer {
    private static final byte[] NONE = {};
    private static final int SMALLEST = 4 * 1024;
    private static final int LARGEST_KEPT = 64 * 1024;

    private byte[] array = NONE;
    private int position;
    private int limit;
    private boolean wasFilled;

    byte[] array() {
        return array;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    int room() {
        return array.length - limit;
    }

    /** Drops bytes from the front. */
    void consume(int count) {
        if (count < 0 || count > limit - position) {
            throw new IllegalArgumentException(
                    "consumed " + count + " of " + (limit - position) + " bytes");
        }
        position += count;
    }

    /** Makes room behind the limit: moves what is there, and grows where that is too little. */
    void prepare() {
        if (position == limit) {
            position = 0;
            limit = 0;
            if (array.length > LARGEST_KEPT) {
                array = NONE;
            }
        }
        int size = limit - position;
        boolean small = array.length == 0 || (wasFilled && array.length < LARGEST_KEPT);
        if (small || size > array.length / 2) {
            grow();
        } else if (position > 0 && room() < array.length / 2) {
            System.arraycopy(array, position, array, 0, size);
            position = 0;
            limit = size;
        }
        wasFilled = false;
    }

    /** Doubles it. */
    void grow() {
        int size = limit - position;
        array = Arrays.copyOfRange(array, position, position + largerThan(array.length));
        position = 0;
        limit = size;
    }

    private static int largerThan(int length) {
        if (length > Integer.MAX_VALUE / 2 - SMALLEST) {
            throw new OutOfMemoryError("a gigabyte was received and not consumed");
        }
        return Math.max(SMALLEST, length * 2);
    }

    /** Takes note of bytes that were put behind the limit. */
    void received(int count) {
        limit += count;
        wasFilled = limit == array.length;
    }
}
