package io.spate.net.poll;

/**
 * Received bytes, from {@link #position} to {@link #limit} of {@link #array}. Grows as long as
 * nobody takes them. Once they are taken the array goes back to the loop's pool: of many thousand
 * connections few have bytes at the same time.
 */
public final class InputBuffer {
    private static final byte[] NONE = {};
    private static final int SMALLEST = 4 * 1024;
    private static final int LARGEST_WANTED = 64 * 1024;

    private final BufferPool pool;
    private byte[] array = NONE;
    private int position;
    private int limit;

    /** What the next array holds at least: more after one was filled. */
    private int wanted = SMALLEST;

    private boolean wasFilled;

    public InputBuffer(BufferPool pool) {
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
            wanted = Math.min(wanted * 2, LARGEST_WANTED);
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
        wanted = Math.min(Math.max(wanted, array.length), LARGEST_WANTED);
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
}
