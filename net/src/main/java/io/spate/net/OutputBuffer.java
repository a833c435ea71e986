package io.spate.net;

import io.spate.net.poll.BufferPool;

/**
 * Bytes on their way out, bounded: a writer waits rather than have more than that queued. Its array
 * is the loop's, lent as long as there are some.
 */
final class OutputBuffer {
    /** How many bytes may be queued. */
    static final int LIMIT = 256 * 1024;

    private static final byte[] NONE = {};
    private static final int SMALLEST = 512;

    private final BufferPool pool;
    private byte[] array = NONE;
    private int start;
    private int end;

    OutputBuffer(BufferPool pool) {
        this.pool = pool;
    }

    byte[] array() {
        return array;
    }

    int start() {
        return start;
    }

    int size() {
        return end - start;
    }

    /** Copies what fits. Returns how many bytes. */
    int append(byte[] source, int offset, int length) {
        int count = Math.min(length, LIMIT - size());
        if (end + count > array.length) {
            makeRoom(count);
        }
        System.arraycopy(source, offset, array, end, count);
        end += count;
        return count;
    }

    private void makeRoom(int count) {
        int needed = size() + count;
        if (needed <= array.length) {
            moveTo(array);
        } else {
            int twice = Integer.highestOneBit(needed) * 2;
            byte[] larger = pool.take(Math.clamp(twice, SMALLEST, LIMIT));
            moveTo(larger);
            pool.give(array);
            array = larger;
        }
    }

    private void moveTo(byte[] target) {
        int size = size();
        System.arraycopy(array, start, target, 0, size);
        start = 0;
        end = size;
    }

    /** Drops sent bytes. */
    void sent(int count) {
        start += count;
        if (start == end) {
            clear();
        }
    }

    /** Drops everything. */
    void clear() {
        start = 0;
        end = 0;
        pool.give(array);
        array = NONE;
    }
}
