package io.spate.siege.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenSSL's names of cipher suites, as {@code openssl ciphers} lists them, and those of IANA. */
final class CipherNames {
    private static final Pattern OPENSSL =
            Pattern.compile(
                    "(?:(ECDHE|DHE)-(RSA|ECDSA)-)?"
                            + "(?:AES(128|256)(-GCM)?-(SHA(?:256|384)?)|(CHACHA20-POLY1305))");

    private CipherNames() {}

    /**
     * The suites of a list with colons, commas or spaces between. Names of IANA may stand in it.
     *
     * @throws IllegalArgumentException naming one that is no single suite, such as {@code HIGH}
     */
    static List<String> iana(String list) {
        var names = new ArrayList<String>();
        for (var name : list.split("[:, ]+", -1)) {
            if (!name.isEmpty()) {
                names.add(name.startsWith("TLS_") ? name : ianaName(name));
            }
        }
        return List.copyOf(names);
    }

    private static String ianaName(String name) {
        Matcher parts = OPENSSL.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not the name of a cipher suite, such as ECDHE-RSA-AES128-GCM-SHA256"
                            .formatted(name));
        }
        var exchange = parts.group(1) == null ? "RSA" : parts.group(1) + "_" + parts.group(2);
        if (parts.group(6) != null) {
            return "TLS_" + exchange + "_WITH_CHACHA20_POLY1305_SHA256";
        }
        var mode = parts.group(4) == null ? "CBC" : "GCM";
        return "TLS_%s_WITH_AES_%s_%s_%s".formatted(exchange, parts.group(3), mode, parts.group(5));
    }
}
