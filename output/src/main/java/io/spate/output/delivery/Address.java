package io.spate.output.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a server as a user gives it.
 *
 * @param uri without user, password and query
 * @param user empty for none
 * @param password empty for none
 * @param query the names and values behind the question mark
 */
public record Address(URI uri, String user, String password, Map<String, String> query) {
    /** As people write shares: {@code ?traces=5%}. */
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private static final Pattern USER_INFO = Pattern.compile("//([^/@?#:]*):[^/?#]*@");
    private static final Pattern SECRETS =
            Pattern.compile("(?i)([?&](?:p|pass|password|token|secret|key)=)[^&#]*");

    public Address {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /**
     * Reads an address.
     *
     * @param schemes those that are possible, such as http and https
     * @throws IllegalArgumentException saying what is wrong, without what is secret
     */
    public static Address parse(String text, String... schemes) {
        URI uri;
        try {
            uri = new URI(LONE_PERCENT.matcher(text).replaceAll("%25"));
        } catch (URISyntaxException e) {
            throw wrong(text, "is no address: " + e.getReason());
        }
        var scheme = uri.getScheme();
        if (scheme == null || !List.of(schemes).contains(scheme)) {
            throw wrong(text, "does not begin with " + String.join(":// or ", schemes) + "://");
        }
        if (uri.getHost() == null) {
            throw wrong(text, "names no host");
        }
        var info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = info.indexOf(':');
        var host = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new Address(
                URI.create(scheme + "://" + host + path),
                decoded(colon < 0 ? info : info.substring(0, colon)),
                colon < 0 ? "" : decoded(info.substring(colon + 1)),
                query(uri.getRawQuery()));
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("'%s' %s".formatted(shown(text), why));
    }

    /** The names and values of a query, which may be none. */
    static Map<String, String> query(@Nullable String text) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** An address as people may see it: passwords and tokens become {@code ***}. */
    public static String shown(String address) {
        var hidden = USER_INFO.matcher(address).replaceAll("//$1:***@");
        return SECRETS.matcher(hidden).replaceAll("$1***");
    }

    /** The same with another path. */
    public Address withPath(String path) {
        var root = uri.getScheme() + "://" + uri.getRawAuthority();
        return new Address(URI.create(root + path), user, password, query);
    }
}
