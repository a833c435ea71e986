package io.spate.net.route;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way of all connections of a run. What is empty goes as the machine does by itself.
 *
 * @param proxies what stands between this machine and the targets
 * @param unixSocket the path of the socket that all connections lead to, in place of any host
 * @param hosts addresses in place of those that names have
 * @param dns how names are looked up
 * @param sources the addresses of this machine to connect from
 */
public record Route(
        Optional<Proxies> proxies,
        Optional<UnixSocket> unixSocket,
        HostOverrides hosts,
        Dns dns,
        Optional<SourceAddresses> sources) {

    /** Straight to the target, by the machine's own settings. */
    public static final Route DIRECT =
            new Route(
                    Optional.empty(),
                    Optional.empty(),
                    HostOverrides.NONE,
                    Dns.DEFAULT,
                    Optional.empty());

    /** This one, and the other where this one says nothing. */
    public Route over(Route other) {
        boolean leads = proxies.isPresent() || unixSocket.isPresent();
        return new Route(
                leads ? proxies : other.proxies,
                leads ? unixSocket : other.unixSocket,
                hosts.over(other.hosts),
                dns.over(other.dns),
                sources.or(other::sources));
    }

    /** What differs from the straight way, for people; empty where nothing does. */
    public String describe() {
        return Stream.of(
                        unixSocket.isPresent()
                                ? "unix socket " + unixSocket.get().path()
                                : proxies.map(Proxies::toString).orElse(""),
                        hosts.toString(),
                        dns.toString(),
                        sources.map(it -> "from " + it + " (" + it.count() + ")").orElse(""))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** The same through other proxies. */
    public Route withProxies(Proxies through) {
        return new Route(Optional.of(through), unixSocket, hosts, dns, sources);
    }

    /** The same through one proxy for everything. */
    public Route withProxy(Proxy through) {
        return withProxies(Proxies.always(through));
    }

    /** The same to a socket in the file system. */
    public Route withUnixSocket(UnixSocket socket) {
        return new Route(proxies, Optional.of(socket), hosts, dns, sources);
    }

    /** The same with other addresses in place of those that names have. */
    public Route withHosts(HostOverrides overrides) {
        return new Route(proxies, unixSocket, overrides, dns, sources);
    }

    /** The same with another way to look up names. */
    public Route withDns(Dns other) {
        return new Route(proxies, unixSocket, hosts, other, sources);
    }

    /** The same from addresses of this machine. */
    public Route withSources(SourceAddresses from) {
        return new Route(proxies, unixSocket, hosts, dns, Optional.of(from));
    }

    /**
     * The proxy on the way to a host, if there is one.
     *
     * @param secure whether the target speaks TLS
     */
    public Optional<Proxy> proxyTo(String host, int port, boolean secure) {
        return unixSocketTo(host).isPresent()
                ? Optional.empty()
                : proxies.flatMap(it -> it.on(host, port, secure));
    }

    /** The socket in the file system on the way to a host, which may be such a path itself. */
    public Optional<UnixSocket> unixSocketTo(String host) {
        return UnixSocket.isPath(host) ? Optional.of(new UnixSocket(host)) : unixSocket;
    }
}
