package io.spate.cli.siege;

import io.spate.cli.flags.TlsFiles;
import io.spate.cli.process.SpateProcess;
import io.spate.net.NetOptions;
import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.TlsSettings;
import io.spate.siege.config.Settings;
import io.spate.siege.config.SiegeException;
import java.util.ArrayList;
import java.util.List;

/** How the {@code ssl-} keys of siege.conf secure connections. */
final class SiegeTls {
    private final SpateProcess process;

    SiegeTls(SpateProcess process) {
        this.process = process;
    }

    /**
     * What they come to.
     *
     * @throws SiegeException naming what is wrong with the files and the ciphers
     */
    TlsSettings settings(Settings.Tls tls) {
        var problems = new ArrayList<String>();
        var settings =
                TlsSettings.DEFAULT
                        .withCipherSuites(tls.ciphers())
                        .withClientCertificates(certificates(tls, problems));
        if (problems.isEmpty() && !settings.equals(TlsSettings.DEFAULT)) {
            try {
                NetOptions.DEFAULT.withTls(settings).checkTls();
            } catch (IllegalArgumentException e) {
                problems.add(
                        (tls.ciphers().isEmpty() ? "ssl-cert: " : "ssl-ciphers: ")
                                + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new SiegeException(problems);
        }
        return settings;
    }

    /** The key may be in the certificate's file. */
    private List<ClientCertificate> certificates(Settings.Tls tls, List<String> problems) {
        var files = new TlsFiles(process, problems);
        return tls.certificate()
                .flatMap(
                        name ->
                                files.clientCertificate(
                                        "ssl-cert", name, "ssl-key", tls.key(), files.passphrase()))
                .map(List::of)
                .orElse(List.of());
    }
}
