package io.spate.output.influx;

import io.spate.output.delivery.UdpSender;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.WrongOutputException;
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
                    "ca",
                    "cert",
                    "key",
                    "gzip",
                    // Of k6, and without effect: one sender sends as much as it can at once.
                    "concurrentWrites",
                    "payload_size");

    private static final int UDP_PORT = 8_089;
    private static final List<String> UDP_SETTINGS =
            List.of("push", "pushInterval", "tagsAsFields");

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
        var asked = new InfluxSettings("influxdb", argument, env, "http", "https", "udp");
        var settings = asked.settings();
        if (asked.uri().getScheme().equals("udp")) {
            return byUdp(asked);
        }
        settings.only(SETTINGS);
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

    /** The server takes nanoseconds, and knows by its own settings for which database. */
    private static OutputPlan byUdp(InfluxSettings asked) {
        asked.settings().only(UDP_SETTINGS);
        if (asked.precision() != Precision.NANOSECONDS) {
            throw new WrongOutputException(
                    "--out influxdb: by udp the precision must be ns, the server's default");
        }
        if (asked.uri().getPath().length() > 1) {
            throw new WrongOutputException(
                    "--out influxdb: by udp the server's settings name the database;"
                            + " write udp://HOST:8089");
        }
        var host = asked.uri().getHost();
        int port = asked.uri().getPort() < 0 ? UDP_PORT : asked.uri().getPort();
        return asked.plan(
                "influxdb (udp://%s:%d)".formatted(host, port),
                _ -> new InfluxWay.ByUdp(new UdpSender(host, port)),
                "vu,iter,url");
    }
}
