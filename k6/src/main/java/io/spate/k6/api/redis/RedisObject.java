package io.spate.k6.api.redis;

import io.spate.k6.api.redis.GivenOptions.Secured;
import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.KeyMaterial;
import io.spate.net.tls.TlsMaterialException;
import io.spate.redis.Address;
import io.spate.redis.Limits;
import io.spate.redis.Login;
import io.spate.redis.Servers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the object with options that a script gives instead of a URL. */
final class RedisObject {
    private static final Set<String> SERVER =
            Set.of(
                    "socket",
                    "username",
                    "password",
                    "clientName",
                    "database",
                    "maxRetries",
                    "minRetryBackoff",
                    "maxRetryBackoff");

    /** What go-redis has of pools beside their size has no effect here: nothing idles for long. */
    private static final Set<String> SOCKET =
            Set.of(
                    "host",
                    "port",
                    "tls",
                    "dialTimeout",
                    "readTimeout",
                    "writeTimeout",
                    "poolSize",
                    "poolTimeout",
                    "minIdleConns",
                    "maxConnAge",
                    "idleTimeout",
                    "idleCheckFrequency");

    private static final Set<String> TLS = Set.of("ca", "cert", "key");
    private static final Set<String> SENTINEL =
            Set.of("masterName", "sentinelUsername", "sentinelPassword");

    /** Reads go to masters, whatever the last three say. */
    private static final Set<String> CLUSTER =
            Set.of("nodes", "maxRedirects", "readOnly", "routeByLatency", "routeRandomly");

    private static final int REDIRECTS = 3;

    private RedisObject() {}

    /**
     * The options of an object.
     *
     * @throws IllegalArgumentException where they are none
     * @throws TlsMaterialException where certificates or a key cannot be read
     */
    static GivenOptions parse(String json) throws TlsMaterialException {
        var all = JsonMapper.shared().readTree(json);
        if (all.path("cluster").isObject()) {
            return cluster(all.get("cluster"));
        }
        return all.has("masterName") ? watched(all) : server(all, Set.of());
    }

    private static GivenOptions watched(JsonNode all) throws TlsMaterialException {
        var sentinel = server(all, SENTINEL);
        var login = new Login(text(all, "sentinelUsername"), text(all, "sentinelPassword"), "", 0);
        return new GivenOptions(
                new Servers.Watched(List.of(address(sentinel)), text(all, "masterName"), login),
                sentinel.login(),
                sentinel.limits(),
                sentinel.secured());
    }

    private static GivenOptions cluster(JsonNode all) throws TlsMaterialException {
        requireKnown(all, CLUSTER, Set.of());
        var nodes = all.path("nodes");
        if (!nodes.isArray()) {
            throw new IllegalArgumentException("cluster nodes property must be an array");
        }
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("cluster nodes property cannot be empty");
        }
        var servers = new ArrayList<GivenOptions>();
        for (var node : nodes) {
            servers.add(node.isString() ? RedisUrl.parse(node.asString()) : server(node, Set.of()));
        }
        var first = servers.getFirst();
        for (var other : servers) {
            if (!other.login().equals(first.login())) {
                throw new IllegalArgumentException(
                        "inconsistent username, password or database option of cluster nodes");
            }
        }
        return new GivenOptions(
                new Servers.Cluster(
                        servers.stream().map(RedisObject::address).toList(),
                        positive(all, "maxRedirects", REDIRECTS)),
                first.login(),
                first.limits(),
                first.secured());
    }

    private static Address address(GivenOptions server) {
        return ((Servers.Single) server.servers()).address();
    }

    private static GivenOptions server(JsonNode all, Set<String> more) throws TlsMaterialException {
        requireKnown(all, SERVER, more);
        var socket = all.path("socket");
        if (!socket.isObject()) {
            throw new IllegalArgumentException("empty socket options");
        }
        requireKnown(socket, SOCKET, Set.of());
        var host = text(socket, "host");
        return new GivenOptions(
                new Servers.Single(
                        new Address(
                                host.isEmpty() ? "localhost" : host,
                                positive(socket, "port", RedisUrl.PORT))),
                new Login(
                        text(all, "username"),
                        text(all, "password"),
                        text(all, "clientName"),
                        positive(all, "database", 0)),
                limits(all, socket),
                socket.path("tls").isObject()
                        ? Optional.of(secured(socket.get("tls")))
                        : Optional.empty());
    }

    private static Limits limits(JsonNode all, JsonNode socket) {
        var usual = RedisUrl.LIMITS;
        var reply = millis(socket, "readTimeout", usual.reply());
        int retries = number(all, "maxRetries", 0);
        return new Limits(
                millis(socket, "dialTimeout", usual.dial()),
                reply,
                millis(socket, "poolTimeout", reply.plusSeconds(1)),
                positive(socket, "poolSize", usual.connectionsMax()),
                retries == 0 ? usual.retriesMax() : Math.max(0, retries),
                millis(all, "minRetryBackoff", usual.pauseMin()),
                millis(all, "maxRetryBackoff", usual.pauseMax()));
    }

    private static Secured secured(JsonNode tls) throws TlsMaterialException {
        requireKnown(tls, TLS, Set.of());
        var authorities = new ArrayList<X509Certificate>();
        for (var each : tls.path("ca")) {
            authorities.addAll(KeyMaterial.certificates(bytes(each.asString())));
        }
        List<ClientCertificate> certificates = List.of();
        if (!text(tls, "cert").isEmpty() && !text(tls, "key").isEmpty()) {
            certificates =
                    List.of(
                            KeyMaterial.pem(
                                    List.of(),
                                    bytes(text(tls, "cert")),
                                    bytes(text(tls, "key")),
                                    Optional.empty()));
        }
        return new Secured(authorities, certificates);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void requireKnown(JsonNode object, Set<String> known, Set<String> more) {
        for (var name : object.propertyNames()) {
            if (!known.contains(name) && !more.contains(name)) {
                throw new IllegalArgumentException("json: unknown field \"%s\"".formatted(name));
            }
        }
    }

    private static String text(JsonNode object, String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("'%s' has to be a text".formatted(name));
        }
        return value.asString();
    }

    /** What is not above 0 stands for the usual. */
    private static int positive(JsonNode object, String name, int usual) {
        int value = number(object, name, 0);
        return value > 0 ? value : usual;
    }

    private static int number(JsonNode object, String name, int usual) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        if (!value.canConvertToInt()) {
            throw new IllegalArgumentException("'%s' has to be a whole number".formatted(name));
        }
        return value.asInt();
    }

    private static Duration millis(JsonNode object, String name, Duration usual) {
        int millis = number(object, name, 0);
        return millis > 0 ? Duration.ofMillis(millis) : usual;
    }
}
