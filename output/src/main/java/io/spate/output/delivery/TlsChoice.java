package io.spate.output.delivery;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which servers are trusted, and what they are told of who sends.
 *
 * @param insecure whether any certificate will do
 * @param authorities a file with those that are trusted in place of the JDK's
 * @param certificate a file with the client's certificate, and those that lead to its authority
 * @param key a file with its private key
 * @param context what these files became; empty where the JDK's own will do
 */
public record TlsChoice(
        boolean insecure,
        Optional<String> authorities,
        Optional<String> certificate,
        Optional<String> key,
        Optional<SSLContext> context) {
    /** The JDK's own. */
    public static final TlsChoice STANDARD =
            of(false, Optional.empty(), Optional.empty(), Optional.empty());

    private static final char[] NO_PASSWORD = {};

    /** One whose files have not been read. */
    public static TlsChoice of(
            boolean insecure,
            Optional<String> authorities,
            Optional<String> certificate,
            Optional<String> key) {
        return new TlsChoice(insecure, authorities, certificate, key, Optional.empty());
    }

    /**
     * The same with its files read.
     *
     * @throws IOException saying which file is wrong, and how
     */
    TlsChoice read(PemFiles files) throws IOException {
        if (isStandard()) {
            return this;
        }
        try {
            var made = SSLContext.getInstance("TLS");
            made.init(keyManagers(files), trustManagers(files), null);
            return new TlsChoice(insecure, authorities, certificate, key, Optional.of(made));
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK cannot use these certificates: " + e.getMessage(), e);
        }
    }

    private boolean isStandard() {
        return !insecure && authorities.isEmpty() && certificate.isEmpty();
    }

    /** What its files became, once they have been read; empty where the JDK's own will do. */
    Optional<SSLContext> ready() {
        if (context.isEmpty() && !isStandard()) {
            throw new IllegalStateException("certificates must be read before anything is sent");
        }
        return context;
    }

    private KeyManager[] keyManagers(PemFiles files) throws IOException, GeneralSecurityException {
        if (certificate.isEmpty()) {
            return new KeyManager[0];
        }
        var chain = files.certificates(certificate.get());
        var secret = files.key(key.orElse(certificate.get()), chain.getFirst());
        var store = empty();
        store.setKeyEntry("client", secret, NO_PASSWORD, chain.toArray(Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private TrustManager[] trustManagers(PemFiles files)
            throws IOException, GeneralSecurityException {
        if (insecure) {
            return new TrustManager[] {new AnyCertificate()};
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (authorities.isEmpty()) {
            factory.init((KeyStore) null);
        } else {
            var store = empty();
            for (var each : files.certificates(authorities.get())) {
                store.setCertificateEntry("authority " + store.size(), each);
            }
            factory.init(store);
        }
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
