package io.spate.output.influx;

import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.WrongOutputException;
import java.util.List;
import java.util.Map;

/** {@code influxdb2=http://HOST:8086/BUCKET}: InfluxDB 2, as k6's extension writes to it. */
public final class Influx2Type implements OutputType {
    private static final List<String> SETTINGS =
            List.of(
                    "org",
                    "bucket",
                    "token",
                    "push",
                    "pushInterval",
                    "precision",
                    "tagsAsFields",
                    "insecure",
                    "ca",
                    "cert",
                    "key",
                    "gzip",
                    "concurrentWrites");

    @Override
    public List<String> names() {
        return List.of("influxdb2", "xk6-influxdb");
    }

    @Override
    public String form() {
        return "influxdb2=http://HOST:8086/BUCKET?org=ORG[&push=seconds]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        var asked = new InfluxSettings("influxdb2", argument, env, "http", "https");
        var settings = asked.settings();
        settings.only(SETTINGS);
        var bucket =
                asked.lastSegment().isEmpty()
                        ? settings.text("bucket", "BUCKET").orElse("")
                        : asked.lastSegment();
        if (bucket.isEmpty()) {
            throw new WrongOutputException(
                    "--out influxdb2: no bucket; name it in the address,"
                            + " http://HOST:8086/BUCKET?org=ORG, or in K6_INFLUXDB_BUCKET");
        }
        var token = settings.text("token", "TOKEN");
        var plain = asked.target();
        var target =
                token.isPresent() ? plain.with("Authorization", "Token " + token.get()) : plain;
        var server =
                InfluxServer.second(
                        target,
                        settings.text("org", "ORGANIZATION").orElse(""),
                        bucket,
                        asked.precision(),
                        settings.flag("gzip", "GZIP"));
        return asked.plan(
                "influxdb2 (%s/%s)".formatted(target.root(), bucket),
                server,
                "vu:int,iter:int,url");
    }
}
