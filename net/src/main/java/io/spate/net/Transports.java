package io.spate.net;

import io.spate.net.poll.EpollPoller;
import io.spate.net.poll.NativeSockets;
import io.spate.net.poll.NioPoller;
import io.spate.net.poll.Poller;
import io.spate.net.poll.UringPoller;

/** Opens the way to the operating system that options name. */
final class Transports {
    private Transports() {}

    /**
     * Opens a poller.
     *
     * @throws UnsupportedTransportException where this machine does not have it
     */
    static Poller open(NetOptions.Transport transport) {
        return switch (transport) {
            case NIO -> new NioPoller();
            case EPOLL -> {
                requireNatives("epoll");
                yield new EpollPoller();
            }
            case IO_URING -> {
                requireNatives("io_uring");
                yield uring();
            }
            case AUTO -> NativeSockets.areAvailable() ? best() : new NioPoller();
        };
    }

    private static void requireNatives(String transport) {
        if (!NativeSockets.areAvailable()) {
            throw new UnsupportedTransportException(
                    transport
                            + " needs Linux on x86-64 or aarch64, and Java's option"
                            + " --enable-native-access",
                    null);
        }
    }

    private static Poller uring() {
        try {
            return new UringPoller();
        } catch (UnsupportedOperationException e) {
            throw new UnsupportedTransportException(
                    "io_uring needs Linux 6.1 or newer, a system or container that does not forbid"
                            + " it, and memory to lock (ulimit -l); the transport epoll does without ("
                            + e.getMessage()
                            + ")",
                    e);
        }
    }

    /** On older kernels io_uring works as well, but has not been measured to be better. */
    private static Poller best() {
        try {
            var uring = new UringPoller();
            if (uring.packsReceived()) {
                return uring;
            }
            uring.close();
        } catch (UnsupportedOperationException | LinkageError _) {
            // As most containers forbid it.
        }
        return epollOrNio();
    }

    private static Poller epollOrNio() {
        try {
            return new EpollPoller();
        } catch (UnsupportedOperationException | LinkageError _) {
            return new NioPoller();
        }
    }
}
