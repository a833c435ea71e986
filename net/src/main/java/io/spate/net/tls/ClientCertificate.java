package io.spate.net.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate that says who the client is, for servers that ask.
 *
 * @param domains which hosts get it: names, or {@code *.name} for all names below one; empty for
 *     every host
 * @param key the private key of the first certificate
 * @param chain the certificate, and after it those that lead from it to an authority
 */
public record ClientCertificate(List<String> domains, PrivateKey key, List<X509Certificate> chain) {
    public ClientCertificate {
        domains = List.copyOf(domains);
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a client certificate needs a certificate");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ClientCertificate[domains=%s, subject=%s]"
                .formatted(domains, chain.getFirst().getSubjectX500Principal());
    }
}
