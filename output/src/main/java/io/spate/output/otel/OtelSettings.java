package io.spate.output.otel;

import io.spate.metrics.keeping.Tracing;
import io.spate.output.delivery.Address;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.TlsChoice;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for in the address, in k6's variables, and in those of OpenTelemetry
 * (opentelemetry.io/docs/specs/otel/protocol/exporter), which are taken in this order.
 */
final class OtelSettings {
    private static final String K6 = "K6_OTEL_";
    private static final String OTLP = "OTEL_EXPORTER_OTLP_";
    private static final String METRICS_PATH = "/v1/metrics";
    private static final String TRACES_PATH = "/v1/traces";
    private static final int PER_SECOND_MAX = 10_000;
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Map<String, String> env;
    private final boolean named;
    private final Address metrics;
    private final Settings settings;

    OtelSettings(String argument, Map<String, String> env) {
        this.env = env;
        this.named = !argument.isEmpty();
        checkProtocol();
        this.metrics = named ? signal(address(argument)) : fromEnvironment();
        this.settings = new Settings("opentelemetry", metrics.query(), env, K6);
        settings.only(
                List.of(
                        "pushInterval",
                        "prefix",
                        "gzip",
                        "insecure",
                        "ca",
                        "cert",
                        "key",
                        "traces",
                        "tracesPerSecond",
                        "metrics"));
    }

    /** The value of a variable; one that is empty is as good as none. */
    private Optional<String> variable(String name) {
        return Optional.ofNullable(env.get(name)).filter(it -> !it.isBlank());
    }

    private static WrongOutputException wrong(String what) {
        return new WrongOutputException("--out opentelemetry: " + what);
    }

    /** Who names an address here means HTTP, whatever other programs speak. */
    private void checkProtocol() {
        for (var name :
                List.of(
                        K6 + "EXPORTER_PROTOCOL",
                        K6 + "EXPORTER_TYPE",
                        OTLP + "METRICS_PROTOCOL",
                        OTLP + "PROTOCOL")) {
            var protocol = variable(name);
            boolean counts = name.startsWith(K6) || !named;
            if (counts && protocol.isPresent()) {
                checkProtocol(name, protocol.get());
                return;
            }
        }
        var grpc = variable(K6 + "GRPC_EXPORTER_ENDPOINT");
        if (!named && grpc.isPresent() && variable(K6 + "HTTP_EXPORTER_ENDPOINT").isEmpty()) {
            throw wrong(
                    ("%sGRPC_EXPORTER_ENDPOINT asks for gRPC, and Spate sends http/protobuf: set"
                                    + " %<sEXPORTER_PROTOCOL=http/protobuf, and"
                                    + " %<sHTTP_EXPORTER_ENDPOINT to the receiver's port for HTTP,"
                                    + " mostly 4318")
                            .formatted(K6));
        }
    }

    private static void checkProtocol(String name, String protocol) {
        if (!protocol.equals("http/protobuf") && !protocol.equals("http")) {
            throw wrong(
                    ("%s is '%s', and Spate sends http/protobuf: set it to http/protobuf, and the"
                                    + " address to the receiver's port for HTTP, mostly 4318")
                            .formatted(name, protocol));
        }
    }

    private static Address address(String text) {
        try {
            return Address.parse(text, "http", "https");
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** The place for metrics below a base; a place that is one already stays as it is. */
    private static Address signal(Address base) {
        var path = base.uri().getRawPath().replaceFirst("/+$", "");
        return base.withPath(path.endsWith(METRICS_PATH) ? path : path + METRICS_PATH);
    }

    private Address fromEnvironment() {
        var k6 = variable(K6 + "HTTP_EXPORTER_ENDPOINT");
        if (k6.isPresent()) {
            boolean plain = variable(K6 + "HTTP_EXPORTER_INSECURE").orElse("").equals("true");
            var whole =
                    k6.get().contains("://")
                            ? k6.get()
                            : (plain ? "http://" : "https://") + k6.get();
            var base = address(whole);
            return variable(K6 + "HTTP_EXPORTER_URL_PATH")
                    .map(it -> base.withPath(it.startsWith("/") ? it : "/" + it))
                    .orElse(signal(base));
        }
        return variable(OTLP + "METRICS_ENDPOINT")
                .map(OtelSettings::address)
                .or(() -> variable(OTLP + "ENDPOINT").map(it -> signal(address(it))))
                .orElseGet(() -> signal(address("http://localhost:4318")));
    }

    /** Where metrics go. */
    URI metrics() {
        return metrics.uri();
    }

    /** Where spans go: beside the metrics. */
    URI traces() {
        var own = variable(OTLP + "TRACES_ENDPOINT");
        if (!named && own.isPresent()) {
            return address(own.get()).uri();
        }
        var path = metrics.uri().getRawPath();
        var base =
                path.endsWith(METRICS_PATH)
                        ? path.substring(0, path.length() - METRICS_PATH.length())
                        : "";
        return metrics.withPath(base + TRACES_PATH).uri();
    }

    /** Whether metrics are sent. */
    boolean sendsMetrics() {
        return settings.text("metrics", "METRICS").isEmpty() || settings.flag("metrics", "METRICS");
    }

    /** Which share of requests is sent as spans. */
    Tracing tracing() {
        var given =
                settings.query().containsKey("traces")
                        ? Optional.of(settings.query().getOrDefault("traces", ""))
                        : settings.text("", "TRACES");
        if (given.isEmpty() || given.get().equals("false")) {
            return Tracing.OFF;
        }
        try {
            double share = given.get().isEmpty() ? Tracing.SHARE : Tracing.share(given.get());
            return new Tracing(true, share, perSecond(), true);
        } catch (IllegalArgumentException e) {
            throw wrong("traces: " + e.getMessage());
        }
    }

    private int perSecond() {
        var text = settings.text("tracesPerSecond", "TRACES_PER_SECOND");
        if (text.isEmpty()) {
            return Tracing.PER_SECOND;
        }
        int number = text.get().matches("\\d{1,5}") ? Integer.parseInt(text.get()) : 0;
        if (number < 1 || number > PER_SECOND_MAX) {
            throw settings.wrong(
                    "tracesPerSecond",
                    "TRACES_PER_SECOND",
                    "a number from 1 to " + PER_SECOND_MAX,
                    text.get());
        }
        return number;
    }

    HttpTarget target() {
        var target = HttpTarget.at(metrics).with("User-Agent", "spate");
        var user = variable(K6 + "HTTP_EXPORTER_USERNAME");
        if (user.isPresent()) {
            var password = variable(K6 + "HTTP_EXPORTER_PASSWORD").orElse("");
            target = target.withUser(user.get(), password);
        }
        for (var header : headers().entrySet()) {
            target = target.with(header.getKey(), header.getValue());
        }
        return target.with(tls());
    }

    private TlsChoice tls() {
        var asked =
                settings.tls(
                        "TLS_INSECURE_SKIP_VERIFY",
                        "TLS_CERTIFICATE",
                        "TLS_CLIENT_CERTIFICATE",
                        "TLS_CLIENT_KEY");
        return TlsChoice.of(
                asked.insecure(),
                asked.authorities().or(() -> variable(OTLP + "CERTIFICATE")),
                asked.certificate().or(() -> variable(OTLP + "CLIENT_CERTIFICATE")),
                asked.key().or(() -> variable(OTLP + "CLIENT_KEY")));
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        for (var name : List.of(OTLP + "HEADERS", OTLP + "METRICS_HEADERS", K6 + "HEADERS")) {
            headers.putAll(pairs(name));
        }
        return headers;
    }

    /** The pairs of a variable, {@code a=1,b=2}, percent-encoded; values may be secrets. */
    private Map<String, String> pairs(String name) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : variable(name).orElse("").split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 && !pair.isBlank()) {
                throw wrong(name + " must be NAME=VALUE,NAME=VALUE");
            }
            if (!pair.isBlank()) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        decoded(name, pair.substring(equals + 1).strip()));
            }
        }
        return pairs;
    }

    private static String decoded(String name, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw wrong(name + " has a % that no two digits follow; write %25 for it");
        }
    }

    boolean gzip() {
        return settings.flag("gzip", "GZIP")
                || variable(OTLP + "COMPRESSION").orElse("").equals("gzip");
    }

    Duration every() {
        var standard = new Settings("opentelemetry", Map.of(), env, "OTEL_METRIC_");
        return settings.duration("pushInterval", "EXPORT_INTERVAL")
                .or(() -> standard.duration("", "EXPORT_INTERVAL"))
                .orElse(INTERVAL);
    }

    /** Put before the names of metrics. */
    String prefix() {
        return settings.text("prefix", "METRIC_PREFIX").orElse("");
    }

    /** What variables say of who sends. */
    Map<String, String> resource() {
        var all = pairs("OTEL_RESOURCE_ATTRIBUTES");
        variable("OTEL_SERVICE_NAME").ifPresent(it -> all.put("service.name", it));
        variable(K6 + "SERVICE_NAME").ifPresent(it -> all.put("service.name", it));
        variable(K6 + "SERVICE_VERSION").ifPresent(it -> all.put("service.version", it));
        return all;
    }
}
