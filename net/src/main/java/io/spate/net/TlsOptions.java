package io.spate.net;

import java.util.List;

/**
 * How a connection is secured. What holds for all connections stands in {@link
 * io.spate.net.tls.TlsSettings}.
 *
 * @param verify whether the server's certificate and name are checked
 * @param alpn protocols to offer, the best first, such as {@code h2}; empty for no offer
 */
public record TlsOptions(boolean verify, List<String> alpn) {
    public TlsOptions {
        alpn = List.copyOf(alpn);
    }

    /** Without an offer of protocols. */
    public TlsOptions(boolean verify) {
        this(verify, List.of());
    }
}
