package io.spate.locust.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.net.route.Proxies;
import io.spate.net.route.Proxy;
import io.spate.net.route.ProxyExceptions;
import io.spate.net.route.Route;
import io.spate.net.tls.KeyMaterial;
import io.spate.net.tls.TlsMaterialException;
import io.spate.net.tls.TlsSettings;
import java.util.List;
import java.util.Optional;

/**
 * How a session wants its connections: through proxies, with a certificate of its own.
 *
 * @param plain the proxy for http, as a URL; empty for none
 * @param secure the proxy for https
 * @param certificate in PEM; empty for none
 * @param key in PEM; empty for one that stands with the certificate
 */
record Way(String plain, String secure, String certificate, String key) {
    /** That of the loop. */
    static final Way OWN = new Way("", "", "", "");

    /**
     * How that is said to the network.
     *
     * @throws IllegalArgumentException where a proxy is none
     */
    Route route() {
        return Route.DIRECT.withProxies(
                new Proxies(proxy(plain), proxy(secure), ProxyExceptions.NONE));
    }

    private static Optional<Proxy> proxy(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(Proxy.parse(text.contains("://") ? text : "http://" + text));
    }

    /**
     * The same for TLS.
     *
     * @throws IllegalArgumentException where the certificate cannot be used
     */
    TlsSettings tls() {
        if (certificate.isEmpty()) {
            return TlsSettings.DEFAULT;
        }
        try {
            var secret = key.isEmpty() ? certificate : key;
            return TlsSettings.DEFAULT.withClientCertificates(
                    List.of(
                            KeyMaterial.pem(
                                    List.of(),
                                    certificate.getBytes(UTF_8),
                                    secret.getBytes(UTF_8),
                                    Optional.empty())));
        } catch (TlsMaterialException e) {
            throw new IllegalArgumentException("cert: " + e.getMessage(), e);
        }
    }

    /** Without the key, which nobody is to see. */
    @Override
    public String toString() {
        return "Way[...]";
    }
}
