package io.spate.output.otel;

import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.RunTotals;
import io.spate.output.delivery.SendException;
import io.spate.output.delivery.SeriesView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings totals to a receiver of OTLP, every few seconds those that changed, at the end all; and
 * spans, each second.
 */
final class OtelCarrier implements Carrier<Interval, OtelRequest> {
    private final HttpSender sender;
    private final OtelSource source;
    private final Map<String, String> headers;
    private final boolean gzip;
    private final long everyNanos;
    private final RunTotals<MetricRequests.Label> totals;
    private final Exemplars exemplars;
    private final boolean metrics;
    private long startEpochNanos;
    private long endEpochNanos;
    private long pushedNanos;

    OtelCarrier(
            HttpTarget target,
            OtelSource source,
            boolean gzip,
            boolean metrics,
            long everyNanos,
            SeriesView view) {
        this.sender = new HttpSender(target);
        this.source = source;
        this.gzip = gzip;
        this.everyNanos = everyNanos;
        this.totals = new RunTotals<>(view, MetricRequests::label);
        this.exemplars = new Exemplars(view);
        this.metrics = metrics;
        this.headers =
                gzip
                        ? Map.of(
                                "Content-Type", "application/x-protobuf",
                                "Content-Encoding", "gzip")
                        : Map.of("Content-Type", "application/x-protobuf");
    }

    @Override
    public void prepare() {}

    @Override
    public List<Parcel<OtelRequest>> encode(Interval interval) {
        var second = interval.snapshot();
        if (endEpochNanos == 0) {
            startEpochNanos = interval.endEpochNanos() - second.endNanos();
        }
        endEpochNanos = interval.endEpochNanos();
        var parcels = new ArrayList<>(SpanRequests.of(second.kept().sampled(), source));
        if (!metrics) {
            return parcels;
        }
        totals.add(second);
        exemplars.add(second.kept().sampled());
        if (second.endNanos() - pushedNanos >= everyNanos) {
            pushedNanos = second.endNanos();
            var requests = requests();
            totals.changed(requests);
            parcels.addAll(requests.take());
        }
        return parcels;
    }

    @Override
    public List<Parcel<OtelRequest>> rest(RunResult result) {
        if (endEpochNanos == 0 || !metrics) {
            return List.of();
        }
        var requests = requests();
        totals.all(requests);
        return requests.take();
    }

    private MetricRequests requests() {
        return new MetricRequests(source, startEpochNanos, endEpochNanos, exemplars.take());
    }

    @Override
    public void send(OtelRequest request) throws SendException, InterruptedException {
        var plain = request.body().toArray();
        var body = gzip ? HttpSender.gzip(plain) : plain;
        var reply = OtelReply.of(sender.exchange("POST", request.to(), headers, body));
        if (reply.rejected() > 0) {
            var why =
                    SendException.shortened(reply.message().replaceAll("\\p{Cntrl}+", " ").strip());
            throw SendException.partly(
                    "takes only a part" + (why.isEmpty() ? "" : ": " + why), reply.rejected());
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
