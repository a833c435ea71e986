package io.spate.output.postgres;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SeriesView;
import io.spate.output.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a second came to as rows. A series has a number within its run; its own row is to be written
 * no later than its first point. Belongs to one thread.
 */
final class Rows {
    /** As many as one statement brings. */
    static final int ROWS_MAX = 5_000;

    private final boolean histograms;
    private final SeriesView view = SeriesView.without(Set.of("url"));
    private final Map<Series, Integer> numbers = new HashMap<>();
    private List<SeriesRow> fresh = new ArrayList<>();

    /**
     * None yet.
     *
     * @param histograms whether the values of trends are written with how often each occurred
     */
    Rows(boolean histograms) {
        this.histograms = histograms;
    }

    /** A series by its number. */
    record SeriesRow(int number, Series series) {
        String type() {
            return series.metric().type().name().toLowerCase(Locale.ROOT);
        }

        /** Tags as a JSON object. */
        String tags() {
            var text = new StringBuilder("{");
            series.tags()
                    .values()
                    .forEach(
                            (name, value) -> {
                                text.append(text.length() == 1 ? "" : ",");
                                JsonText.append(text, clean(name));
                                text.append(':');
                                JsonText.append(text, clean(value));
                            });
            return text.append('}').toString();
        }
    }

    /** Points of one instant. */
    record Chunk(OffsetDateTime time, double seconds, List<PointRow> points) {}

    /** The rows of an interval, in parts that are not too large for one statement. */
    List<Parcel<Chunk>> of(Interval interval) {
        var time = Instant.EPOCH.plusNanos(interval.endEpochNanos()).atOffset(ZoneOffset.UTC);
        double seconds = interval.snapshot().seconds();
        var parcels = new ArrayList<Parcel<Chunk>>();
        var points = new ArrayList<PointRow>();
        for (var entry : view.of(interval.snapshot()).entrySet()) {
            var series = entry.getKey();
            points.add(point(number(series), series.metric(), entry.getValue()));
            if (points.size() == ROWS_MAX) {
                parcels.add(parcel(time, seconds, points));
                points.clear();
            }
        }
        if (!points.isEmpty()) {
            parcels.add(parcel(time, seconds, points));
        }
        return parcels;
    }

    private int number(Series series) {
        return numbers.computeIfAbsent(
                series,
                it -> {
                    int number = numbers.size() + 1;
                    fresh.add(new SeriesRow(number, it));
                    return number;
                });
    }

    private static Parcel<Chunk> parcel(
            OffsetDateTime time, double seconds, List<PointRow> points) {
        return new Parcel<>(new Chunk(time, seconds, List.copyOf(points)), points.size());
    }

    /** Takes away the series that have come since this was last called. */
    List<SeriesRow> takeFresh() {
        var taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }

    private PointRow point(int number, Metric metric, Aggregate value) {
        double unit = metric.unit();
        return switch (value) {
            case Aggregate.Count(var total) -> PointRow.counter(number, total, unit);
            case Aggregate.Level level -> PointRow.gauge(number, level, unit);
            case Aggregate.Ratio ratio -> PointRow.rate(number, ratio);
            case Aggregate.Distribution(var histogram) -> trend(number, histogram, unit);
        };
    }

    private PointRow trend(int number, Histogram histogram, double unit) {
        if (!histograms) {
            return PointRow.trend(number, histogram, unit, null, null);
        }
        var bounds = new StringBuilder("{");
        var counts = new StringBuilder("{");
        histogram.forEach(
                (_, highest, count) -> {
                    bounds.append(bounds.length() == 1 ? "" : ",").append(highest / unit);
                    counts.append(counts.length() == 1 ? "" : ",").append(count);
                });
        return PointRow.trend(
                number,
                histogram,
                unit,
                bounds.append('}').toString(),
                counts.append('}').toString());
    }

    /** Without what PostgreSQL has nowhere: NUL, and halves of characters. */
    static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace('\0', '?');
    }
}
