package io.spate.output.otel;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Tags;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.RunTotals;
import io.spate.output.encoding.ExponentialBuckets;
import io.spate.output.encoding.ProtoBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Totals as requests of OTLP ({@code ExportMetricsServiceRequest} in
 * opentelemetry/proto/metrics/v1), each with a bounded number of points. Counters are sums that
 * only grow, gauges gauges, rates a counter whose attribute {@code condition} is {@code nonzero} or
 * {@code zero}, as in k6; trends are exponential histograms. Belongs to one thread.
 */
final class MetricRequests implements RunTotals.Visitor<MetricRequests.Label> {
    static final int POINTS_MAX = 2_000;

    /** Since the run's start, as opposed to since the last time. */
    private static final int CUMULATIVE = 2;

    private static final ProtoBytes NONZERO =
            OtelResource.attributes(7, Map.of("condition", "nonzero"));
    private static final ProtoBytes ZERO = OtelResource.attributes(7, Map.of("condition", "zero"));

    private final OtelSource source;
    private final long startEpochNanos;
    private final long endEpochNanos;
    private final Map<Tags, KeptRequest> exemplars;
    private final Map<Metric, ProtoBytes> points = new LinkedHashMap<>();
    private final List<Parcel<OtelRequest>> parcels = new ArrayList<>();
    private int count;

    /**
     * Of an instant.
     *
     * @param startEpochNanos when the run began, since 1970 in UTC
     * @param exemplars requests to be shown with the histogram of their series
     */
    MetricRequests(
            OtelSource source,
            long startEpochNanos,
            long endEpochNanos,
            Map<Tags, KeptRequest> exemplars) {
        this.exemplars = exemplars;
        this.source = source;
        this.startEpochNanos = startEpochNanos;
        this.endEpochNanos = endEpochNanos;
    }

    /**
     * What is made of a series once.
     *
     * @param attributes of its points, encoded
     */
    record Label(Tags tags, ProtoBytes attributes) {}

    /** What is made of a series. */
    static Label label(Series series) {
        // A point of a histogram has them in another field than that of a number.
        int field = series.metric().type() == Metric.Type.TREND ? 1 : 7;
        return new Label(series.tags(), OtelResource.attributes(field, series.tags().values()));
    }

    @Override
    public void total(Metric metric, Label label, Aggregate value) {
        double unit = metric.unit();
        switch (value) {
            case Aggregate.Count(var total) -> number(metric, label, total, unit);
            case Aggregate.Level level -> number(metric, label, level.last(), unit);
            case Aggregate.Ratio(var hits, var total) -> {
                whole(metric, label, NONZERO, hits);
                whole(metric, label, ZERO, total - hits);
            }
            case Aggregate.Distribution(var histogram) -> histogram(metric, label, histogram, unit);
        }
    }

    private void number(Metric metric, Label label, long value, double unit) {
        var point = point(label);
        if (unit == 1) {
            point.fixed64(6, value);
        } else {
            point.number(4, value / unit);
        }
        add(metric, point);
    }

    private void whole(Metric metric, Label label, ProtoBytes condition, long value) {
        var point = point(label);
        point.fields(condition);
        point.fixed64(6, value);
        add(metric, point);
    }

    /** A point with its times. */
    private ProtoBytes point(Label label) {
        var point = new ProtoBytes();
        point.fixed64(2, startEpochNanos);
        point.fixed64(3, endEpochNanos);
        point.fields(label.attributes);
        return point;
    }

    private void histogram(Metric metric, Label label, Histogram histogram, double unit) {
        var buckets = ExponentialBuckets.fitted(histogram, unit);
        var point = new ProtoBytes();
        point.fields(label.attributes);
        point.fixed64(2, startEpochNanos);
        point.fixed64(3, endEpochNanos);
        point.fixed64(4, histogram.count());
        point.number(5, histogram.sum() / unit);
        point.signed(6, buckets.scale());
        point.fixed64(7, buckets.zeros());
        buckets(point, 8, buckets.positive());
        buckets(point, 9, buckets.negative());
        point.number(12, histogram.min() / unit);
        point.number(13, histogram.max() / unit);
        exemplar(metric, label.tags, point);
        add(metric, point);
    }

    private void exemplar(Metric metric, Tags tags, ProtoBytes point) {
        var request = exemplars.get(tags);
        if (request != null && metric.equals(BuiltinMetrics.HTTP_REQ_DURATION)) {
            request.trace().ifPresent(it -> point.message(11, Exemplars.message(request, it)));
        }
    }

    private static void buckets(ProtoBytes point, int field, SortedMap<Integer, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        var numbers = new ProtoBytes();
        for (int index = counts.firstKey(); index <= counts.lastKey(); index++) {
            numbers.varint(counts.getOrDefault(index, 0L));
        }
        var buckets = new ProtoBytes();
        buckets.signed(1, counts.firstKey());
        buckets.message(2, numbers);
        point.message(field, buckets);
    }

    private void add(Metric metric, ProtoBytes point) {
        points.computeIfAbsent(metric, _ -> new ProtoBytes()).message(1, point);
        count++;
        if (count == POINTS_MAX) {
            pack();
        }
    }

    private void pack() {
        if (count == 0) {
            return;
        }
        var metrics = source.scoped();
        points.forEach((metric, its) -> metrics.message(2, metric(metric, its)));
        parcels.add(new Parcel<>(source.request(source.metrics(), metrics), count));
        points.clear();
        count = 0;
    }

    private ProtoBytes metric(Metric metric, ProtoBytes points) {
        var message = new ProtoBytes();
        message.text(1, source.prefix() + metric.name());
        var unit = unit(metric);
        if (!unit.isEmpty()) {
            message.text(3, unit);
        }
        var data = new ProtoBytes();
        data.fields(points);
        switch (metric.type()) {
            case GAUGE -> message.message(5, data);
            case COUNTER, RATE -> {
                data.whole(2, CUMULATIVE);
                data.whole(3, 1);
                message.message(7, data);
            }
            case TREND -> {
                data.whole(2, CUMULATIVE);
                message.message(10, data);
            }
        }
        return message;
    }

    /** As UCUM has it; a plain number has none. */
    private static String unit(Metric metric) {
        return switch (metric.contains()) {
            case TIME -> "ms";
            case DATA -> "By";
            case DEFAULT, DECIMAL -> "";
        };
    }

    /** All of them. */
    List<Parcel<OtelRequest>> take() {
        pack();
        return List.copyOf(parcels);
    }
}
