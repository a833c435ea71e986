package io.spate.net.poll;

import static io.spate.net.poll.UringCalls.MEMORY;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * A pair of queues shared with the kernel: operations to be done, and what came of them. Operations
 * are handed over by the same system call that waits for completions.
 *
 * <p>Needs Linux 6.1: there the kernel does its part of the work only while that call waits (flag
 * DEFER_TASKRUN), not in between by interrupting the thread. Layouts are those of {@code
 * linux/io_uring.h}, for processors that are little-endian.
 */
final class Ring implements AutoCloseable {
    private static final int ENTRIES = 1024;
    private static final int COMPLETIONS = 4096;
    private static final long ENTRY_BYTES = 64;
    private static final long COMPLETION_BYTES = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** CQSIZE, R_DISABLED, SUBMIT_ALL, SINGLE_ISSUER, DEFER_TASKRUN. */
    private static final int SETUP = 1 << 3 | 1 << 6 | 1 << 7 | 1 << 12 | 1 << 13;

    private static final int PARAMETERS_BYTES = 120;
    private static final long OFFSET_ENTRIES = 0x10000000;
    private static final int REGISTER_ENABLE_RINGS = 12;
    private static final int ENTER_GETEVENTS = 1;
    private static final int ENTER_EXT_ARG = 1 << 3;
    private static final int ARGUMENT_BYTES = 24;

    private static final VarHandle ATOMIC_INT = JAVA_INT.varHandle();

    private final MemorySegment errno;
    private final int fd;
    private final long rings;
    private final long ringsBytes;
    private final long entries;

    /** How many operations the queue holds, a power of two. */
    private final int capacity;

    private final long submissionHead;
    private final long submissionTail;
    private final long completionHead;
    private final long completionTail;
    private final long completionMask;
    private final long completions;
    private final Arena arena = Arena.ofAuto();

    /** An {@code io_uring_getevents_arg}, and the {@code timespec} that it refers to. */
    private final MemorySegment argument = arena.allocate(ARGUMENT_BYTES + 16, Long.BYTES);

    private int tail;
    private int head;
    private long userData;
    private int result;
    private int flags;

    /**
     * Makes a ring that {@link #enable} is to be called for.
     *
     * @throws UnsupportedOperationException where the operating system refuses
     */
    Ring(MemorySegment errno) {
        this.errno = errno;
        MemorySegment parameters = arena.allocate(PARAMETERS_BYTES, Long.BYTES);
        parameters.set(JAVA_INT, 4, COMPLETIONS);
        parameters.set(JAVA_INT, 8, SETUP);
        fd = Libc.checked("io_uring_setup", UringCalls.setup(errno, ENTRIES, parameters.address()));
        capacity = parameters.get(JAVA_INT, 0);
        int array = parameters.get(JAVA_INT, 64);
        int completionsOffset = parameters.get(JAVA_INT, 100);
        long completionsBytes = parameters.get(JAVA_INT, 4) * COMPLETION_BYTES;
        ringsBytes =
                Math.max(
                        array + (long) capacity * Integer.BYTES,
                        completionsOffset + completionsBytes);
        rings = mapped(0, ringsBytes);
        entries = mapped(OFFSET_ENTRIES, capacity * ENTRY_BYTES);
        submissionHead = rings + parameters.get(JAVA_INT, 40);
        submissionTail = rings + parameters.get(JAVA_INT, 44);
        completionHead = rings + parameters.get(JAVA_INT, 80);
        completionTail = rings + parameters.get(JAVA_INT, 84);
        completionMask = parameters.get(JAVA_INT, 4) - 1L;
        completions = rings + completionsOffset;
        for (int i = 0; i < capacity; i++) {
            MEMORY.set(JAVA_INT, rings + array + (long) i * Integer.BYTES, i);
        }
        argument.set(JAVA_LONG, 16, argument.address() + ARGUMENT_BYTES);
    }

    private long mapped(long offset, long size) {
        long address = UringCalls.map(errno, fd, offset, size);
        if (address < 0) {
            Libc.close(fd);
            throw new UnsupportedOperationException("mmap failed: errno " + -address);
        }
        return address;
    }

    int fd() {
        return fd;
    }

    /** Makes the calling thread the one that uses it. */
    void enable() {
        Libc.checked(
                "io_uring_register", UringCalls.register(errno, fd, REGISTER_ENABLE_RINGS, 0, 0));
    }

    /**
     * Queues an operation. The parameters are those of an {@code io_uring_sqe}, named as there.
     *
     * @param start its opcode, flags, ioprio and descriptor as {@link #start} puts them together
     */
    void add(long start, long address, int length, int operationFlags, long data, int group) {
        if (tail - (int) ATOMIC_INT.getAcquire(MEMORY, submissionHead) == capacity) {
            submit();
        }
        long entry = entries + (tail & capacity - 1) * ENTRY_BYTES;
        MEMORY.set(JAVA_LONG, entry, start);
        MEMORY.set(JAVA_LONG, entry + 8, 0);
        MEMORY.set(JAVA_LONG, entry + 16, address);
        MEMORY.set(JAVA_INT, entry + 24, length);
        MEMORY.set(JAVA_INT, entry + 28, operationFlags);
        MEMORY.set(JAVA_LONG, entry + 32, data);
        MEMORY.set(JAVA_LONG, entry + 40, group);
        MEMORY.set(JAVA_LONG, entry + 48, 0);
        MEMORY.set(JAVA_LONG, entry + 56, 0);
        tail++;
        ATOMIC_INT.setRelease(MEMORY, submissionTail, tail);
    }

    /** The first eight bytes of an operation. */
    static long start(int opcode, int flags, int priority, int fd) {
        return (long) fd << 32 | (long) priority << 16 | (long) flags << 8 | opcode;
    }

    /** Hands over what is queued. */
    void submit() {
        int queued;
        do {
            queued = queued();
            enter(queued, 0, 0, 0, 0);
        } while (queued() == capacity);
    }

    private int queued() {
        return tail - (int) ATOMIC_INT.getAcquire(MEMORY, submissionHead);
    }

    /**
     * Hands over what is queued and waits for a completion. Returns early at a signal.
     *
     * @param timeoutNanos how long at most; negative for without limit
     */
    void await(long timeoutNanos) {
        if (timeoutNanos < 0) {
            enter(queued(), 1, ENTER_GETEVENTS, 0, 0);
        } else if (timeoutNanos == 0) {
            enter(queued(), 0, ENTER_GETEVENTS, 0, 0);
        } else {
            argument.set(JAVA_LONG, ARGUMENT_BYTES, timeoutNanos / NANOS_PER_SECOND);
            argument.set(JAVA_LONG, ARGUMENT_BYTES + 8, timeoutNanos % NANOS_PER_SECOND);
            int waiting = ENTER_GETEVENTS | ENTER_EXT_ARG;
            enter(queued(), 1, waiting, argument.address(), ARGUMENT_BYTES);
        }
    }

    /** What it returns is of no use: the queues' own heads and tails say it all. */
    private void enter(int submitted, int wanted, int how, long address, long size) {
        int _ = UringCalls.enter(errno, fd, submitted, wanted, how, address, size);
    }

    /** Moves on to the next completion; false where there is none. */
    boolean next() {
        if (head == (int) ATOMIC_INT.getAcquire(MEMORY, completionTail)) {
            return false;
        }
        long completion = completions + (head & completionMask) * COMPLETION_BYTES;
        userData = MEMORY.get(JAVA_LONG, completion);
        result = MEMORY.get(JAVA_INT, completion + 8);
        flags = MEMORY.get(JAVA_INT, completion + 12);
        head++;
        ATOMIC_INT.setRelease(MEMORY, completionHead, head);
        return true;
    }

    /** What the completed operation was queued with. */
    long userData() {
        return userData;
    }

    /** What came of it; negative for an {@code errno}. */
    int result() {
        return result;
    }

    /** The completion's flags. */
    int flags() {
        return flags;
    }

    @Override
    public void close() {
        UringCalls.unmap(entries, capacity * ENTRY_BYTES);
        UringCalls.unmap(rings, ringsBytes);
        Libc.close(fd);
    }
}
