package io.spate.k6.api.redis;

import io.spate.redis.Address;
import io.spate.redis.Limits;
import io.spate.redis.Login;
import io.spate.redis.Servers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code redis[s]://[[user][:password]@][host][:port][/database]}. */
final class RedisUrl {
    static final int PORT = 6379;

    /** What go-redis does where nothing else is said. */
    static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(4),
                    10 * Runtime.getRuntime().availableProcessors(),
                    3,
                    Duration.ofMillis(8),
                    Duration.ofMillis(512));

    private RedisUrl() {}

    /**
     * One server by its URL.
     *
     * @throws IllegalArgumentException where it is none
     */
    static GivenOptions parse(String url) {
        int colon = url.indexOf("://");
        var scheme = colon < 0 ? "" : url.substring(0, colon);
        if (!scheme.equals("redis") && !scheme.equals("rediss")) {
            throw new IllegalArgumentException("redis: invalid URL scheme: " + scheme);
        }
        if (url.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "options behind the '?' of a URL are not read: give an object with them");
        }
        var rest = url.substring(colon + 3);
        int slash = rest.indexOf('/');
        var authority = slash < 0 ? rest : rest.substring(0, slash);
        int database = slash < 0 ? 0 : database(rest.substring(slash + 1));
        int at = authority.lastIndexOf('@');
        var user = at < 0 ? "" : authority.substring(0, at);
        int password = user.indexOf(':');
        var login =
                new Login(
                        decoded(password < 0 ? user : user.substring(0, password)),
                        decoded(password < 0 ? "" : user.substring(password + 1)),
                        "",
                        database);
        return new GivenOptions(
                new Servers.Single(address(authority.substring(at + 1))),
                login,
                LIMITS,
                scheme.equals("rediss")
                        ? Optional.of(GivenOptions.Secured.AS_THE_RUN)
                        : Optional.empty());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int database(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "redis: invalid database number: \"%s\"".formatted(text));
        }
    }

    private static Address address(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']');
        var host = hasPort ? text.substring(0, colon) : text;
        var bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        return new Address(
                bare.isEmpty() ? "localhost" : bare,
                hasPort ? port(text.substring(colon + 1)) : PORT);
    }

    private static int port(String text) {
        try {
            return text.isEmpty() ? PORT : Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "a port is a whole number, and not '%s'".formatted(text));
        }
    }
}
