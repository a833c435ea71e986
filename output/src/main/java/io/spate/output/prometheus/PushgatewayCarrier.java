package io.spate.output.prometheus;

import io.spate.metrics.Accumulator;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SendException;
import io.spate.output.prometheus.Points.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pushes seven gauges under a job and an instance: times, rate and errors of the run so far every
 * few seconds, and those of its measured part with the verdict at its end.
 */
final class PushgatewayCarrier implements Carrier<Interval, byte[]> {
    private static final double NANOS_PER_MILLI = 1e6;

    private final HttpSender sender;
    private final URI uri;
    private final long everyNanos;
    private final Accumulator times = new Accumulator();
    private long requests;
    private long failures;
    private long pushedNanos;

    /**
     * For a group.
     *
     * @param group the path of the job and the instance
     */
    PushgatewayCarrier(HttpTarget target, String group, long everyNanos) {
        this.sender = new HttpSender(target);
        this.uri = URI.create(target.root() + group);
        this.everyNanos = everyNanos;
    }

    @Override
    public void prepare() {}

    @Override
    public List<Parcel<byte[]>> encode(Interval interval) {
        var second = interval.snapshot();
        second.find(BuiltinMetrics.HTTP_REQ_DURATION).ifPresent(times::add);
        requests += second.count(BuiltinMetrics.HTTP_REQS);
        failures += second.ratio(BuiltinMetrics.HTTP_REQ_FAILED).hits();
        if (second.endNanos() - pushedNanos < everyNanos) {
            return List.of();
        }
        pushedNanos = second.endNanos();
        var figures =
                new Figures(
                        histogram(times.aggregate()), requests, failures, second.endNanos() / 1e9);
        return List.of(figures.parcel(Optional.empty()));
    }

    @Override
    public List<Parcel<byte[]>> rest(RunResult result) {
        var total = result.total();
        var figures =
                new Figures(
                        total.histogram(BuiltinMetrics.HTTP_REQ_DURATION),
                        total.count(BuiltinMetrics.HTTP_REQS),
                        total.ratio(BuiltinMetrics.HTTP_REQ_FAILED).hits(),
                        total.seconds());
        return List.of(figures.parcel(Optional.of(result)));
    }

    @Override
    public void send(byte[] text) throws SendException, InterruptedException {
        sender.send("PUT", uri, Map.of("Content-Type", TextFormat.CONTENT_TYPE), text);
    }

    @Override
    public void close() {
        sender.close();
    }

    private static Histogram histogram(Optional<Aggregate> times) {
        return times.isPresent() && times.get() instanceof Aggregate.Distribution(var histogram)
                ? histogram
                : Histogram.EMPTY;
    }

    /** What is pushed. */
    private record Figures(Histogram times, long requests, long failures, double seconds) {
        Parcel<byte[]> parcel(Optional<RunResult> ended) {
            var text = new TextFormat();
            gauge(text, "latency_p50_ms", times.percentile(50) / NANOS_PER_MILLI);
            gauge(text, "latency_p95_ms", times.percentile(95) / NANOS_PER_MILLI);
            gauge(text, "latency_p99_ms", times.percentile(99) / NANOS_PER_MILLI);
            gauge(text, "throughput_rps", seconds == 0 ? 0 : requests / seconds);
            gauge(text, "error_rate_percent", requests == 0 ? 0 : 100.0 * failures / requests);
            ended.ifPresent(
                    it -> {
                        var judgements = it.verdict().judgements();
                        gauge(text, "slo_passed", it.verdict().passed() ? 1 : 0);
                        gauge(
                                text,
                                "slo_violations_count",
                                (double) judgements.stream().filter(one -> !one.passed()).count());
                    });
            return new Parcel<>(text.bytes(), text.points());
        }

        private static void gauge(TextFormat text, String name, double value) {
            var whole = "loadtest_" + name;
            text.point(whole, Kind.GAUGE, whole, Labels.of(Map.of()), "", value);
        }
    }
}
