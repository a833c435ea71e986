package io.spate.net.poll;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The C library's calls that sockets and {@link EpollPoller} need, on Linux for x86-64 and aarch64.
 * A call that fails returns its {@code errno}, negated. Receive and send never block, so they are
 * made without telling the JVM ("critical"), straight on arrays of the heap.
 */
final class Libc {
    static final int EPOLLIN = 1;
    static final int EPOLLOUT = 4;
    static final int EPOLLERR = 8;
    static final int EPOLLHUP = 0x10;
    static final int EPOLLRDHUP = 0x2000;
    static final int EPOLLET = 1 << 31;

    static final int EAGAIN = 11;
    static final int EINTR = 4;
    static final int EACCES = 13;
    static final int ENOENT = 2;
    static final int EMFILE = 24;
    static final int ENOSYS = 38;
    static final int EADDRNOTAVAIL = 99;
    static final int ENETUNREACH = 101;
    static final int ETIMEDOUT = 110;
    static final int ECONNREFUSED = 111;
    static final int ENOBUFS = 105;
    static final int EHOSTUNREACH = 113;
    static final int ECANCELED = 125;
    static final int EINPROGRESS = 115;

    private static final int SOCK_STREAM = 1;
    private static final int NONBLOCK = 0x800;
    private static final int CLOEXEC = 0x80000;
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_NODELAY = 1;
    private static final int IPPROTO_IP = 0;
    private static final int IP_BIND_ADDRESS_NO_PORT = 24;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ERROR = 4;
    private static final int EPOLL_CTL_ADD = 1;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int PR_SET_TIMERSLACK = 29;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final Linker.Option CRITICAL = Linker.Option.critical(true);

    private static final MethodHandle SOCKET =
            handle("socket", of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), ERRNO);
    private static final MethodHandle CONNECT =
            handle("connect", of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), ERRNO);
    private static final MethodHandle BIND =
            handle("bind", of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), ERRNO);
    private static final MethodHandle SETSOCKOPT =
            handle(
                    "setsockopt",
                    of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
                    ERRNO);
    private static final MethodHandle GETSOCKOPT =
            handle(
                    "getsockopt",
                    of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
                    ERRNO);
    private static final MethodHandle CLOSE = handle("close", of(JAVA_INT, JAVA_INT));
    private static final MethodHandle EVENTFD =
            handle("eventfd", of(JAVA_INT, JAVA_INT, JAVA_INT), ERRNO);
    private static final MethodHandle EVENTFD_WRITE =
            handle("eventfd_write", of(JAVA_INT, JAVA_INT, JAVA_LONG));
    private static final MethodHandle PRCTL =
            handle("prctl", of(JAVA_INT, JAVA_INT, JAVA_LONG), Linker.Option.firstVariadicArg(1));

    /** What only epoll needs: to bind a call takes milliseconds, and most runs use io_uring. */
    private static final class Epoll {
        private static final MethodHandle RECV =
                handle(
                        "recv",
                        of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
                        ERRNO,
                        CRITICAL);
        private static final MethodHandle SEND =
                handle(
                        "send",
                        of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
                        ERRNO,
                        CRITICAL);
        private static final MethodHandle CREATE1 =
                handle("epoll_create1", of(JAVA_INT, JAVA_INT), ERRNO);
        private static final MethodHandle CTL =
                handle("epoll_ctl", of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS), ERRNO);
        private static final MethodHandle WAIT =
                handle("epoll_wait", of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), ERRNO);
        private static final boolean HAS_PWAIT2 =
                LINKER.defaultLookup().find("epoll_pwait2").isPresent();

        /** Newer than the rest: glibc 2.35, Linux 5.11. Never called where it is missing. */
        private static final MethodHandle PWAIT2 =
                handle(
                        HAS_PWAIT2 ? "epoll_pwait2" : "epoll_wait",
                        of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
                        ERRNO);
    }

    private Libc() {}

    private static FunctionDescriptor of(MemoryLayout result, MemoryLayout... arguments) {
        return FunctionDescriptor.of(result, arguments);
    }

    private static MethodHandle handle(
            String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
    }

    private static int result(MemorySegment errno, int result) {
        return result >= 0 ? result : -errno.get(JAVA_INT, 0);
    }

    /** The result of a call that this machine must have. */
    static int checked(String call, int result) {
        if (result < 0) {
            throw new UnsupportedOperationException(call + " failed: errno " + -result);
        }
        return result;
    }

    private static AssertionError unreachable(Throwable thrown) {
        return new AssertionError("a system call does not throw", thrown);
    }

    /** A stream socket that does not block. */
    static int socket(MemorySegment errno, int family) {
        try {
            int type = SOCK_STREAM | NONBLOCK | CLOEXEC;
            return result(errno, (int) SOCKET.invokeExact(errno, family, type, 0));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static int connect(MemorySegment errno, int fd, MemorySegment address) {
        try {
            int size = (int) address.byteSize();
            return result(errno, (int) CONNECT.invokeExact(errno, fd, address, size));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static int bind(MemorySegment errno, int fd, MemorySegment address) {
        try {
            int size = (int) address.byteSize();
            return result(errno, (int) BIND.invokeExact(errno, fd, address, size));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Sends small segments at once. */
    static int setNoDelay(MemorySegment errno, int fd, MemorySegment one) {
        return setOption(errno, fd, IPPROTO_TCP, TCP_NODELAY, one);
    }

    /** Lets {@link #bind} leave the choice of a port to {@link #connect}; for IPv6 as well. */
    static int setBindAddressNoPort(MemorySegment errno, int fd, MemorySegment one) {
        return setOption(errno, fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, one);
    }

    private static int setOption(
            MemorySegment errno, int fd, int level, int name, MemorySegment value) {
        try {
            int size = Integer.BYTES;
            return result(errno, (int) SETSOCKOPT.invokeExact(errno, fd, level, name, value, size));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Reads {@code SO_ERROR} into a value. */
    static int socketError(
            MemorySegment errno, int fd, MemorySegment value, MemorySegment valueSize) {
        try {
            return result(
                    errno,
                    (int)
                            GETSOCKOPT.invokeExact(
                                    errno, fd, SOL_SOCKET, SO_ERROR, value, valueSize));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static long receive(MemorySegment errno, int fd, MemorySegment target, long length) {
        try {
            long count = (long) Epoll.RECV.invokeExact(errno, fd, target, length, MSG_DONTWAIT);
            return count >= 0 ? count : -errno.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static long send(MemorySegment errno, int fd, MemorySegment source, long length) {
        try {
            int flags = MSG_DONTWAIT | MSG_NOSIGNAL;
            long count = (long) Epoll.SEND.invokeExact(errno, fd, source, length, flags);
            return count >= 0 ? count : -errno.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Closes a descriptor; its errors leave nothing to do. */
    static void close(int fd) {
        try {
            int _ = (int) CLOSE.invokeExact(fd);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static int eventfd(MemorySegment errno) {
        try {
            return result(errno, (int) EVENTFD.invokeExact(errno, 0, NONBLOCK | CLOEXEC));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Adds one to an event descriptor. */
    static void signal(int eventfd) {
        try {
            int _ = (int) EVENTFD_WRITE.invokeExact(eventfd, 1L);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Lets the calling thread's timers be exact instead of up to 50 microseconds late. */
    static void setTimerSlackNanos(long nanos) {
        try {
            int _ = (int) PRCTL.invokeExact(PR_SET_TIMERSLACK, nanos);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static int epollCreate(MemorySegment errno) {
        try {
            return result(errno, (int) Epoll.CREATE1.invokeExact(errno, CLOEXEC));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static int epollAdd(MemorySegment errno, int epoll, int fd, MemorySegment event) {
        try {
            return result(
                    errno, (int) Epoll.CTL.invokeExact(errno, epoll, EPOLL_CTL_ADD, fd, event));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static int epollWait(
            MemorySegment errno, int epoll, MemorySegment events, int count, int timeoutMillis) {
        try {
            return result(
                    errno,
                    (int) Epoll.WAIT.invokeExact(errno, epoll, events, count, timeoutMillis));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** As {@link #epollWait}, with a {@code timespec}; {@code -ENOSYS} where it is missing. */
    static int epollWait(
            MemorySegment errno,
            int epoll,
            MemorySegment events,
            int count,
            MemorySegment timeout) {
        if (!Epoll.HAS_PWAIT2) {
            return -ENOSYS;
        }
        try {
            return result(
                    errno,
                    (int)
                            Epoll.PWAIT2.invokeExact(
                                    errno, epoll, events, count, timeout, MemorySegment.NULL));
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }
}
