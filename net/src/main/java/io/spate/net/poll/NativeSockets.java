package io.spate.net.poll;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.spate.net.dial.Destination;
import io.spate.net.dial.SocketAddresses;
import io.spate.net.failure.NetException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Locale;

/** Opens sockets by direct calls and starts to connect them. Belongs to one loop. */
public final class NativeSockets {
    /** Not confined to a thread: virtual threads use it on the loop's. */
    private final Arena arena = Arena.ofAuto();

    private final MemorySegment errno = arena.allocate(Linker.Option.captureStateLayout());
    private final MemorySegment option = arena.allocate(2 * Integer.BYTES, Long.BYTES);
    private final SocketAddresses addresses = new SocketAddresses(arena);
    private final SocketAddresses sources = new SocketAddresses(arena);

    /** Whether this machine has what it takes, found out without a warning where it has not. */
    public static boolean areAvailable() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")
                && (isAarch64() || System.getProperty("os.arch", "").equals("amd64"))
                && NativeSockets.class.getModule().isNativeAccessEnabled();
    }

    static boolean isAarch64() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }

    /** Where calls of the same loop leave their error. */
    MemorySegment errno() {
        return errno;
    }

    /** A socket that is ready to be connected there. */
    int open(Destination to) throws NetException {
        int fd = Libc.socket(errno, addresses.of(to.address()).get(JAVA_SHORT, 0));
        if (fd < 0) {
            throw failure(-fd, to);
        }
        prepare(fd, to);
        return fd;
    }

    /** Sets its options, and binds it to the address it is to connect from. */
    private void prepare(int fd, Destination to) throws NetException {
        if (to.address() instanceof UnixDomainSocketAddress) {
            return;
        }
        option.set(JAVA_INT, 0, 1);
        int _ = Libc.setNoDelay(errno, fd, option);
        if (to.source() == null) {
            return;
        }
        // The port is chosen when it connects, so that it need be free for that peer alone.
        int _ = Libc.setBindAddressNoPort(errno, fd, option);
        if (Libc.bind(errno, fd, sources.of(new InetSocketAddress(to.source(), 0))) < 0) {
            Libc.close(fd);
            throw ConnectFailures.notOurAddress(to);
        }
    }

    /**
     * Starts to connect it; whether it is connected already. Closes it where that fails at once.
     */
    boolean connect(int fd, Destination to) throws NetException {
        int result = Libc.connect(errno, fd, addresses.of(to.address()));
        if (result < 0 && result != -Libc.EINPROGRESS && result != -Libc.EINTR) {
            Libc.close(fd);
            throw failure(-result, to);
        }
        return result == 0;
    }

    /** Says how an attempt to connect went that has ended. */
    void finishConnect(int fd, Destination to) throws NetException {
        option.set(JAVA_INT, Integer.BYTES, Integer.BYTES);
        int result = Libc.socketError(errno, fd, option, option.asSlice(Integer.BYTES));
        int error = result < 0 ? -result : option.get(JAVA_INT, 0);
        if (error != 0) {
            throw failure(error, to);
        }
    }

    static NetException failure(int errno, Destination to) {
        return switch (errno) {
            case Libc.ECONNREFUSED -> ConnectFailures.refused(to);
            case Libc.ETIMEDOUT -> ConnectFailures.timedOut(to);
            case Libc.ENETUNREACH, Libc.EHOSTUNREACH -> ConnectFailures.unreachable(to);
            case Libc.EMFILE -> ConnectFailures.tooManyFiles(to);
            case Libc.EADDRNOTAVAIL -> ConnectFailures.noLocalPort(to);
            case Libc.EAGAIN -> ConnectFailures.queueFull(to);
            case Libc.ENOENT -> ConnectFailures.other(to, "no such file");
            case Libc.EACCES -> ConnectFailures.other(to, "permission denied");
            default -> ConnectFailures.other(to, "errno " + errno);
        };
    }
}
