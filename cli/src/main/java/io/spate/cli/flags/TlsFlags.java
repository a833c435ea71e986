package io.spate.cli.flags;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.net.NetOptions;
import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.TlsVersion;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How connections to {@code https} are secured. */
public final class TlsFlags {
    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = {
                "Show servers that ask this client certificate: PEM (with the chain),",
                "or PKCS#12 (.p12, .pfx). Passphrase: "
                        + TlsFiles.PASSPHRASE
                        + " or the file below."
            })
    private @Nullable String certificate;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Its private key in PEM, where it is not in the same file.")
    private @Nullable String key;

    @Option(
            names = "--cert-passphrase-file",
            paramLabel = "FILE",
            description = "The file whose first line is the key's passphrase.")
    private @Nullable String passphraseFile;

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "Trust these authorities (PEM) in place of the usual ones.")
    private @Nullable String authorities;

    @Option(
            names = "--server-name",
            paramLabel = "HOST",
            description = "Ask for this server and expect its certificate, whatever the URL says.")
    private @Nullable String serverName;

    @Option(
            names = "--tls-min",
            paramLabel = "VERSION",
            description = "The oldest TLS version to speak: 1.2 or 1.3 (1.2).")
    private @Nullable String versionMin;

    @Option(
            names = "--tls-max",
            paramLabel = "VERSION",
            description = "The newest TLS version to speak: 1.2 or 1.3 (1.3).")
    private @Nullable String versionMax;

    @Option(
            names = "--ciphers",
            paramLabel = "NAMES",
            split = ",",
            description = "Offer these cipher suites only: TLS_AES_128_GCM_SHA256, ...")
    private @Nullable List<String> ciphers;

    @Option(
            names = "--tls-resume",
            description = {
                "Go on with earlier TLS sessions on new connections.",
                "Else each is a full handshake, as of a client never seen before."
            })
    private boolean resume;

    @Option(
            names = "--tls-engine",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "Who encrypts: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private TlsSettings.Provider provider = TlsSettings.Provider.AUTO;

    /**
     * What they make.
     *
     * @throws UsageException naming every mistake in them and in the files they name
     */
    public TlsSettings settings(SpateProcess process) {
        List<String> problems = new ArrayList<>();
        TlsFiles files = new TlsFiles(process, problems);
        TlsSettings settings =
                TlsSettings.DEFAULT
                        .withProvider(provider)
                        .withResumption(resume)
                        .withServerName(Optional.ofNullable(serverName))
                        .withCipherSuites(ciphers == null ? List.of() : ciphers)
                        .withAuthorities(authorities(files))
                        .withClientCertificates(certificates(files, problems));
        TlsVersion min = version("--tls-min", versionMin, TlsVersion.TLS_1_2, problems);
        TlsVersion max = version("--tls-max", versionMax, TlsVersion.TLS_1_3, problems);
        if (min.compareTo(max) > 0) {
            problems.add("--tls-min 1.3 is above --tls-max 1.2: no version is left");
        } else {
            settings = settings.withVersions(min, max);
        }
        if (problems.isEmpty() && !settings.equals(TlsSettings.DEFAULT)) {
            check(settings, problems);
        }
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        return settings;
    }

    private static void check(TlsSettings settings, List<String> problems) {
        try {
            NetOptions.DEFAULT.withTls(settings).checkTls();
        } catch (IllegalArgumentException e) {
            problems.add(
                    settings.cipherSuites().isEmpty()
                            ? "TLS is not possible as asked for: " + e.getMessage()
                            : "--ciphers: " + e.getMessage());
        }
    }

    private static TlsVersion version(
            String flag, @Nullable String text, TlsVersion otherwise, List<String> problems) {
        return switch (text) {
            case null -> otherwise;
            case "1.2", "tls1.2" -> TlsVersion.TLS_1_2;
            case "1.3", "tls1.3" -> TlsVersion.TLS_1_3;
            default -> {
                problems.add("%s '%s' is not a version it may be: 1.2, 1.3".formatted(flag, text));
                yield otherwise;
            }
        };
    }

    private List<X509Certificate> authorities(TlsFiles files) {
        return Optional.ofNullable(authorities)
                .flatMap(name -> files.authorities("--cacert", name))
                .orElse(List.of());
    }

    private List<ClientCertificate> certificates(TlsFiles files, List<String> problems) {
        if (certificate == null) {
            if (key != null) {
                problems.add("--key needs --cert, the certificate that it belongs to");
            }
            return List.of();
        }
        Optional<char[]> passphrase =
                passphraseFile == null
                        ? files.passphrase()
                        : files.passphrase("--cert-passphrase-file", passphraseFile);
        return files.clientCertificate(
                        "--cert", certificate, "--key", Optional.ofNullable(key), passphrase)
                .map(List::of)
                .orElse(List.of());
    }
}
