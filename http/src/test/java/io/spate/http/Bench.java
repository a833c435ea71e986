package io.spate.http;

import io.spate.http.wire.FakeClock;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.Series;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.keeping.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client on a fake network and a fake clock, with what it has recorded. */
final class Bench {
    final FakeClock clock = new FakeClock();
    final FakeNetwork network = new FakeNetwork(clock);
    private final Recorder recorder;
    final HttpClients clients;
    final HttpClient client;

    Bench(HttpOptions options) {
        this(options, Tracing.OFF);
    }

    /** One whose requests are traced. */
    Bench(HttpOptions options, Tracing tracing) {
        recorder = Recorder.of(new SeriesRegistry(1000), Optional.empty(), clock, tracing);
        Tags context = Tags.of("scenario", "shop");
        clients = new HttpClients(network, (_, _) -> () -> {}, recorder, context, options, clock);
        client = clients.newClient();
    }

    /** With the base URL {@code http://shop.test}. */
    static Bench atShop() {
        return new Bench(options("http://shop.test"));
    }

    static HttpOptions options(String baseUrl) {
        return new HttpOptions(baseUrl, Map.of(), Duration.ofSeconds(60), true, false);
    }

    /** An answer with a body. */
    static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String redirect(int status, String location) {
        return "HTTP/1.1 "
                + status
                + " Elsewhere\r\nContent-Length: 0\r\nLocation: "
                + location
                + "\r\n\r\n";
    }

    Recorder recorder() {
        return recorder;
    }

    Snapshot snapshot() {
        return recorder.handOver().drain(0, 1);
    }

    static Aggregate only(Snapshot snapshot, Metric metric) {
        return snapshot.find(metric).orElseThrow();
    }

    /** The tags under which a metric was recorded. */
    static List<Tags> tags(Snapshot snapshot, Metric metric) {
        return snapshot.aggregates().keySet().stream()
                .filter(series -> series.metric().equals(metric))
                .map(Series::tags)
                .toList();
    }
}
