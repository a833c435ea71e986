package io.spate.net.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How connections are secured that a URL wants secured. Start from {@link #DEFAULT} and say what
 * differs.
 *
 * @param clientCertificates who the client is, for servers that ask; the first that fits a host
 * @param authorities whom to trust; empty for those that the JDK trusts
 * @param versionMin the oldest version to speak
 * @param versionMax the newest version to speak
 * @param cipherSuites which to offer, the best first, by their IANA names; empty for the usual
 * @param serverName whom to ask for and whose certificate to expect, whatever host a URL names
 */
public record TlsSettings(
        List<ClientCertificate> clientCertificates,
        List<X509Certificate> authorities,
        TlsVersion versionMin,
        TlsVersion versionMax,
        List<String> cipherSuites,
        Optional<String> serverName) {
    /** TLS 1.2 and 1.3, the JDK's authorities, no client certificate. */
    public static final TlsSettings DEFAULT =
            new TlsSettings(
                    List.of(),
                    List.of(),
                    TlsVersion.TLS_1_2,
                    TlsVersion.TLS_1_3,
                    List.of(),
                    Optional.empty());

    public TlsSettings {
        clientCertificates = List.copyOf(clientCertificates);
        authorities = List.copyOf(authorities);
        cipherSuites = List.copyOf(cipherSuites);
        if (versionMin.compareTo(versionMax) > 0) {
            throw new IllegalArgumentException(
                    "the oldest TLS version to speak is newer than the newest");
        }
    }
}
