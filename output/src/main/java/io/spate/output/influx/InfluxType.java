package io.spate.output.influx;

import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import java.util.List;
import java.util.Map;

/** {@code influxdb=http://HOST:8086/DATABASE}: InfluxDB 1, as k6 writes to it. */
public final class InfluxType implements OutputType {
    private static final List<String> SETTINGS =
            List.of(
                    "push",
                    "pushInterval",
                    "precision",
                    "retention",
                    "consistency",
                    "tagsAsFields",
                    "insecure",
                    "gzip",
                    // Of k6, and without effect: one sender sends as much as it can at once.
                    "concurrentWrites",
                    "payload_size");

    @Override
    public List<String> names() {
        return List.of("influxdb");
    }

    @Override
    public String form() {
        return "influxdb=http://HOST:8086/DATABASE[?push=seconds]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        var asked = new InfluxSettings("influxdb", argument, env, SETTINGS);
        var settings = asked.settings();
        var database =
                asked.lastSegment().isEmpty()
                        ? settings.text("", "DB").orElse("k6")
                        : asked.lastSegment();
        var options =
                "&precision="
                        + asked.precision().first()
                        + settings.text("retention", "RETENTION")
                                .map(it -> "&rp=" + InfluxServer.encoded(it))
                                .orElse("")
                        + settings.text("consistency", "CONSISTENCY")
                                .map(it -> "&consistency=" + InfluxServer.encoded(it))
                                .orElse("");
        var target = asked.target();
        var server = InfluxServer.first(target, database, options, settings.flag("gzip", "GZIP"));
        return asked.plan(
                "influxdb (%s/%s)".formatted(target.root(), database), server, "vu,iter,url");
    }
}
