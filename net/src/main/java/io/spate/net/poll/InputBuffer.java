package io.spate.net.poll;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Received bytes, from {@link #position} to {@link #limit} of {@link #array}. Grows as long as
 * nobody takes them. Once they are taken the array goes back to the loop's pool: of many thousand
 * connections few have bytes at the same time.
 */
public final class InputBuffer {
    private static final byte[] NONE = {};
    private static final int SMALLEST = 4 * 1024;
    private static final int LARGEST_KEPT = 64 * 1024;

    private final Pool pool;
    private byte[] array = NONE;
    private int position;
    private int limit;

    /** What the next array holds at least: more after one was filled. */
    private int wanted = SMALLEST;

    private boolean wasFilled;

    public InputBuffer(Pool pool) {
        this.pool = pool;
    }

    public byte[] array() {
        return array;
    }

    public int position() {
        return position;
    }

    public int limit() {
        return limit;
    }

    public int room() {
        return array.length - limit;
    }

    /** Drops bytes from the front. With the last of them goes the array. */
    public void consume(int count) {
        if (count < 0 || count > limit - position) {
            throw new IllegalArgumentException(
                    "consumed " + count + " of " + (limit - position) + " bytes");
        }
        position += count;
        releaseIfEmpty();
    }

    /** Makes room behind the limit: moves what is there, and grows where that is too little. */
    public void prepare() {
        if (wasFilled) {
            wanted = Math.min(wanted * 2, LARGEST_KEPT);
            wasFilled = false;
        }
        int size = limit - position;
        if (size == 0 && array.length < wanted) {
            replace(wanted);
        } else if (array.length < wanted || size > array.length / 2) {
            grow();
        } else if (position > 0 && room() < array.length / 2) {
            System.arraycopy(array, position, array, 0, size);
            position = 0;
            limit = size;
        }
    }

    /** Doubles it. */
    public void grow() {
        replace(largerThan(array.length));
        wanted = Math.min(Math.max(wanted, array.length), LARGEST_KEPT);
    }

    private void replace(int length) {
        int size = limit - position;
        byte[] larger = pool.take(length);
        System.arraycopy(array, position, larger, 0, size);
        pool.give(array);
        array = larger;
        position = 0;
        limit = size;
    }

    private static int largerThan(int length) {
        if (length > Integer.MAX_VALUE / 2 - SMALLEST) {
            throw new OutOfMemoryError("a gigabyte was received and not consumed");
        }
        return Math.max(SMALLEST, length * 2);
    }

    /** Takes note of bytes that were put behind the limit, or that none came. */
    public void received(int count) {
        limit += count;
        wasFilled = limit == array.length;
        releaseIfEmpty();
    }

    private void releaseIfEmpty() {
        if (position == limit) {
            pool.give(array);
            array = NONE;
            position = 0;
            limit = 0;
        }
    }

    /**
     * Arrays that no connection needs at present, by size: powers of two from 4 to 64 KiB, up to 1
     * MiB of each. The one given back last is taken first, since it is still in the processor's
     * cache. Belongs to one loop.
     */
    public static final class Pool {
        private static final int BYTES_MAX = 1 << 20;
        private static final int SMALLEST_BITS = Integer.numberOfTrailingZeros(SMALLEST);

        /** By the power of two that their arrays' length is, from the smallest on. */
        private final List<ArrayDeque<byte[]>> free =
                Stream.generate(() -> new ArrayDeque<byte[]>())
                        .limit(Integer.numberOfTrailingZeros(LARGEST_KEPT / SMALLEST) + 1)
                        .toList();

        /** An array of a length, a power of two; what it holds is left from another use. */
        public byte[] take(int length) {
            byte[] taken = length > LARGEST_KEPT ? null : of(length).pollLast();
            return taken == null ? new byte[length] : taken;
        }

        /** Takes an array back, which its user must not touch any more. */
        public void give(byte[] array) {
            int length = array.length;
            if (length == 0 || length > LARGEST_KEPT) {
                return;
            }
            ArrayDeque<byte[]> same = of(length);
            if ((long) (same.size() + 1) * length <= BYTES_MAX) {
                same.addLast(array);
            }
        }

        private ArrayDeque<byte[]> of(int length) {
            return free.get(Integer.numberOfTrailingZeros(length) - SMALLEST_BITS);
        }
    }
}
