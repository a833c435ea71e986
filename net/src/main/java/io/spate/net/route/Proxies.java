package io.spate.net.route;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which proxy a connection goes through.
 *
 * @param plain for what is not secured
 * @param secure for TLS
 * @param exceptions what is connected to directly
 */
public record Proxies(Optional<Proxy> plain, Optional<Proxy> secure, ProxyExceptions exceptions) {
    /** Everything is connected to directly. */
    public static final Proxies NONE =
            new Proxies(Optional.empty(), Optional.empty(), ProxyExceptions.NONE);

    /** One proxy for everything. */
    public static Proxies always(Proxy proxy) {
        return new Proxies(Optional.of(proxy), Optional.of(proxy), ProxyExceptions.NONE);
    }

    /** The same with other exceptions. */
    public Proxies except(ProxyExceptions others) {
        return new Proxies(plain, secure, others);
    }

    /** Such as {@code proxy http://10.0.0.1:3128 except localhost}; empty for none. */
    @Override
    public String toString() {
        String which =
                plain.equals(secure)
                        ? plain.map(it -> "proxy " + it).orElse("")
                        : Stream.of(
                                        plain.map(it -> "proxy " + it + " for http"),
                                        secure.map(it -> "proxy " + it + " for https"))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(", "));
        String others = exceptions.toString();
        return which.isEmpty() || others.isEmpty() ? which : which + " except " + others;
    }

    /** The proxy on the way to a host, if there is one. */
    public Optional<Proxy> on(String host, int port, boolean tls) {
        Optional<Proxy> proxy = tls ? secure : plain;
        return proxy.isPresent() && exceptions.include(host, port) ? Optional.empty() : proxy;
    }
}
