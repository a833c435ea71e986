package io.spate.net.tls.engine;

import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.TlsVersion;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Engines of the JDK. */
final class JdkEngines implements TlsEngines {
    private final TlsSettings settings;
    private final String[] versions;
    private final Map<Identity, SSLContext> contexts = new HashMap<>();
    private @Nullable ServerCheck check;

    /** Counts connections, where each is to have a session of its own. */
    private int opened;

    /** What engines have in common that may share sessions. */
    private record Identity(int certificate, boolean verify) {}

    JdkEngines(TlsSettings settings) {
        this.settings = settings;
        this.versions =
                Arrays.stream(TlsVersion.values())
                        .filter(each -> each.compareTo(settings.versionMin()) >= 0)
                        .filter(each -> each.compareTo(settings.versionMax()) <= 0)
                        .map(
                                each ->
                                        switch (each) {
                                            case TLS_1_2 -> "TLSv1.2";
                                            case TLS_1_3 -> "TLSv1.3";
                                        })
                        .toArray(String[]::new);
        if (!settings.cipherSuites().isEmpty()) {
            checkCipherSuites();
        }
    }

    private void checkCipherSuites() {
        try {
            SSLParameters supported = context(new Identity(-1, false)).getSupportedSSLParameters();
            Set<String> unknown = new HashSet<>(settings.cipherSuites());
            unknown.removeAll(Set.of(supported.getCipherSuites()));
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(
                        "the JDK does not know the cipher suite " + String.join(", ", unknown));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this JDK cannot do TLS: " + e.getMessage(), e);
        }
    }

    @Override
    public TlsEngine open(String host, int port, boolean verify, List<String> alpn)
            throws GeneralSecurityException {
        String name = settings.serverName().orElse(host);
        SSLContext context =
                context(new Identity(TlsEngines.certificateFor(settings, host), verify));
        // To the JDK host and port name the session to go on with, and are nothing else.
        SSLEngine engine = context.createSSLEngine(name, settings.resumption() ? port : ++opened);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(versions);
        parameters.setApplicationProtocols(alpn.toArray(String[]::new));
        if (!settings.cipherSuites().isEmpty()) {
            parameters.setCipherSuites(settings.cipherSuites().toArray(String[]::new));
        }
        if (!HostNames.isLiteral(name)) {
            nameServer(parameters, name);
        }
        engine.setSSLParameters(parameters);
        return new JdkEngine(engine);
    }

    private static void nameServer(SSLParameters parameters, String host) {
        try {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        } catch (IllegalArgumentException _) {
            // Not every name that resolves may stand in SNI, such as one with an underscore.
        }
    }

    private SSLContext context(Identity identity) throws GeneralSecurityException {
        SSLContext known = contexts.get(identity);
        if (known != null) {
            return known;
        }
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(keys(identity), new TrustManager[] {trust(identity)}, null);
        if (!settings.resumption()) {
            made.getClientSessionContext().setSessionCacheSize(1);
        }
        contexts.put(identity, made);
        return made;
    }

    private KeyManager[] keys(Identity identity) {
        if (identity.certificate() < 0) {
            return new KeyManager[0];
        }
        ClientCertificate certificate = settings.clientCertificates().get(identity.certificate());
        return new KeyManager[] {new ClientKey(certificate)};
    }

    private TrustManager trust(Identity identity) throws GeneralSecurityException {
        if (!identity.verify()) {
            return new TrustEverybody();
        }
        if (check == null) {
            check = new ServerCheck(settings.authorities());
        }
        return check;
    }

    @Override
    public void close() {}
}
