package io.spate.net.tls.engine;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whether a server is who it should be: its certificates lead to an authority, are valid today, and
 * the first is made out to the host.
 *
 * <p>Checking signatures takes longer than the rest of a handshake, and a load generator is shown
 * the same certificates thousands of times a second. So what was found good for a host is
 * remembered, and for the very same certificates only the dates are looked at again.
 */
final class ServerCheck extends X509ExtendedTrustManager {
    private static final int REMEMBERED_MAX = 256;

    private final X509TrustManager authorities;
    private final Map<String, X509Certificate[]> good = new Remembered();

    /**
     * With authorities to trust; those of the JDK where none is given.
     *
     * @throws GeneralSecurityException where the JDK's cannot be loaded
     */
    ServerCheck(List<X509Certificate> trusted) throws GeneralSecurityException {
        authorities = trustManager(trusted);
    }

    private static X509TrustManager trustManager(List<X509Certificate> trusted)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted.isEmpty() ? null : keyStore(trusted));
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("this JDK has no trust manager for X.509");
    }

    private static KeyStore keyStore(List<X509Certificate> trusted)
            throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry(Integer.toString(i), trusted.get(i));
            }
            return store;
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * Checks a server's certificates, its own first.
     *
     * @param host whom they should be made out to
     * @throws CertificateException why they are not to be trusted
     */
    void check(X509Certificate[] chain, String keyExchange, String host)
            throws CertificateException {
        if (Arrays.equals(chain, good.get(host))) {
            for (X509Certificate each : chain) {
                each.checkValidity();
            }
            return;
        }
        authorities.checkServerTrusted(chain, keyExchange);
        if (!HostNames.covers(chain[0], host)) {
            throw new CertificateException("it is not made out to " + host);
        }
        good.put(host, chain.clone());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        check(chain, keyExchange, engine.getPeerHost());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        throw new CertificateException("a socket of the JDK is not used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange)
            throws CertificateException {
        throw new CertificateException("for no host in particular no server is trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw notAServer();
    }

    private static CertificateException notAServer() {
        return new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }

    /** The hosts that were last added. */
    private static final class Remembered extends LinkedHashMap<String, X509Certificate[]> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, X509Certificate[]> eldest) {
            return size() > REMEMBERED_MAX;
        }
    }
}
