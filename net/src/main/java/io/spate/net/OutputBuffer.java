package io.spate.net;

/** Bytes on their way out, bounded: a writer waits rather than have more than that queued. */
final class OutputBuffer {
    /** How many bytes may be queued. */
    static final int LIMIT = 256 * 1024;

    private static final byte[] NONE = {};
    private static final int SMALLEST = 512;
    private static final int LARGEST_KEPT = 16 * 1024;

    private byte[] array = NONE;
    private int start;
    private int end;

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
        byte[] target = array;
        if (needed > array.length) {
            target = new byte[Math.clamp(Integer.highestOneBit(needed) * 2L, SMALLEST, LIMIT)];
        }
        System.arraycopy(array, start, target, 0, size());
        end = size();
        start = 0;
        array = target;
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
        if (array.length > LARGEST_KEPT) {
            array = NONE;
        }
    }
}
