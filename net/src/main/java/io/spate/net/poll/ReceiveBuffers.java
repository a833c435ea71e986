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
 * Buffers that the kernel puts received bytes into, whichever socket they come from. It takes them
 * in the order they were given, so that few of them stay in the processor's cache and many do not.
 */
final class ReceiveBuffers implements AutoCloseable {
    /** The group's number: there is one. */
    static final int GROUP = 0;

    /** A power of two. */
    private static final int COUNT = 512;

    private static final int BYTES = 8 * 1024;

    /** The ring comes first, and fills whole pages of whatever size they are. */
    private static final int RING_BYTES = 64 * 1024;

    private static final long MAPPED_BYTES = RING_BYTES + (long) COUNT * BYTES;
    private static final long ENTRY_BYTES = 16;
    private static final long TAIL = 14;
    private static final int REGISTER_PBUF_RING = 22;
    private static final VarHandle ATOMIC_SHORT = JAVA_SHORT.varHandle();

    private final long ring;
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
        MemorySegment registration = Arena.ofAuto().allocate(40, Long.BYTES);
        registration.set(JAVA_LONG, 0, ring);
        registration.set(JAVA_INT, 8, COUNT);
        registration.set(JAVA_SHORT, 12, (short) GROUP);
        int result = UringCalls.register(errno, fd, REGISTER_PBUF_RING, registration.address(), 1);
        if (result < 0) {
            close();
            Libc.checked("io_uring_register", result);
        }
        for (int i = 0; i < COUNT; i++) {
            give(i);
        }
    }

    /** Copies received bytes to an array. */
    void copy(int buffer, int from, byte[] target, int offset, int count) {
        MemorySegment.copy(MEMORY, JAVA_BYTE, address(buffer) + from, target, offset, count);
    }

    private long address(int buffer) {
        return ring + RING_BYTES + (long) buffer * BYTES;
    }

    /** Gives a buffer to the kernel. */
    void give(int buffer) {
        long entry = ring + (tail & COUNT - 1) * ENTRY_BYTES;
        MEMORY.set(JAVA_LONG, entry, address(buffer));
        MEMORY.set(JAVA_INT, entry + 8, BYTES);
        MEMORY.set(JAVA_SHORT, entry + 12, (short) buffer);
        tail++;
        ATOMIC_SHORT.setRelease(MEMORY, ring + TAIL, (short) tail);
    }

    @Override
    public void close() {
        UringCalls.unmap(ring, MAPPED_BYTES);
    }
}
