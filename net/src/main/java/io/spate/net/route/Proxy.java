package io.spate.net.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A server that connects on behalf of others.
 *
 * @param scheme how it is spoken to
 * @param host a name or a literal address, without brackets
 * @param port 1 to 65535
 * @param credentials for it, if it wants any
 */
public record Proxy(Scheme scheme, String host, int port, Optional<Credentials> credentials) {

    /** How a proxy is spoken to. */
    public enum Scheme {
        /** Plain HTTP requests as such, in absolute form; everything else by CONNECT. */
        HTTP(80),
        /** SOCKS 4; this machine looks up the name, and only addresses of IPv4 can be asked for. */
        SOCKS4(1080),
        /** SOCKS 4a: the proxy looks up the name. */
        SOCKS4A(1080),
        /** SOCKS 5; this machine looks up the name. */
        SOCKS5(1080),
        /** SOCKS 5; the proxy looks up the name. */
        SOCKS5H(1080);

        private final int defaultPort;

        Scheme(int defaultPort) {
            this.defaultPort = defaultPort;
        }

        /** Whether the proxy looks up the names of targets. */
        public boolean looksUpNames() {
            return this == HTTP || this == SOCKS4A || this == SOCKS5H;
        }

        private static Scheme of(String text) {
            String name = text.toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "a proxy is %s, not %s".formatted(schemes(), text)));
        }

        private static String schemes() {
            return Arrays.stream(values())
                    .map(it -> it.name().toLowerCase(Locale.ROOT) + "://")
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * Who asks.
     *
     * @param user a name
     * @param password maybe empty
     */
    public record Credentials(String user, String password) {
        /** Hidden. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Takes {@code http://user:password@host:port}; without a scheme it is {@code http}. User and
     * password may be percent-encoded.
     *
     * @throws IllegalArgumentException with a message that does not show the credentials
     */
    public static Proxy parse(String text) {
        try {
            return parsed(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a proxy such as http://user:password@host:8080: %s"
                            .formatted(masked(text), e.getMessage()));
        }
    }

    private static Proxy parsed(String text) {
        int scheme = text.indexOf("://");
        int at = text.lastIndexOf('@');
        int start = scheme < 0 ? 0 : scheme + 3;
        String rest = text.substring(Math.max(start, at + 1));
        int slash = rest.indexOf('/');
        if (slash >= 0 && slash < rest.length() - 1) {
            throw new IllegalArgumentException("a proxy has no path");
        }
        Scheme kind = scheme < 0 ? Scheme.HTTP : Scheme.of(text.substring(0, scheme));
        HostPort server = HostPort.parse(slash < 0 ? rest : rest.substring(0, slash));
        return new Proxy(
                kind,
                server.host(),
                server.port() == 0 ? kind.defaultPort : server.port(),
                at < start
                        ? Optional.empty()
                        : Optional.of(credentials(text.substring(start, at))));
    }

    private static Credentials credentials(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Credentials(decoded(text), "")
                : new Credentials(
                        decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            return text; // a password with a % that was not meant to encode anything
        }
    }

    private static String masked(String text) {
        int at = text.lastIndexOf('@');
        int scheme = text.indexOf("://");
        return at < 0
                ? text
                : text.substring(0, scheme < 0 || scheme > at ? 0 : scheme + 3)
                        + "***"
                        + text.substring(at);
    }

    /** Its URL, credentials hidden. */
    @Override
    public String toString() {
        return scheme.name().toLowerCase(Locale.ROOT)
                + "://"
                + (credentials.isPresent() ? "***@" : "")
                + authority();
    }

    /**
     * The header that an HTTP proxy lets us in by, with its line end; empty where it wants none.
     */
    public String authorization() {
        return credentials
                .map(it -> (it.user() + ":" + it.password()).getBytes(UTF_8))
                .map(it -> Base64.getEncoder().encodeToString(it))
                .map(it -> "Proxy-Authorization: Basic " + it + "\r\n")
                .orElse("");
    }

    /** Host and port. */
    public String authority() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
