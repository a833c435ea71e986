package io.spate.http.wire;

import io.spate.net.Endpoint;
import io.spate.net.TlsOptions;
import java.util.Optional;

/** A server that requests go to, with what every request to it repeats. Immutable. */
public final class Origin {
    private final Endpoint endpoint;
    private final byte[] hostLine;

    public Origin(Url url, boolean verifyTls) {
        endpoint =
                new Endpoint(
                        url.host(),
                        url.port(),
                        url.tls() ? Optional.of(new TlsOptions(verifyTls)) : Optional.empty());
        String server = url.server();
        hostLine =
                new ByteWriter()
                        .put("Host: ")
                        .put(server.substring(server.indexOf("//") + 2))
                        .line()
                        .toByteArray();
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

    public boolean isSame(Origin other) {
        return this == other || endpoint.equals(other.endpoint);
    }

    /** The URL of a path and query on this server. */
    public Url url(String target) {
        return new Url(tls(), "", endpoint.host(), endpoint.port(), target);
    }
}
