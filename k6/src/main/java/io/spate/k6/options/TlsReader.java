package io.spate.k6.options;

import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.KeyMaterial;
import io.spate.net.tls.TlsMaterialException;
import io.spate.net.tls.TlsVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the options that bear on TLS. */
final class TlsReader {
    private final Merged merged;
    private final Problems problems;

    TlsReader(Merged merged, Problems problems) {
        this.merged = merged;
        this.problems = problems;
    }

    K6Options.Tls read() {
        var suites = merged.fields(OptionKey.TLS_CIPHER_SUITES, problems);
        var version = merged.fields(OptionKey.TLS_VERSION, problems);
        var given = version.get("tlsVersion");
        boolean isText = given.isPresent() && given.get().isString();
        var parts =
                isText || given.isEmpty() ? Optional.<Fields>empty() : version.object("tlsVersion");
        return new K6Options.Tls(
                isText
                        ? version(version, "tlsVersion", false)
                        : parts.flatMap(it -> version(it, "min", false)),
                isText
                        ? version(version, "tlsVersion", true)
                        : parts.flatMap(it -> version(it, "max", true)),
                suites.texts("tlsCipherSuites").orElse(List.of()),
                certificates());
    }

    /** A version; the oldest one may be older than what is spoken. */
    private Optional<TlsVersion> version(Fields fields, String key, boolean newest) {
        return fields.text(key)
                .flatMap(
                        it ->
                                switch (it) {
                                    case "" -> Optional.empty();
                                    case "tls1.2" -> Optional.of(TlsVersion.TLS_1_2);
                                    case "tls1.3" -> Optional.of(TlsVersion.TLS_1_3);
                                    case "ssl3.0", "tls1.0", "tls1.1" -> older(fields, key, newest);
                                    default -> {
                                        fields.wrong(key, "must be 'tls1.2' or 'tls1.3'");
                                        yield Optional.empty();
                                    }
                                });
    }

    private static Optional<TlsVersion> older(Fields fields, String key, boolean newest) {
        if (newest) {
            fields.wrong(key, "Spate speaks tls1.2 and tls1.3, and nothing older");
        }
        return Optional.of(TlsVersion.TLS_1_2);
    }

    private List<ClientCertificate> certificates() {
        var all = new ArrayList<ClientCertificate>();
        for (var each : merged.fields(OptionKey.TLS_AUTH, problems).objects("tlsAuth")) {
            try {
                all.add(
                        KeyMaterial.pem(
                                each.texts("domains").orElse(List.of()),
                                bytes(each, "cert"),
                                bytes(each, "key"),
                                each.text("password").map(String::toCharArray)));
            } catch (TlsMaterialException e) {
                each.wrong("cert", String.valueOf(e.getMessage()));
            }
        }
        return all;
    }

    private static byte[] bytes(Fields fields, String key) {
        return fields.text(key).orElse("").getBytes(StandardCharsets.UTF_8);
    }
}
