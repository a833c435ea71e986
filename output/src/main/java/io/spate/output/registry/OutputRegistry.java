package io.spate.output.registry;

import io.spate.metrics.Nearest;
import io.spate.output.influx.Influx2Type;
import io.spate.output.influx.InfluxType;
import io.spate.output.jmeter.JtlType;
import io.spate.output.k6.CsvType;
import io.spate.output.k6.JsonType;
import io.spate.output.otel.OtelType;
import io.spate.output.postgres.PostgresType;
import io.spate.output.prometheus.PushgatewayType;
import io.spate.output.prometheus.RemoteWriteType;
import io.spate.output.prometheus.ScrapeType;
import io.spate.output.statsd.StatsdType;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.WrongOutputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The outputs there are, by the names by which they are asked for. */
public final class OutputRegistry {
    private static final List<OutputType> TYPES =
            List.of(
                    new JsonType(),
                    new CsvType(),
                    new InfluxType(),
                    new Influx2Type(),
                    new ScrapeType(),
                    new RemoteWriteType(),
                    new PushgatewayType(),
                    new OtelType(),
                    new PostgresType(),
                    new StatsdType(),
                    new JtlType());

    /** Names of k6 that mean nothing here, and why. */
    private static final Map<String, String> ABSENT =
            Map.of(
                    "cloud", "results stay on this machine: there is no cloud",
                    "web-dashboard", "the dashboard is not there yet",
                    "datadog", "k6 has no output to Datadog any more",
                    "kafka", "k6 has no output to Kafka any more");

    private OutputRegistry() {}

    /**
     * An output as it is asked for.
     *
     * @param text {@code NAME} or {@code NAME=ARGUMENT}
     * @param env the environment's variables
     * @throws WrongOutputException where there is none of the name, or it cannot be so
     */
    public static OutputPlan plan(String text, Map<String, String> env) {
        int equals = text.indexOf('=');
        var name = equals < 0 ? text : text.substring(0, equals);
        return TYPES.stream()
                .filter(it -> it.names().contains(name))
                .findFirst()
                .orElseThrow(() -> unknown(name))
                .plan(equals < 0 ? "" : text.substring(equals + 1), env);
    }

    /** The forms of all outputs, one after the other. */
    public static String forms() {
        return TYPES.stream().map(OutputType::form).collect(Collectors.joining(", "));
    }

    /**
     * Parts what a variable names: at commas, but for those among the settings of one output.
     *
     * @param all such as {@code json=a.json,csv=fileName=b.csv,timeFormat=unix}
     */
    public static List<String> split(String all) {
        var parts = new ArrayList<String>();
        for (var part : all.split(",", -1)) {
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            if (parts.isEmpty() || ABSENT.containsKey(name) || names().contains(name)) {
                parts.add(part);
            } else {
                parts.set(parts.size() - 1, parts.getLast() + "," + part);
            }
        }
        parts.removeIf(String::isBlank);
        return parts;
    }

    private static List<String> names() {
        return TYPES.stream().flatMap(it -> it.names().stream()).toList();
    }

    private static WrongOutputException unknown(String name) {
        var why =
                ABSENT.getOrDefault(
                        name,
                        "there is no output '%s'%s".formatted(name, Nearest.hint(name, names())));
        return new WrongOutputException("--out: " + why + "; there are " + forms());
    }
}
