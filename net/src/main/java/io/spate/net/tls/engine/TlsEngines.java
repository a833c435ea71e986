package io.spate.net.tls.engine;

import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.TlsSettings;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** Makes the engines of one loop's connections, which share whom to trust, keys and sessions. */
public interface TlsEngines extends AutoCloseable {

    /**
     * Makes them as the settings say.
     *
     * @throws IllegalArgumentException where this machine cannot do what they ask, and why
     */
    static TlsEngines of(TlsSettings settings) {
        return switch (settings.provider()) {
            case JDK -> new JdkEngines(settings);
            case OPENSSL ->
                    new OpenSslEngines(
                            settings,
                            OpenSsl.find()
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            OpenSsl.WHAT_IT_NEEDS)));
            case AUTO -> {
                Optional<OpenSsl> found = OpenSsl.find();
                yield found.isPresent()
                        ? new OpenSslEngines(settings, found.get())
                        : new JdkEngines(settings);
            }
        };
    }

    /**
     * Makes one for a connection that has just been opened.
     *
     * @param host whom the URL names
     * @param verify whether the server's certificates are checked
     * @param alpn protocols to offer, the best first
     * @throws GeneralSecurityException where this machine cannot do it
     */
    TlsEngine open(String host, int port, boolean verify, List<String> alpn)
            throws GeneralSecurityException;

    /** Gives back what the operating system lent, but for what engines in use still need. */
    @Override
    void close();

    /** Who the client is at a host: an index into the settings' list; -1 for nobody. */
    static int certificateFor(TlsSettings settings, String host) {
        List<ClientCertificate> all = settings.clientCertificates();
        for (int i = 0; i < all.size(); i++) {
            List<String> domains = all.get(i).domains();
            if (domains.isEmpty()
                    || domains.stream().anyMatch(each -> HostNames.matches(each, host))) {
                return i;
            }
        }
        return -1;
    }
}
