package io.spate.cli.web;

import io.spate.cli.process.UsageException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is served.
 *
 * @param host a name or an address, without brackets
 * @param certificate the file of a TLS certificate
 * @param key the file of its key
 * @param prefix what the flags begin with that name the two files
 * @param login the flag by which somebody wants everybody to log in; empty where nobody says so
 */
public record WebAddress(
        String host,
        int port,
        Optional<String> certificate,
        Optional<String> key,
        String prefix,
        Optional<String> login) {
    private static final String OWN_PREFIX = "--web-";
    private static final Set<String> ALL = Set.of("*", "");

    static final String LOOPBACK = "127.0.0.1";
    static final int PORT = 8089;
    private static final String EVERYWHERE = "0.0.0.0";

    private static final int PORT_MAX = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?:(?<port>\\d+)|(?<host>[^:]*|\\[[^]]*])(?::(?<behind>\\d+))?)");

    /** Reads {@code ADDR:PORT}, {@code :PORT}, {@code PORT} or {@code ADDR}. */
    static WebAddress parse(String flag, String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new UsageException(
                    "%s '%s' is not ADDR:PORT, such as 127.0.0.1:8089 or :9000"
                            .formatted(flag, text));
        }
        var port = Optional.ofNullable(parts.group("port")).or(() -> group(parts.group("behind")));
        return new WebAddress(
                group(parts.group("host")).map(WebAddress::bare).orElse(LOOPBACK),
                port.map(it -> port(flag, it)).orElse(PORT),
                Optional.empty(),
                Optional.empty(),
                OWN_PREFIX,
                Optional.empty());
    }

    /**
     * As Locust's command line has it.
     *
     * @param asked {@code *} for all addresses; empty for the loopback
     */
    public static WebAddress locust(
            Optional<String> asked,
            Optional<Integer> port,
            Optional<String> certificate,
            Optional<String> key) {
        int place = port.orElse(PORT);
        return new WebAddress(
                asked.map(it -> ALL.contains(it) ? EVERYWHERE : it).orElse(LOOPBACK),
                port("--web-port", Integer.toString(Math.max(-1, place))),
                certificate,
                key,
                "--tls-",
                Optional.empty());
    }

    private static Optional<String> group(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isEmpty());
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(String flag, String digits) {
        if (digits.startsWith("-") || digits.length() > 5 || Integer.parseInt(digits) > PORT_MAX) {
            throw new UsageException(
                    "%s: a port is 0 to %d, not %s".formatted(flag, PORT_MAX, digits));
        }
        return Integer.parseInt(digits);
    }

    /** The same where everybody has to log in, as a flag says. */
    public WebAddress withLogin(String flag) {
        return new WebAddress(host, port, certificate, key, prefix, Optional.of(flag));
    }

    WebAddress withTls(@Nullable String certificateFile, @Nullable String keyFile) {
        return new WebAddress(
                host,
                port,
                Optional.ofNullable(certificateFile),
                Optional.ofNullable(keyFile),
                OWN_PREFIX,
                login);
    }
}
