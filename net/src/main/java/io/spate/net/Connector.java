package io.spate.net;

import io.spate.net.Dialer.Found;
import io.spate.net.dial.Destination;
import io.spate.net.dial.HttpTunnel;
import io.spate.net.dial.Pipe;
import io.spate.net.dial.ProxyRefusedException;
import io.spate.net.dial.Resolver;
import io.spate.net.dial.Socks;
import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.poll.BufferPool;
import io.spate.net.route.HostOverrides.Rule;
import io.spate.net.route.Proxy;
import io.spate.net.route.Route;
import io.spate.net.route.UnixSocket;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.engine.TlsEngines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Opens the connections of one loop: name, TCP, proxy, TLS, one after another on the calling
 * virtual thread.
 */
public final class Connector {
    private final Dialer dialer;
    private final TlsSettings tlsSettings;

    /** Made once it is needed, or at once where the settings may be wrong. */
    private @Nullable TlsEngines tls;

    private final NetOptions.Gate gate;
    private final Route route;
    private final BufferPool buffers = new BufferPool();
    private final Function<NetOptions, Connector> another;
    private final Map<Way, Connector> others = new HashMap<>();

    Connector(EventLoop loop, String name, NetOptions options) {
        another = it -> new Connector(loop, name, it);
        tlsSettings = options.tls();
        if (!tlsSettings.equals(TlsSettings.DEFAULT)) {
            tls = TlsEngines.of(tlsSettings);
        }
        gate = options.gate();
        route = options.route();
        dialer = new Dialer(loop, new Resolver(name, loop, route.dns()), route, buffers);
    }

    /** How connections are made. */
    private record Way(TlsSettings tls, Route route) {}

    /**
     * Opens connections of the same loop, through the same gate, in another way, for as long as the
     * loop runs; the same one for the same way. On the loop.
     *
     * @throws IllegalArgumentException where this machine cannot do TLS as the settings want
     */
    public Connector other(TlsSettings tlsOther, Route routeOther) {
        return others.computeIfAbsent(
                new Way(tlsOther, routeOther),
                it ->
                        another.apply(
                                NetOptions.DEFAULT
                                        .withGate(gate)
                                        .withTls(it.tls)
                                        .withRoute(it.route)));
    }

    /**
     * As {@link #other}, with TLS as it is here but for a change.
     *
     * @throws IllegalArgumentException where this machine cannot do TLS so
     */
    public Connector secured(UnaryOperator<TlsSettings> change) {
        return other(change.apply(tlsSettings), route);
    }

    /**
     * The HTTP proxy on the way to an endpoint without TLS. It may be given HTTP requests as such,
     * in absolute form, over {@link #connectForwarding}. Any thread.
     */
    public Optional<Proxy> forwardingProxy(Endpoint endpoint) {
        return endpoint.tls().isPresent()
                ? Optional.empty()
                : proxyTo(endpoint).filter(it -> it.scheme() == Proxy.Scheme.HTTP);
    }

    /**
     * As {@link EventLoop#connect}, but only as far as the {@link #forwardingProxy}, which is to
     * understand what is sent.
     */
    public Connection connectForwarding(Endpoint endpoint, long deadlineNanos) throws NetException {
        Proxy proxy = forwardingProxy(endpoint).orElseThrow();
        checkAdmitted(hostOf(endpoint), endpoint.port(), proxyTo(endpoint));
        Found found = findProxy(proxy, deadlineNanos);
        long startNanos = System.nanoTime();
        return opened(connectProxy(found, deadlineNanos), found.lookUpNanos(), startNanos);
    }

    /** See {@link EventLoop#connect}. */
    public Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException {
        String host = hostOf(endpoint);
        Optional<Proxy> proxy = proxyTo(endpoint);
        checkAdmitted(host, endpoint.port(), proxy);
        PlainConnection wire =
                proxy.isPresent()
                        ? connectThrough(proxy.get(), host, endpoint.port(), deadlineNanos)
                        : connectDirectly(host, endpoint.port(), deadlineNanos);
        return endpoint.tls().isEmpty()
                ? wire
                : secure(wire, endpoint, endpoint.tls().get(), deadlineNanos);
    }

    private Optional<Proxy> proxyTo(Endpoint endpoint) {
        return route.proxyTo(hostOf(endpoint), endpoint.port(), endpoint.tls().isPresent());
    }

    private static String hostOf(Endpoint endpoint) {
        String host = endpoint.host();
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    /** The host as it is written, and what stands in its place other than by its own name. */
    private void checkAdmitted(String host, int port, Optional<Proxy> proxy) throws NetException {
        checkAdmitted(host);
        if (proxy.map(it -> it.scheme().looksUpNames()).orElse(false)) {
            return;
        }
        Optional<UnixSocket> socket = route.unixSocketTo(host);
        Optional<Rule> rule = route.hosts().find(host, port);
        if (socket.isPresent()) {
            checkAdmitted(socket.get().path());
        } else if (rule.isPresent()) {
            checkAdmitted(rule.get().address().getHostAddress());
        }
    }

    private void checkAdmitted(String host) throws NetException {
        if (!gate.admits(host)) {
            throw new NetException(Kind.NOT_ALLOWED, "host not among the allowed targets: " + host);
        }
    }

    private PlainConnection connectDirectly(String host, int port, long deadlineNanos)
            throws NetException {
        Found found = admitted(dialer.find(host, port, deadlineNanos));
        long startNanos = System.nanoTime();
        PlainConnection wire = dialer.connect(found.destinations(), deadlineNanos);
        return opened(wire, found.lookUpNanos(), startNanos);
    }

    private Found admitted(Found found) throws NetException {
        List<Destination> all = found.destinations();
        List<Destination> admitted = all.stream().filter(this::isAdmitted).toList();
        if (admitted.isEmpty()) {
            throw new NetException(
                    Kind.ADDRESS_NOT_ALLOWED,
                    "address not among the allowed targets: " + all.getFirst().host());
        }
        return new Found(admitted, found.lookUpNanos());
    }

    private boolean isAdmitted(Destination to) {
        return !(to.address() instanceof InetSocketAddress inet) || gate.admits(inet.getAddress());
    }

    private PlainConnection connectThrough(Proxy proxy, String host, int port, long deadlineNanos)
            throws NetException {
        Found found = findProxy(proxy, deadlineNanos);
        long lookUpNanos = found.lookUpNanos();
        Socks.Target target = new Socks.Target(host, null, port);
        if (!proxy.scheme().looksUpNames()) {
            Found there = admitted(dialer.findByNetwork(host, port, deadlineNanos));
            lookUpNanos += there.lookUpNanos();
            target = target(host, there.destinations().getFirst());
        }
        long startNanos = System.nanoTime();
        PlainConnection wire = connectProxy(found, deadlineNanos);
        boolean through = false;
        try {
            openTunnel(wire, proxy, target, deadlineNanos);
            through = true;
        } finally {
            if (!through) {
                wire.close();
            }
        }
        return opened(wire, lookUpNanos, startNanos);
    }

    private static Socks.Target target(String host, Destination there) {
        InetSocketAddress address = (InetSocketAddress) there.address();
        return new Socks.Target(host, address.getAddress(), address.getPort());
    }

    private Found findProxy(Proxy proxy, long deadlineNanos) throws NetException {
        try {
            return dialer.findByNetwork(proxy.host(), proxy.port(), deadlineNanos);
        } catch (NetException e) {
            throw ofProxy(e);
        }
    }

    private PlainConnection connectProxy(Found found, long deadlineNanos) throws NetException {
        try {
            return dialer.connect(found.destinations(), deadlineNanos);
        } catch (NetException e) {
            throw ofProxy(e);
        }
    }

    private static NetException ofProxy(NetException e) {
        return new NetException(e.kind(), e.getMessage() + " (the proxy)");
    }

    private static void openTunnel(
            PlainConnection wire, Proxy proxy, Socks.Target target, long deadlineNanos)
            throws NetException {
        Pipe pipe = new Wire(wire, deadlineNanos);
        String to = authority(target);
        try {
            if (proxy.scheme() == Proxy.Scheme.HTTP) {
                HttpTunnel.open(pipe, proxy, to);
            } else {
                Socks.open(pipe, proxy, target);
            }
        } catch (ProxyRefusedException e) {
            throw new NetException(
                    Kind.PROXY_REFUSED,
                    "proxy %s refused %s: %s".formatted(proxy, to, e.getMessage()));
        } catch (NetException e) {
            throw e.kind() == Kind.TIMEOUT
                    ? new NetException(
                            Kind.CONNECT_TIMEOUT,
                            "proxy %s did not answer in time".formatted(proxy))
                    : e;
        } catch (IOException e) {
            throw new IllegalStateException("a pipe throws no other", e);
        }
    }

    private static String authority(Socks.Target target) {
        InetAddress address = target.address();
        String host = address == null ? target.host() : address.getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + target.port();
    }

    private static PlainConnection opened(
            PlainConnection connection, long lookUpNanos, long startNanos) {
        connection.opened(
                new Connection.Opening(
                        lookUpNanos,
                        System.nanoTime() - startNanos,
                        0,
                        "",
                        "",
                        connection.opening().remoteAddress()));
        return connection;
    }

    private Connection secure(
            PlainConnection wire, Endpoint endpoint, TlsOptions options, long deadlineNanos)
            throws NetException {
        Connection open = wire;
        boolean secured = false;
        try {
            TlsConnection connection =
                    new TlsConnection(
                            wire,
                            engines()
                                    .open(
                                            hostOf(endpoint),
                                            endpoint.port(),
                                            options.verify(),
                                            options.alpn()),
                            endpoint.host() + ":" + endpoint.port(),
                            buffers);
            open = connection;
            connection.handshake(deadlineNanos);
            secured = true;
            return connection;
        } catch (GeneralSecurityException e) {
            throw new NetException(
                    Kind.TLS_FAILED, "this machine cannot do TLS: " + e.getMessage());
        } finally {
            if (!secured) {
                open.close();
            }
        }
    }

    /** Gives back what TLS holds, once the loop has ended. */
    void close() {
        others.values().forEach(Connector::close);
        if (tls != null) {
            tls.close();
        }
    }

    private TlsEngines engines() {
        if (tls == null) {
            tls = TlsEngines.of(tlsSettings);
        }
        return tls;
    }

    /** A connection to a proxy, before it lets bytes through. */
    private record Wire(Connection connection, long deadlineNanos) implements Pipe {
        @Override
        public void write(byte[] bytes) throws NetException {
            connection.write(bytes, 0, bytes.length, deadlineNanos);
        }

        @Override
        public int read() throws IOException {
            if (connection.position() == connection.limit() && connection.fill(deadlineNanos) < 0) {
                throw new ProxyRefusedException("it closed the connection");
            }
            int next = connection.buffer()[connection.position()] & 0xFF;
            connection.consume(1);
            return next;
        }
    }
}
