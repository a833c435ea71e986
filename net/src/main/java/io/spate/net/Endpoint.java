package io.spate.net;

import java.util.Optional;

/**
 * Where to connect.
 *
 * @param host a name or a literal address
 * @param port 1 to 65535
 * @param tls how to secure it; empty for plain TCP
 */
public record Endpoint(String host, int port, Optional<TlsOptions> tls) {

    public Endpoint {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be 1 to 65535: " + port);
        }
    }
}
