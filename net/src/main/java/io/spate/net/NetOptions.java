package io.spate.net;

import io.spate.net.route.Route;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.engine.TlsEngines;
import java.net.InetAddress;

/**
 * All that concerns the network. Start from {@link #DEFAULT} and say what differs.
 *
 * @param transport which way to the operating system
 * @param gate which hosts may be connected to
 * @param tls how connections are secured that a URL wants secured
 * @param route the way that connections take: proxies, names, addresses
 */
public record NetOptions(Transport transport, Gate gate, TlsSettings tls, Route route) {
    /** The best transport of this machine, to any host, with the JDK's authorities. */
    public static final NetOptions DEFAULT =
            new NetOptions(Transport.AUTO, _ -> true, TlsSettings.DEFAULT, Route.DIRECT);

    /** The same by another transport. */
    public NetOptions withTransport(Transport other) {
        return new NetOptions(other, gate, tls, route);
    }

    /** The same behind another gate. */
    public NetOptions withGate(Gate other) {
        return new NetOptions(transport, other, tls, route);
    }

    /** The same with connections secured in another way. */
    public NetOptions withTls(TlsSettings other) {
        return new NetOptions(transport, gate, other, route);
    }

    /** The same by another way. */
    public NetOptions withRoute(Route other) {
        return new NetOptions(transport, gate, tls, other);
    }

    /**
     * Looks whether this machine can do TLS as they say.
     *
     * @throws IllegalArgumentException where it cannot, and why
     */
    public void checkTls() {
        TlsEngines.of(tls).close();
    }

    /** A way to the operating system's sockets. */
    public enum Transport {
        /**
         * Io_uring on Linux 6.12 and newer, where it is not forbidden; else epoll, or else the
         * JDK's selector.
         */
        AUTO,
        /** Linux io_uring by direct system calls; Linux 6.1 or newer. */
        IO_URING,
        /** Linux epoll by direct system calls. */
        EPOLL,
        /** The JDK's selector; everywhere. */
        NIO
    }

    /**
     * Says which hosts may be connected to. Asked before each connection, ahead of the look-up of
     * the name, by any loop: it is safe for use by any thread and neither blocks nor takes a lock.
     * Asked of the host of a URL, and of the address or the socket that the {@link Route} puts in
     * its place; not of proxies.
     */
    @FunctionalInterface
    public interface Gate {
        /**
         * Whether a host may be connected to: a name, a literal address without brackets, or the
         * path of a socket.
         */
        boolean admits(String host);

        /** Whether an address may be connected to, once the name of a host has been looked up. */
        default boolean admits(InetAddress address) {
            return true;
        }
    }
}
