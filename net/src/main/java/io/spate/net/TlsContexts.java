package io.spate.net;

import io.spate.net.route.Dns;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What connections of one loop share for TLS: whom to trust, and the sessions that let a later
 * handshake be short. Safe for many threads.
 */
final class TlsContexts {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private @Nullable SSLContext verifying;
    private @Nullable SSLContext trusting;

    TlsContexts() {}

    /** One that trusts other authorities than the JDK does. */
    TlsContexts(SSLContext verifying) {
        this.verifying = verifying;
    }

    /** An engine for one connection. */
    synchronized SSLEngine engine(String host, int port, TlsOptions options)
            throws GeneralSecurityException {
        SSLEngine engine = context(options.verify()).createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setApplicationProtocols(options.alpn().toArray(String[]::new));
        if (options.verify()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (!Dns.looksLiteral(host)) {
            nameServer(parameters, host);
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static void nameServer(SSLParameters parameters, String host) {
        try {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        } catch (IllegalArgumentException _) {
            // Not every name that resolves may stand in SNI, such as one with an underscore.
        }
    }

    private SSLContext context(boolean verify) throws GeneralSecurityException {
        if (verify) {
            if (verifying == null) {
                verifying = SSLContext.getDefault();
            }
            return verifying;
        }
        if (trusting == null) {
            trusting = SSLContext.getInstance("TLS");
            trusting.init(null, new TrustManager[] {new TrustEverybody()}, null);
        }
        return trusting;
    }

    /** For targets with certificates of their own making: the user asked for no checks. */
    private static final class TrustEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
