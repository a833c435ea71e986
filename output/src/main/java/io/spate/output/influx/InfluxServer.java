package io.spate.output.influx;

import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.SendException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where points go.
 *
 * @param target with user or token
 * @param database to be made if it is not there; empty where there is nothing to make
 * @param write where lines are posted
 * @param gzip whether they are compressed
 * @param protocol how they are written
 */
record InfluxServer(
        HttpTarget target, String database, URI write, boolean gzip, LineProtocol protocol) {
    /** Of version 1. */
    static InfluxServer first(HttpTarget target, String database, String options, boolean gzip) {
        var uri = "%s/write?db=%s%s".formatted(target.root(), encoded(database), options);
        return new InfluxServer(target, database, URI.create(uri), gzip, LineProtocol.FIRST);
    }

    /** Of version 2. */
    static InfluxServer second(
            HttpTarget target, String org, String bucket, Precision precision, boolean gzip) {
        var uri =
                "%s/api/v2/write?org=%s&bucket=%s&precision=%s"
                        .formatted(target.root(), encoded(org), encoded(bucket), precision.word());
        return new InfluxServer(target, "", URI.create(uri), gzip, LineProtocol.SECOND);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Makes the database. What the server says to that is left aside: it may be there already. */
    void prepare(HttpSender sender) throws SendException, InterruptedException {
        if (database.isEmpty()) {
            return;
        }
        var name = database.replace("\\", "\\\\").replace("\"", "\\\"");
        var body = "q=" + encoded("CREATE DATABASE \"%s\"".formatted(name));
        try {
            sender.post(
                    URI.create(target.root() + "/query"),
                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                    body.getBytes(StandardCharsets.UTF_8));
        } catch (SendException e) {
            if (e.isPassing()) {
                throw e;
            }
        }
    }

    /** Writes lines. */
    void write(HttpSender sender, byte[] lines) throws SendException, InterruptedException {
        if (gzip) {
            sender.post(write, Map.of("Content-Encoding", "gzip"), HttpSender.gzip(lines));
        } else {
            sender.post(write, Map.of("Content-Type", "text/plain; charset=utf-8"), lines);
        }
    }
}
