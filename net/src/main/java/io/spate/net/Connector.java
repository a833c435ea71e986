package io.spate.net;

import io.spate.net.NetException.Kind;
import io.spate.net.Resolver.Lookup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;

/** Opens connections: name, TCP, TLS, one after another on the calling virtual thread. */
final class Connector {
    /** How long one address of several may take where the caller sets no limit. */
    private static final long FIRST_TRY_NANOS = 10_000_000_000L;

    private final EventLoop loop;
    private final Resolver resolver;
    private final TlsContexts tls;
    private final NetOptions.Gate gate;
    private final InputBuffer.Pool buffers = new InputBuffer.Pool();

    Connector(EventLoop loop, Resolver resolver, TlsContexts tls, NetOptions.Gate gate) {
        this.loop = loop;
        this.resolver = resolver;
        this.tls = tls;
        this.gate = gate;
    }

    Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException {
        if (!gate.admits(withoutBrackets(endpoint.host()))) {
            throw new NetException(
                    Kind.NOT_ALLOWED, "host not among the allowed targets: " + endpoint.host());
        }
        long startNanos = System.nanoTime();
        List<InetAddress> addresses = resolve(endpoint.host(), deadlineNanos);
        long resolvedNanos = System.nanoTime();
        PlainConnection connection = connectFirst(addresses, endpoint.port(), deadlineNanos);
        long connectedNanos = System.nanoTime();
        connection.opened(
                new Connection.Opening(
                        resolvedNanos - startNanos,
                        connectedNanos - resolvedNanos,
                        0,
                        "",
                        "",
                        connection.opening().remoteAddress()));
        return endpoint.tls().isEmpty()
                ? connection
                : secure(connection, endpoint, endpoint.tls().get(), deadlineNanos);
    }

    private Connection secure(
            PlainConnection wire, Endpoint endpoint, TlsOptions options, long deadlineNanos)
            throws NetException {
        boolean secured = false;
        try {
            TlsConnection connection =
                    new TlsConnection(
                            wire,
                            tls.engine(withoutBrackets(endpoint.host()), endpoint.port(), options),
                            endpoint.host() + ":" + endpoint.port(),
                            buffers);
            connection.handshake(deadlineNanos);
            secured = true;
            return connection;
        } catch (GeneralSecurityException e) {
            throw new NetException(
                    Kind.TLS_FAILED, "this machine cannot do TLS: " + e.getMessage());
        } finally {
            if (!secured) {
                wire.close();
            }
        }
    }

    private List<InetAddress> resolve(String host, long deadlineNanos) throws NetException {
        loop.checkCaller();
        Lookup lookup = resolver.lookUp(withoutBrackets(host));
        if (!lookup.hasEnded()) {
            await(lookup, host, deadlineNanos);
        }
        if (lookup.addresses().isEmpty()) {
            throw new NetException(Kind.UNKNOWN_HOST, "unknown host: " + host);
        }
        return lookup.addresses();
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private void await(Lookup lookup, String host, long deadlineNanos) throws NetException {
        Wait wait = new Wait();
        lookup.whenEnded(wait);
        boolean uninterrupted = loop.park(wait, deadlineNanos);
        if (lookup.hasEnded()) {
            return;
        }
        if (!uninterrupted) {
            throw new NetException(Kind.INTERRUPTED, "interrupted");
        }
        if (loop.isClosing()) {
            throw EventLoop.closedLoop();
        }
        throw new NetException(Kind.CONNECT_TIMEOUT, "looking up the host timed out: " + host);
    }

    /** Tries one address after another; what is left of the time is shared among those left. */
    private PlainConnection connectFirst(List<InetAddress> addresses, int port, long deadlineNanos)
            throws NetException {
        for (int i = 0; ; i++) {
            PlainConnection connection =
                    new PlainConnection(
                            loop, new InetSocketAddress(addresses.get(i), port), buffers);
            int left = addresses.size() - i;
            try {
                connection.connect(left == 1 ? deadlineNanos : share(deadlineNanos, left));
                return connection;
            } catch (NetException e) {
                if (left == 1 || e.kind() == Kind.INTERRUPTED || loop.isClosing()) {
                    throw e;
                }
            }
        }
    }

    private static long share(long deadlineNanos, int parts) {
        long nowNanos = System.nanoTime();
        return deadlineNanos == Long.MAX_VALUE
                ? nowNanos + FIRST_TRY_NANOS
                : nowNanos + (deadlineNanos - nowNanos) / parts;
    }
}
