package io.spate.http.wire;

import io.spate.net.Endpoint;
import io.spate.net.TlsOptions;
import java.util.Optional;
import java.util.function.Function;

/** A server that requests go to, with what every request to it repeats. Immutable. */
public final class Origin {
    private final Endpoint endpoint;
    private final byte[] hostLine;
    private final String targetPrefix;
    private final byte[] proxyLine;

    public Origin(Url url, boolean verifyTls) {
        this(url, verifyTls, _ -> Optional.empty());
    }

    /**
     * With requests in the form that is meant for a proxy, where there is one on the way.
     *
     * @param forwarding the header that lets requests to an endpoint through its HTTP proxy, with
     *     its line end or empty; absent where the endpoint takes requests itself
     */
    public Origin(Url url, boolean verifyTls, Function<Endpoint, Optional<String>> forwarding) {
        endpoint =
                new Endpoint(
                        url.host(),
                        url.port(),
                        url.tls() ? Optional.of(new TlsOptions(verifyTls)) : Optional.empty());
        String server = url.server();
        hostLine =
                new ByteWriter()
                        .put("Host: ")
                        .put(
                                url.unixSocket()
                                        ? "localhost"
                                        : server.substring(server.indexOf("//") + 2))
                        .line()
                        .toByteArray();
        Optional<String> let = forwarding.apply(endpoint);
        targetPrefix = let.isPresent() ? server : "";
        proxyLine = new ByteWriter().put(let.orElse("")).toByteArray();
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public boolean tls() {
        return endpoint.tls().isPresent();
    }

    /** The {@code Host} header with its line end. */
    public byte[] hostLine() {
        return hostLine;
    }

    /** What stands before path and query in a request's first line; empty but for a proxy. */
    public String targetPrefix() {
        return targetPrefix;
    }

    /** The header meant for the proxy, with its line end; mostly empty. */
    public byte[] proxyLine() {
        return proxyLine;
    }

    public boolean isSame(Origin other) {
        return this == other || endpoint.equals(other.endpoint);
    }

    /** The URL of a path and query on this server. */
    public Url url(String target) {
        return new Url(tls(), "", endpoint.host(), endpoint.port(), target);
    }
}
