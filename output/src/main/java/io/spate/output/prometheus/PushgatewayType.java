package io.spate.output.prometheus;

import io.spate.output.delivery.Address;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** {@code pushgateway=http://HOST:9091}: the figures of a run at Prometheus' Pushgateway. */
public final class PushgatewayType implements OutputType {
    @Override
    public List<String> names() {
        return List.of("pushgateway");
    }

    @Override
    public String form() {
        return "pushgateway=http://HOST:9091";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        var given =
                argument.isEmpty()
                        ? env.getOrDefault("PROMETHEUS_PUSHGATEWAY_URL", "http://localhost:9091")
                        : argument;
        Address address;
        try {
            address = Address.parse(given, "http", "https");
        } catch (IllegalArgumentException e) {
            throw new WrongOutputException("--out pushgateway: " + e.getMessage());
        }
        var settings = new Settings("pushgateway", address.query(), env, "SPATE_PUSHGATEWAY_");
        settings.only(List.of("job", "instance", "pushInterval", "insecure", "ca", "cert", "key"));
        var target = HttpTarget.at(address).with("User-Agent", "spate");
        var user = settings.text("", "USERNAME");
        if (user.isPresent()) {
            target = target.withUser(user.get(), settings.text("", "PASSWORD").orElse(""));
        }
        var token = settings.text("", "TOKEN");
        if (token.isPresent()) {
            target = target.withBearer(token.get());
        }
        return new Plan(
                target.with(settings.tls("INSECURE", "CA", "CERT", "KEY")),
                settings.text("job", "JOB").orElse("loadtest"),
                settings.text("instance", "INSTANCE").orElse(""),
                settings.duration("pushInterval", "PUSH_INTERVAL").orElse(Duration.ofSeconds(5)));
    }

    private record Plan(HttpTarget target, String job, String instance, Duration every)
            implements OutputPlan {
        @Override
        public String shown() {
            return "pushgateway (%s)".formatted(target);
        }

        @Override
        public boolean wantsSamples() {
            return false;
        }

        @Override
        public OpenOutput open(OutputContext run) {
            var name =
                    instance.isEmpty()
                            ? job + "-" + run.ticker().instant().getEpochSecond()
                            : instance;
            var group = "/metrics/job%s/instance%s".formatted(segment(job), segment(name));
            return new SecondsOutput(
                    shown(),
                    new PushgatewayCarrier(run.ready(target), group, every.toNanos()),
                    run.ticker(),
                    run.messages());
        }

        /** A value as a segment; one that holds a slash, in base 64. */
        private static String segment(String value) {
            return value.contains("/")
                    ? "@base64/"
                            + Base64.getUrlEncoder()
                                    .encodeToString(value.getBytes(StandardCharsets.UTF_8))
                    : "/" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
