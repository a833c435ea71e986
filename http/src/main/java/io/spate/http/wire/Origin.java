package io.spate.http.wire;

import io.spate.net.Endpoint;
import io.spate.net.TlsOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A server that requests go to, with what every request to it repeats. Immutable. */
public final class Origin {
    /** HTTP/2 as ALPN names it (RFC 9113, section 3.1). */
    public static final String ALPN_HTTP_2 = "h2";

    private final Endpoint endpoint;
    private final boolean http2Only;
    private final byte[] hostLine;
    private final boolean forwarded;
    private final String targetPrefix;
    private final byte[] proxyLine;

    /**
     * The server of a URL.
     *
     * @param alpn the protocols to offer where it is secured; empty for none
     * @param http2Only whether nothing but HTTP/2 is spoken
     * @param forwarding the header that lets requests to an endpoint through its HTTP proxy, with
     *     its line end or empty; absent where the endpoint takes requests itself
     */
    public Origin(
            Url url,
            boolean verifyTls,
            List<String> alpn,
            boolean http2Only,
            Function<Endpoint, Optional<String>> forwarding) {
        this.http2Only = http2Only;
        endpoint =
                new Endpoint(
                        url.host(),
                        url.port(),
                        url.tls()
                                ? Optional.of(new TlsOptions(verifyTls, alpn))
                                : Optional.empty());
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
        // A proxy that takes requests as such takes them by HTTP/1.1; all else needs a tunnel.
        Optional<String> let = http2Only ? Optional.empty() : forwarding.apply(endpoint);
        forwarded = let.isPresent();
        targetPrefix = let.isPresent() ? server : "";
        proxyLine = new ByteWriter().put(let.orElse("")).toByteArray();
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether nothing but HTTP/2 is spoken: agreed on where it is secured, else known before. */
    public boolean http2Only() {
        return http2Only;
    }

    /** Whether an HTTP proxy takes the requests, in absolute form. */
    public boolean isForwarded() {
        return forwarded;
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
