package io.spate.output.prometheus;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.threshold.Verdict;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.RunTotals;
import io.spate.output.encoding.ProtoBytes;
import io.spate.output.prometheus.Points.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Totals as requests of remote write (prometheus.io/docs/specs/remote_write_spec), each with a
 * bounded number of series. Belongs to one thread.
 */
final class WriteRequests implements RunTotals.Visitor<Labels> {
    static final int SERIES_MAX = 2_000;

    /** The value by which Prometheus knows that a series has ended. */
    static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

    private final Points points;
    private final boolean nativeHistograms;
    private final boolean ends;
    private final long epochMillis;
    private final ProtoBytes request = new ProtoBytes();
    private final List<Parcel<byte[]>> parcels = new ArrayList<>();
    private int series;

    /**
     * Of an instant.
     *
     * @param nativeHistograms whether trends are these, rather than figures
     * @param ends whether to say of each series that it has ended, rather than its value
     */
    WriteRequests(Points points, boolean nativeHistograms, boolean ends, long epochMillis) {
        this.points = points;
        this.nativeHistograms = nativeHistograms;
        this.ends = ends;
        this.epochMillis = epochMillis;
    }

    @Override
    public void total(Metric metric, Labels labels, Aggregate value) {
        if (nativeHistograms && value instanceof Aggregate.Distribution(var histogram)) {
            var message = labelled(Points.name(metric) + unitName(metric), labels);
            if (ends) {
                sample(message, STALE);
            } else {
                message.message(4, NativeHistogram.of(histogram, Points.unit(metric), epochMillis));
            }
            add(message);
        } else {
            points.of(metric, labels, value, this::point);
        }
    }

    /** Adds how each threshold was met. */
    void verdict(Verdict verdict) {
        verdict.judgements().forEach(it -> Points.of(it, this::point));
    }

    private void point(
            String family, Kind kind, String name, Labels labels, String le, double value) {
        var message = labelled(name, le.isEmpty() ? labels : labels.with("le", le));
        sample(message, ends ? STALE : value);
        add(message);
    }

    private static String unitName(Metric metric) {
        return metric.contains() == Contains.TIME
                ? "_seconds"
                : metric.contains() == Contains.DATA ? "_bytes" : "";
    }

    /** A series with its labels; that of the name sorts before all others. */
    private static ProtoBytes labelled(String name, Labels labels) {
        var message = new ProtoBytes();
        label(message, "__name__", name);
        labels.forEach((label, value) -> label(message, label, value));
        return message;
    }

    private static void label(ProtoBytes message, String name, String value) {
        var label = new ProtoBytes();
        label.text(1, name);
        label.text(2, value);
        message.message(1, label);
    }

    private void sample(ProtoBytes message, double value) {
        var sample = new ProtoBytes();
        sample.number(1, value);
        sample.whole(2, epochMillis);
        message.message(2, sample);
    }

    private void add(ProtoBytes message) {
        request.message(1, message);
        series++;
        if (series == SERIES_MAX) {
            pack();
        }
    }

    private void pack() {
        if (series > 0) {
            parcels.add(new Parcel<>(Snappy.compress(request.toArray()), series));
            request.clear();
            series = 0;
        }
    }

    /** All of them. */
    List<Parcel<byte[]>> take() {
        pack();
        return List.copyOf(parcels);
    }
}
