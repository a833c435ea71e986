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
 * @param resumption whether a later connection to a server goes on with the session of an earlier
 *     one, which spares most of the handshake. A test's users are many clients: each of theirs is
 *     new to the server
 * @param provider who encrypts
 */
public record TlsSettings(
        List<ClientCertificate> clientCertificates,
        List<X509Certificate> authorities,
        TlsVersion versionMin,
        TlsVersion versionMax,
        List<String> cipherSuites,
        Optional<String> serverName,
        boolean resumption,
        Provider provider) {
    /** TLS 1.2 and 1.3, the JDK's authorities, no client certificate. */
    public static final TlsSettings DEFAULT =
            new TlsSettings(
                    List.of(),
                    List.of(),
                    TlsVersion.TLS_1_2,
                    TlsVersion.TLS_1_3,
                    List.of(),
                    Optional.empty(),
                    false,
                    Provider.AUTO);

    public TlsSettings {
        clientCertificates = List.copyOf(clientCertificates);
        authorities = List.copyOf(authorities);
        cipherSuites = List.copyOf(cipherSuites);
        if (versionMin.compareTo(versionMax) > 0) {
            throw new IllegalArgumentException(
                    "the oldest TLS version to speak is newer than the newest");
        }
    }

    /** The same with other certificates of the client. */
    public TlsSettings withClientCertificates(List<ClientCertificate> other) {
        return new TlsSettings(
                other,
                authorities,
                versionMin,
                versionMax,
                cipherSuites,
                serverName,
                resumption,
                provider);
    }

    /** The same with other authorities. */
    public TlsSettings withAuthorities(List<X509Certificate> other) {
        return new TlsSettings(
                clientCertificates,
                other,
                versionMin,
                versionMax,
                cipherSuites,
                serverName,
                resumption,
                provider);
    }

    /**
     * The same from one version to another.
     *
     * @throws IllegalArgumentException where the first is newer than the last
     */
    public TlsSettings withVersions(TlsVersion min, TlsVersion max) {
        return new TlsSettings(
                clientCertificates,
                authorities,
                min,
                max,
                cipherSuites,
                serverName,
                resumption,
                provider);
    }

    /** The same with other cipher suites. */
    public TlsSettings withCipherSuites(List<String> other) {
        return new TlsSettings(
                clientCertificates,
                authorities,
                versionMin,
                versionMax,
                other,
                serverName,
                resumption,
                provider);
    }

    /** The same for a server of another name than URLs have. */
    public TlsSettings withServerName(Optional<String> other) {
        return new TlsSettings(
                clientCertificates,
                authorities,
                versionMin,
                versionMax,
                cipherSuites,
                other,
                resumption,
                provider);
    }

    /** The same with or without resumption of sessions. */
    public TlsSettings withResumption(boolean wanted) {
        return new TlsSettings(
                clientCertificates,
                authorities,
                versionMin,
                versionMax,
                cipherSuites,
                serverName,
                wanted,
                provider);
    }

    /** The same by another provider. */
    public TlsSettings withProvider(Provider other) {
        return new TlsSettings(
                clientCertificates,
                authorities,
                versionMin,
                versionMax,
                cipherSuites,
                serverName,
                resumption,
                other);
    }

    /** Who encrypts. */
    public enum Provider {
        /** OpenSSL where this machine has it, else the JDK. */
        AUTO,
        /** The machine's OpenSSL 3, by direct calls. */
        OPENSSL,
        /** The JDK's own; everywhere. */
        JDK
    }
}
