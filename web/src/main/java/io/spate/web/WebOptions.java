package io.spate.web;

import io.spate.web.access.Access;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a server listens, and whom it lets in.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param names by which browsers may call it beside localhost and addresses in digits
 * @param tls the certificate; empty for plain HTTP
 */
public record WebOptions(
        String host, int port, List<String> names, Access access, Optional<SSLContext> tls) {

    public WebOptions {
        names = List.copyOf(names);
    }
}
