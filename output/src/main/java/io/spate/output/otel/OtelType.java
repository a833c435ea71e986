package io.spate.output.otel;

import io.spate.metrics.keeping.Tracing;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.k6.K6Tags;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code opentelemetry=http://HOST:4318}: to whatever takes OTLP by HTTP. */
public final class OtelType implements OutputType {
    @Override
    public List<String> names() {
        return List.of("opentelemetry", "otlp", "otel", "experimental-opentelemetry");
    }

    @Override
    public String form() {
        return "opentelemetry[=http://HOST:4318]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        var settings = new OtelSettings(argument, env);
        return new Plan(
                settings.target(),
                settings.metrics(),
                settings.traces(),
                settings.sendsMetrics(),
                settings.tracing(),
                settings.every(),
                settings.prefix(),
                settings.gzip(),
                settings.resource());
    }

    /**
     * As it was asked for.
     *
     * @param given the attributes of a resource that variables name
     */
    private record Plan(
            HttpTarget target,
            URI metrics,
            URI traces,
            boolean sendsMetrics,
            Tracing tracing,
            Duration every,
            String prefix,
            boolean gzip,
            Map<String, String> given)
            implements OutputPlan {
        @Override
        public String shown() {
            return "opentelemetry (%s)".formatted(target);
        }

        @Override
        public boolean wantsSamples() {
            return false;
        }

        @Override
        public OpenOutput open(OutputContext run) {
            var view = K6Tags.of(run.systemTags()).view();
            var source =
                    new OtelSource(
                            metrics,
                            traces,
                            prefix,
                            OtelResource.resource(resource(run)),
                            run.generator().version());
            return new SecondsOutput(
                    shown(),
                    new OtelCarrier(
                            run.ready(target), source, gzip, sendsMetrics, every.toNanos(), view),
                    run.ticker(),
                    run.messages(),
                    tracing.spans());
        }

        private Map<String, String> resource(OutputContext run) {
            var known = new LinkedHashMap<String, String>();
            known.put("service.name", "spate");
            known.put("service.version", run.generator().version());
            known.put("service.instance.id", UUID.randomUUID().toString());
            known.put("host.name", run.generator().host());
            known.put("spate.test", run.test());
            known.putAll(given);
            return known;
        }
    }
}
