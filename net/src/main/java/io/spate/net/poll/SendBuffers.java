package io.spate.net.poll;

import static io.spate.net.poll.UringCalls.MEMORY;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Memory that bytes stand in until the kernel has sent them. The one given back last is taken
 * first. There are as many as sockets ever sent at the same time.
 */
final class SendBuffers {
    private static final int AT_ONCE = 16;

    private final int bytes;
    private final Arena arena = Arena.ofAuto();
    private long[] free = new long[AT_ONCE];
    private int count;

    /** Each of the given size. */
    SendBuffers(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** Copies bytes, no more than one holds; its address. */
    long take(byte[] source, int offset, int length) {
        if (count == 0) {
            long first = arena.allocate((long) AT_ONCE * bytes, Long.BYTES).address();
            for (int i = AT_ONCE - 1; i >= 0; i--) {
                give(first + (long) i * bytes);
            }
        }
        long address = free[--count];
        MemorySegment.copy(source, offset, MEMORY, JAVA_BYTE, address, length);
        return address;
    }

    void give(long address) {
        if (count == free.length) {
            free = Arrays.copyOf(free, count * 2);
        }
        free[count++] = address;
    }
}
