package io.spate.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.net.route.UnixSocket;
import java.net.IDN;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An absolute URL, taken apart no further than a request needs.
 *
 * @param tls whether the scheme is https
 * @param userInfo what stands before {@code @} in the authority; mostly empty
 * @param host in lower case, an IPv6 address without its brackets; or the path of a socket in the
 *     file system, from {@code http+unix://%2Fpath%2Fsocket/}
 * @param port 1 to 65535
 * @param target path and query as written, starting with {@code /}; the fragment is dropped
 */
public record Url(boolean tls, String userInfo, String host, int port, String target) {
    private static final String UNIX_SCHEME = "http+unix://";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern HOST_LIKE =
            Pattern.compile("(localhost|[\\w-]+(\\.[\\w-]+)+)(:\\d+)?([/?#].*)?|[\\w-]+:\\d+.*");

    /**
     * Parses an absolute URL.
     *
     * @throws IllegalArgumentException with a message that says what to write instead
     */
    public static Url parse(String text) {
        if (text.regionMatches(true, 0, UNIX_SCHEME, 0, UNIX_SCHEME.length())) {
            return parseUnix(text);
        }
        boolean tls = text.regionMatches(true, 0, "https://", 0, 8);
        if (!tls && !text.regionMatches(true, 0, "http://", 0, 7)) {
            throw new IllegalArgumentException(notAbsolute(text));
        }
        int start = tls ? 8 : 7;
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int at = text.lastIndexOf('@', end - 1);
        String userInfo = at >= start ? text.substring(start, at) : "";
        String authority = text.substring(at >= start ? at + 1 : start, end);
        int colon = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']')));
        String host = host(colon < 0 ? authority : authority.substring(0, colon), text);
        int port = tls ? 443 : 80;
        if (colon >= 0 && colon + 1 < authority.length()) {
            port = port(authority.substring(colon + 1), text);
        }
        return new Url(tls, userInfo, host, port, target(text.substring(end)));
    }

    private static Url parseUnix(String text) {
        String rest = text.substring(UNIX_SCHEME.length());
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String path = URLDecoder.decode(rest.substring(0, end).replace("+", "%2B"), UTF_8);
        if (!UnixSocket.isPath(path)) {
            throw new IllegalArgumentException(
                    "not a URL: '"
                            + text
                            + "': the path of the socket is absolute, its slashes written %2F, as in"
                            + " http+unix://%2Frun%2Fapp.sock/");
        }
        return new Url(false, "", new UnixSocket(path).path(), 80, target(rest.substring(end)));
    }

    /** Whether the server listens on a socket in the file system. */
    public boolean unixSocket() {
        return UnixSocket.isPath(host);
    }

    /** Whether a request to the other goes to the same server. */
    public boolean sameServer(Url other) {
        return tls == other.tls && port == other.port && host.equals(other.host);
    }

    /** What a reference leads to, where it can be requested. */
    public Optional<Url> find(String reference) {
        try {
            return Optional.of(resolve(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port, without a port that goes without saying. */
    public String server() {
        if (unixSocket()) {
            return UNIX_SCHEME + URLEncoder.encode(host, UTF_8).replace("+", "%20");
        }
        String written = host.indexOf(':') < 0 ? host : "[" + host + "]";
        String suffix = port == (tls ? 443 : 80) ? "" : ":" + port;
        return (tls ? "https://" : "http://") + written + suffix;
    }

    /**
     * The URL that a reference found here means, by RFC 3986, section 5.2.
     *
     * @throws IllegalArgumentException where it is none that can be requested
     */
    public Url resolve(String reference) {
        if (SCHEME.matcher(reference).matches()) {
            return parse(reference);
        }
        if (reference.startsWith("//")) {
            return parse((tls ? "https:" : "http:") + reference);
        }
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String merged;
        if (reference.isEmpty() || reference.startsWith("#")) {
            merged = target;
        } else if (reference.startsWith("?")) {
            merged = path + reference;
        } else if (reference.startsWith("/")) {
            merged = reference;
        } else {
            merged = path.substring(0, path.lastIndexOf('/') + 1) + reference;
        }
        return new Url(tls, userInfo, host, port, withoutDots(target(merged)));
    }

    private static String target(String rest) {
        int fragment = rest.indexOf('#');
        String target = fragment < 0 ? rest : rest.substring(0, fragment);
        return target.startsWith("/") ? target : "/" + target;
    }

    private static String withoutDots(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        if (!path.contains("/.")) {
            return target;
        }
        var out = new StringBuilder();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> out.append(last ? "/" : "");
                case ".." -> {
                    out.setLength(Math.max(0, out.lastIndexOf("/")));
                    out.append(last ? "/" : "");
                }
                default -> out.append('/').append(segments[i]);
            }
        }
        return out + (question < 0 ? "" : target.substring(question));
    }

    private static String host(String written, String text) {
        String host = written;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
            if (!host.matches("[0-9A-Fa-f:.]+(%.+)?")) {
                throw new IllegalArgumentException(
                        "not a URL: '" + text + "': '" + host + "' is not an IPv6 address");
            }
            return host.toLowerCase(Locale.ROOT);
        }
        if (!host.chars().allMatch(c -> c < 0x80)) {
            host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        }
        if (!host.matches("[A-Za-z0-9._-]+")) {
            String fault = host.isEmpty() ? "the host is missing" : "'" + host + "' is not a host";
            throw new IllegalArgumentException("not a URL: '" + text + "': " + fault);
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static int port(String digits, String text) {
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "not a URL: '" + text + "': the port must be 1 to 65535, not '" + digits + "'");
        }
        return port;
    }

    private static String notAbsolute(String text) {
        String start = "not a URL: '" + text + "'";
        if (text.startsWith("/")) {
            return start + ": it has no host; set a base URL, or write http://HOST" + text;
        }
        if (text.contains("://")) {
            return start + ": only http and https can be sent";
        }
        if (HOST_LIKE.matcher(text).matches()) {
            return start + ", did you mean http://" + text + "?";
        }
        return start + ", did you mean http://HOST/" + text + ", or /" + text + " with a base URL?";
    }
}
