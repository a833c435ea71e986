package io.spate.siege.config;

import java.util.Locale;
import java.util.Set;

/** The keys of siege.conf. Any other name sets a variable. */
final class Key {
    private static final Set<String> ALL =
            Set.of(
                    "verbose",
                    "color",
                    "quiet",
                    "json_output",
                    "show-logfile",
                    "logging",
                    "logfile",
                    "gmethod",
                    "parser",
                    "nofollow",
                    "csv",
                    "timestamp",
                    "fullurl",
                    "display-id",
                    "limit",
                    "protocol",
                    "chunked",
                    "cache",
                    "connection",
                    "concurrent",
                    "time",
                    "reps",
                    "file",
                    "url",
                    "delay",
                    "timeout",
                    "expire-session",
                    "cookies",
                    "failures",
                    "internet",
                    "benchmark",
                    "user-agent",
                    "accept-encoding",
                    "url-escaping",
                    "login",
                    "login-url",
                    "attempts",
                    "ftp-login",
                    "unique",
                    "ssl-cert",
                    "ssl-key",
                    "ssl-timeout",
                    "ssl-ciphers",
                    "proxy-host",
                    "proxy-port",
                    "proxy-login",
                    "follow-location",
                    "header",
                    "debug",
                    "zero-data-ok",
                    "spinner");

    private Key() {}

    static boolean isKey(String written) {
        return ALL.contains(normal(written));
    }

    /** Keys may be written in any case. */
    static String normal(String written) {
        return written.toLowerCase(Locale.ROOT);
    }
}
