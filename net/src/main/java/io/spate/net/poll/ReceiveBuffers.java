package io.spate.net.poll;

import static io.spate.net.poll.UringCalls.MEMORY;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * Buffers that the kernel puts received bytes into, whichever socket they come from.
 *
 * <p>Since Linux 6.12 it fills one buffer after another, so that a few of them, which stay in the
 * processor's cache, do for many small responses. Before, each receive takes a buffer of its own.
 */
final class ReceiveBuffers implements AutoCloseable {
    /** The group's number: there is one. */
    static final int GROUP = 0;

    private static final int TOTAL_BYTES = 1 << 20;
    private static final int FEW = 32;
    private static final int MANY = 256;

    /** The ring comes first, and fills whole pages of whatever size they are. */
    private static final int RING_BYTES = 64 * 1024;

    private static final long MAPPED_BYTES = RING_BYTES + TOTAL_BYTES;
    private static final long ENTRY_BYTES = 16;
    private static final long TAIL = 14;
    private static final int REGISTER_PBUF_RING = 22;
    private static final int PBUF_RING_INC = 2;
    private static final VarHandle ATOMIC_SHORT = JAVA_SHORT.varHandle();

    private final long ring;

    /** A power of two. */
    private final int count;

    private final int bytes;

    /** How much of each the kernel has filled; where each receive takes one, always 0. */
    private final int[] filled;

    private final boolean filledByParts;
    private int tail;

    /**
     * Registers them with a ring.
     *
     * @throws UnsupportedOperationException where the operating system refuses
     */
    ReceiveBuffers(MemorySegment errno, int fd) {
        ring = UringCalls.map(errno, MAPPED_BYTES);
        if (ring < 0) {
            throw new UnsupportedOperationException("mmap failed: errno " + -ring);
        }
        filledByParts = register(errno, fd, FEW, PBUF_RING_INC) >= 0;
        if (!filledByParts) {
            int result = register(errno, fd, MANY, 0);
            if (result < 0) {
                close();
                Libc.checked("io_uring_register", result);
            }
        }
        count = filledByParts ? FEW : MANY;
        bytes = TOTAL_BYTES / count;
        filled = new int[count];
        for (int i = 0; i < count; i++) {
            give(i);
        }
    }

    private int register(MemorySegment errno, int fd, int entries, int flags) {
        MemorySegment registration = Arena.ofAuto().allocate(40, Long.BYTES);
        registration.set(JAVA_LONG, 0, ring);
        registration.set(JAVA_INT, 8, entries);
        registration.set(JAVA_SHORT, 12, (short) GROUP);
        registration.set(JAVA_SHORT, 14, (short) flags);
        return UringCalls.register(errno, fd, REGISTER_PBUF_RING, registration.address(), 1);
    }

    /** Whether the kernel fills a buffer by parts, so that few of them serve many sockets. */
    boolean arePacked() {
        return filledByParts;
    }

    /** Where in a buffer the bytes of the latest receive stand that the kernel put there. */
    int start(int buffer) {
        return filled[buffer];
    }

    /** Copies received bytes to an array. */
    void copy(int buffer, int from, byte[] target, int offset, int length) {
        MemorySegment.copy(MEMORY, JAVA_BYTE, address(buffer) + from, target, offset, length);
    }

    private long address(int buffer) {
        return ring + RING_BYTES + (long) buffer * bytes;
    }

    /** Gives a buffer back to the kernel where it has no room left. */
    void received(int buffer, int length) {
        filled[buffer] += length;
        if (!filledByParts || filled[buffer] == bytes) {
            filled[buffer] = 0;
            give(buffer);
        }
    }

    private void give(int buffer) {
        long entry = ring + (tail & count - 1) * ENTRY_BYTES;
        MEMORY.set(JAVA_LONG, entry, address(buffer));
        MEMORY.set(JAVA_INT, entry + 8, bytes);
        MEMORY.set(JAVA_SHORT, entry + 12, (short) buffer);
        tail++;
        ATOMIC_SHORT.setRelease(MEMORY, ring + TAIL, (short) tail);
    }

    @Override
    public void close() {
        UringCalls.unmap(ring, MAPPED_BYTES);
    }
}
