package io.spate.output.influx;

import io.spate.output.delivery.Address;
import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.type.OutputContext;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What both versions have in common: how an address and variables become a plan. */
final class InfluxSettings {
    private static final String PREFIX = "K6_INFLUXDB_";
    private static final int HTTP_PROXY_PORT = 8080;
    private static final List<String> PUSHES = List.of("samples", "seconds");

    private final Settings settings;
    private final Address address;

    /**
     * Those of an argument, or of the environment where there is none.
     *
     * @param schemes that are possible, such as http
     */
    InfluxSettings(String output, String argument, Map<String, String> env, String... schemes) {
        var given =
                argument.isEmpty()
                        ? env.getOrDefault(PREFIX + "ADDR", "http://localhost:8086")
                        : argument;
        try {
            address = Address.parse(given, schemes);
        } catch (IllegalArgumentException e) {
            throw new WrongOutputException("--out %s: %s".formatted(output, e.getMessage()));
        }
        settings = new Settings(output, address.query(), env, PREFIX);
    }

    Settings settings() {
        return settings;
    }

    URI uri() {
        return address.uri();
    }

    /** Without the last segment of its path. */
    String root() {
        var path = address.uri().getPath();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The last segment of its path; empty for none. */
    String lastSegment() {
        var path = address.uri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The server, with the user that the address or the environment names. */
    HttpTarget target() {
        var target = HttpTarget.at(address.withPath(root())).with("User-Agent", "spate");
        var user = address.user().isEmpty() ? env("USERNAME") : address.user();
        if (!user.isEmpty()) {
            target =
                    target.withUser(
                            user,
                            address.password().isEmpty() ? env("PASSWORD") : address.password());
        }
        target = target.with(settings.tls("INSECURE", "CA", "CERT", "KEY"));
        var proxy = settings.text("", "PROXY").map(this::proxy);
        return proxy.isPresent() ? target.by(proxy.get()) : target;
    }

    private InetSocketAddress proxy(String text) {
        try {
            var uri = Address.parse(text, "http").uri();
            return InetSocketAddress.createUnresolved(
                    uri.getHost(), uri.getPort() < 0 ? HTTP_PROXY_PORT : uri.getPort());
        } catch (IllegalArgumentException e) {
            throw settings.wrong("", "PROXY", "such as http://proxy:3128", Address.shown(text));
        }
    }

    private String env(String variable) {
        return settings.text("", variable).orElse("");
    }

    Precision precision() {
        return settings.oneOf(
                        "precision", "PRECISION", List.of(Precision.values()), Precision::word)
                .orElse(Precision.NANOSECONDS);
    }

    /** A plan for a server. */
    InfluxPlan plan(String shown, InfluxServer server, String fieldTags) {
        return plan(
                shown,
                run -> new InfluxWay.ByHttp(server, new HttpSender(run.ready(server.target()))),
                fieldTags);
    }

    /** The same by another way. */
    InfluxPlan plan(String shown, Function<OutputContext, InfluxWay> way, String fieldTags) {
        var tags = settings.text("tagsAsFields", "TAGS_AS_FIELDS").orElse(fieldTags);
        FieldTags fields;
        try {
            fields = FieldTags.parse(tags);
        } catch (IllegalArgumentException e) {
            throw settings.wrong("tagsAsFields", "TAGS_AS_FIELDS", "such as vu:int,url", tags);
        }
        var push = settings.oneOf("push", "PUSH", PUSHES, it -> it).orElse("samples");
        return new InfluxPlan(
                shown,
                way,
                push.equals("seconds"),
                settings.duration("pushInterval", "PUSH_INTERVAL").orElse(Duration.ofSeconds(1)),
                fields,
                precision());
    }
}
