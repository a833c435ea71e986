package io.spate.net.tls.engine;

import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.TlsVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Cipher suites as OpenSSL wants them: a list for TLS 1.2 and one for TLS 1.3, by its own names. It
 * does not offer a version of its own accord that has no suite, but fails.
 *
 * @param older of TLS 1.2, with colons between
 * @param newer of TLS 1.3
 * @param versionMin the oldest version that has a suite
 * @param versionMax the newest version that has a suite
 */
record OpenSslSuites(String older, String newer, TlsVersion versionMin, TlsVersion versionMax) {

    /**
     * Those of the settings; without names where they want the usual ones.
     *
     * @throws IllegalArgumentException where OpenSSL does not know one, or none is of a version
     *     that may be spoken
     */
    static OpenSslSuites of(TlsSettings settings, OpenSsl library) {
        if (settings.cipherSuites().isEmpty()) {
            return new OpenSslSuites("", "", settings.versionMin(), settings.versionMax());
        }
        List<String> older = new ArrayList<>();
        List<String> newer = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String each : settings.cipherSuites()) {
            library.cipherName(each)
                    .ifPresentOrElse(
                            name -> (name.startsWith("TLS_") ? newer : older).add(name),
                            () -> unknown.add(each));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "OpenSSL does not know the cipher suite " + String.join(", ", unknown));
        }
        TlsVersion min = older.isEmpty() ? TlsVersion.TLS_1_3 : settings.versionMin();
        TlsVersion max = newer.isEmpty() ? TlsVersion.TLS_1_2 : settings.versionMax();
        if (min.compareTo(max) > 0
                || min.compareTo(settings.versionMax()) > 0
                || max.compareTo(settings.versionMin()) < 0) {
            throw new IllegalArgumentException(
                    "none of the cipher suites is of a TLS version that may be spoken");
        }
        return new OpenSslSuites(String.join(":", older), String.join(":", newer), min, max);
    }

    /** Whether the usual suites are to be offered. */
    boolean isUsual() {
        return older.isEmpty() && newer.isEmpty();
    }
}
