package io.spate.net.poll;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The system calls of io_uring, which the C library has no functions for, and those for memory that
 * is shared with the kernel. As in {@link Libc}, a call that fails returns its {@code errno},
 * negated. Memory is meant by its address.
 */
final class UringCalls {
    /** All memory outside of the heap, by address. */
    static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final long SYS_IO_URING_SETUP = 425;
    private static final long SYS_IO_URING_ENTER = 426;
    private static final long SYS_IO_URING_REGISTER = 427;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_ANONYMOUS = 0x20;
    private static final int MAP_POPULATE = 0x8000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final MethodHandle SYSCALL =
            handle(
                    "syscall",
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                            JAVA_LONG, JAVA_LONG),
                    ERRNO,
                    Linker.Option.firstVariadicArg(1));
    private static final MethodHandle MMAP =
            handle(
                    "mmap",
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT,
                            JAVA_LONG),
                    ERRNO);
    private static final MethodHandle MUNMAP =
            handle("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle SHUTDOWN =
            handle("shutdown", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private UringCalls() {}

    private static MethodHandle handle(
            String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
    }

    private static AssertionError unreachable(Throwable thrown) {
        return new AssertionError("a system call does not throw", thrown);
    }

    private static long syscall(
            MemorySegment errno, long number, long a, long b, long c, long d, long e, long f) {
        try {
            long result = (long) SYSCALL.invokeExact(errno, number, a, b, c, d, e, f);
            return result >= 0 ? result : -errno.get(JAVA_INT, 0);
        } catch (Throwable thrown) {
            throw unreachable(thrown);
        }
    }

    /** Makes a ring: its descriptor. The parameters are an {@code io_uring_params}. */
    static int setup(MemorySegment errno, int entries, long parameters) {
        return (int) syscall(errno, SYS_IO_URING_SETUP, entries, parameters, 0, 0, 0, 0);
    }

    /** Submits and waits: how many were submitted. */
    static int enter(
            MemorySegment errno,
            int ring,
            int submitted,
            int completed,
            int flags,
            long argument,
            long argumentSize) {
        return (int)
                syscall(
                        errno,
                        SYS_IO_URING_ENTER,
                        ring,
                        submitted,
                        completed,
                        flags,
                        argument,
                        argumentSize);
    }

    static int register(MemorySegment errno, int ring, int operation, long argument, int count) {
        return (int) syscall(errno, SYS_IO_URING_REGISTER, ring, operation, argument, count, 0, 0);
    }

    /** Maps a part of a ring; its address. */
    static long map(MemorySegment errno, int ring, long offset, long size) {
        return map(errno, size, MAP_SHARED | MAP_POPULATE, ring, offset);
    }

    /** Maps fresh memory, on a page's border; its address. */
    static long map(MemorySegment errno, long size) {
        return map(errno, size, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    }

    private static long map(MemorySegment errno, long size, int flags, int fd, long offset) {
        try {
            long address =
                    (long) MMAP.invokeExact(errno, 0L, size, PROT_READ_WRITE, flags, fd, offset);
            return address != -1 ? address : -errno.get(JAVA_INT, 0);
        } catch (Throwable thrown) {
            throw unreachable(thrown);
        }
    }

    static void unmap(long address, long size) {
        try {
            int _ = (int) MUNMAP.invokeExact(address, size);
        } catch (Throwable thrown) {
            throw unreachable(thrown);
        }
    }

    /** Ends both directions of a socket. */
    static void shutdown(int fd) {
        try {
            int both = 2;
            int _ = (int) SHUTDOWN.invokeExact(fd, both);
        } catch (Throwable thrown) {
            throw unreachable(thrown);
        }
    }
}
