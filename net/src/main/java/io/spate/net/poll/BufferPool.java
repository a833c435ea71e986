package io.spate.net.poll;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arrays that no connection needs at present, by size: powers of two from 512 bytes to 64 KiB, up
 * to 1 MiB of each. The one given back last is taken first, since it is still in the processor's
 * cache. Belongs to one loop.
 */
public final class BufferPool {
    private static final int SMALLEST = 512;
    private static final int LARGEST = 64 * 1024;
    private static final int BYTES_MAX = 1 << 20;
    private static final int SMALLEST_BITS = Integer.numberOfTrailingZeros(SMALLEST);

    /** By the power of two that their arrays' length is, from the smallest on. */
    private final List<ArrayDeque<byte[]>> free =
            Stream.generate(() -> new ArrayDeque<byte[]>())
                    .limit(Integer.numberOfTrailingZeros(LARGEST / SMALLEST) + 1)
                    .toList();

    /**
     * An array of a length, a power of two of 512 at least; what it holds is left from another use.
     */
    public byte[] take(int length) {
        byte[] taken = length > LARGEST ? null : of(length).pollLast();
        return taken == null ? new byte[length] : taken;
    }

    /** Takes an array back, which its user must not touch any more. */
    public void give(byte[] array) {
        int length = array.length;
        if (length == 0 || length > LARGEST) {
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
