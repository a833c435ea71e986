package io.spate.output.prometheus;

import io.spate.output.delivery.Address;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.RunTotals;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.k6.K6Tags;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code experimental-prometheus-rw=URL}: remote write, with k6's names and variables. */
public final class RemoteWriteType implements OutputType {
    private static final String PREFIX = "K6_PROMETHEUS_RW_";
    private static final String HEADER = PREFIX + "HEADERS_";
    private static final List<String> MISSING = List.of("SIGV4_REGION");

    @Override
    public List<String> names() {
        return List.of("prometheus-rw", "experimental-prometheus-rw");
    }

    @Override
    public String form() {
        return "prometheus-rw[=http://HOST:9090/api/v1/write]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        var given =
                argument.isEmpty()
                        ? new Settings("prometheus-rw", Map.of(), env, PREFIX)
                                .text("", "SERVER_URL")
                                .orElse("http://localhost:9090/api/v1/write")
                        : argument;
        Address address;
        try {
            address = Address.parse(given, "http", "https");
        } catch (IllegalArgumentException e) {
            throw new WrongOutputException("--out prometheus-rw: " + e.getMessage());
        }
        var settings = new Settings("prometheus-rw", address.query(), env, PREFIX);
        settings.only(
                List.of(
                        "pushInterval",
                        "trendStats",
                        "native",
                        "buckets",
                        "staleMarkers",
                        "insecure",
                        "ca",
                        "cert",
                        "key"));
        for (var variable : MISSING) {
            if (settings.text("", variable).isPresent()) {
                throw new WrongOutputException(
                        "--out prometheus-rw: %s%s is not there yet; unset it"
                                .formatted(PREFIX, variable));
            }
        }
        return new Plan(
                target(address, settings),
                settings.duration("pushInterval", "PUSH_INTERVAL").orElse(Duration.ofSeconds(5)),
                new Points(TrendStat.in(settings, "p(99)"), settings.flag("buckets", "BUCKETS")),
                settings.flag("native", "TREND_AS_NATIVE_HISTOGRAM"),
                settings.flag("staleMarkers", "STALE_MARKERS"));
    }

    private static HttpTarget target(Address address, Settings settings) {
        var target = HttpTarget.at(address).with("User-Agent", "spate");
        var user = settings.text("", "USERNAME");
        var token = settings.text("", "BEARER_TOKEN");
        if (user.isPresent()) {
            target = target.withUser(user.get(), settings.text("", "PASSWORD").orElse(""));
        } else if (token.isPresent()) {
            target = target.withBearer(token.get());
        }
        target =
                target.with(
                        settings.tls(
                                "INSECURE_SKIP_TLS_VERIFY",
                                "CA",
                                "CLIENT_CERTIFICATE",
                                "CLIENT_CERTIFICATE_KEY"));
        for (var variable : settings.env().entrySet()) {
            if (variable.getKey().startsWith(HEADER)) {
                target =
                        target.with(
                                variable.getKey().substring(HEADER.length()), variable.getValue());
            }
        }
        for (var pair : settings.text("", "HTTP_HEADERS").map(it -> it.split(",")).orElse(NONE)) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw new WrongOutputException(
                        "--out prometheus-rw: %sHTTP_HEADERS must be NAME:VALUE,NAME:VALUE"
                                .formatted(PREFIX));
            }
            target = target.with(pair.substring(0, colon).strip(), pair.substring(colon + 1));
        }
        return target;
    }

    private static final String[] NONE = {};

    private record Plan(
            HttpTarget target,
            Duration every,
            Points points,
            boolean nativeHistograms,
            boolean staleMarkers)
            implements OutputPlan {
        @Override
        public String shown() {
            return "prometheus-rw (%s)".formatted(target);
        }

        @Override
        public boolean wantsSamples() {
            return false;
        }

        @Override
        public OpenOutput open(OutputContext run) {
            var view = K6Tags.of(run.systemTags()).view();
            return new SecondsOutput(
                    shown(),
                    new RemoteWriteCarrier(
                            run.ready(target),
                            every.toNanos(),
                            points,
                            nativeHistograms,
                            staleMarkers,
                            new RunTotals<>(view, it -> Labels.of(it.tags().values()))),
                    run.ticker(),
                    run.messages());
        }
    }
}
