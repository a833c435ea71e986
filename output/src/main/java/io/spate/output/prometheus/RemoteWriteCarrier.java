package io.spate.output.prometheus;

import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.RunTotals;
import io.spate.output.delivery.SendException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings totals to a server that takes remote writes: every few seconds those that changed. */
final class RemoteWriteCarrier implements Carrier<Interval, byte[]> {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Type", "application/x-protobuf",
                    "Content-Encoding", "snappy",
                    "X-Prometheus-Remote-Write-Version", "0.1.0");

    private final HttpTarget target;
    private final HttpSender sender;
    private final long everyNanos;
    private final Points points;
    private final boolean nativeHistograms;
    private final boolean staleMarkers;
    private final RunTotals<Labels> totals;
    private long pushedNanos;
    private long lastEpochMillis;

    RemoteWriteCarrier(
            HttpTarget target,
            long everyNanos,
            Points points,
            boolean nativeHistograms,
            boolean staleMarkers,
            RunTotals<Labels> totals) {
        this.target = target;
        this.sender = new HttpSender(target);
        this.everyNanos = everyNanos;
        this.points = points;
        this.nativeHistograms = nativeHistograms;
        this.staleMarkers = staleMarkers;
        this.totals = totals;
    }

    @Override
    public void prepare() {}

    @Override
    public List<Parcel<byte[]>> encode(Interval interval) {
        totals.add(interval.snapshot());
        lastEpochMillis = interval.endEpochNanos() / 1_000_000;
        if (interval.snapshot().endNanos() - pushedNanos < everyNanos) {
            return List.of();
        }
        pushedNanos = interval.snapshot().endNanos();
        var requests = requests(false, lastEpochMillis);
        totals.changed(requests);
        return requests.take();
    }

    private WriteRequests requests(boolean ends, long epochMillis) {
        return new WriteRequests(points, nativeHistograms, ends, epochMillis);
    }

    /** All series, with what they came to in the end, and the verdict. */
    @Override
    public List<Parcel<byte[]>> rest(RunResult result) {
        if (lastEpochMillis == 0) {
            return List.of();
        }
        var last = requests(false, lastEpochMillis);
        totals.all(last);
        last.verdict(result.verdict());
        var parcels = new ArrayList<>(last.take());
        if (staleMarkers) {
            var ends = requests(true, lastEpochMillis + 1);
            totals.all(ends);
            parcels.addAll(ends.take());
        }
        return parcels;
    }

    @Override
    public void send(byte[] request) throws SendException, InterruptedException {
        sender.post(target.address(), HEADERS, request);
    }

    @Override
    public void close() {
        sender.close();
    }
}
