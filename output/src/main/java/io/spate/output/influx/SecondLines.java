package io.spate.output.influx;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Clock;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SeriesView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A point a second for each series: of a counter {@code count}; of a gauge {@code value}, {@code
 * min}, {@code max}; of a rate {@code hits}, {@code count}, {@code rate}; of a trend {@code count},
 * {@code sum}, {@code min}, {@code max}, {@code mean} and percentiles. A trend also has a
 * measurement {@code NAME_all}, over all its series, as percentiles cannot be put together later.
 */
final class SecondLines {
    private static final double[] PERCENTILES = {50, 90, 95, 99, 99.9};
    private static final String[] NAMES = {"p50", "p90", "p95", "p99", "p99.9"};

    private static final String THRESHOLDS = "spate_thresholds";

    private final LineProtocol protocol;
    private final Precision precision;
    private final SeriesView view = SeriesView.without(Set.of("url"));

    SecondLines(LineProtocol protocol, Precision precision) {
        this.protocol = protocol;
        this.precision = precision;
    }

    /** Whether each threshold was met, when a run has ended. */
    List<Parcel<byte[]>> of(RunResult result) {
        var lines = new Lines(InfluxSamples.LINES_MAX);
        long time = precision.of(Clock.epochNanos(result.startedAt().plus(result.elapsed())));
        for (var judgement : result.verdict().judgements()) {
            var tags = new TreeMap<String, String>();
            tags.put("metric", judgement.threshold().selector().text());
            tags.put("threshold", judgement.threshold().expression());
            var text = lines.text();
            protocol.head(text, THRESHOLDS, tags);
            text.append("passed=").append(judgement.passed() ? "1i" : "0i");
            if (!Double.isNaN(judgement.value())) {
                text.append(",value=").append(judgement.value());
            }
            text.append(' ').append(time);
            lines.end();
        }
        return lines.take();
    }

    List<Parcel<byte[]>> of(Interval interval) {
        var lines = new Lines(InfluxSamples.LINES_MAX);
        long time = precision.of(interval.endEpochNanos());
        view.of(interval.snapshot())
                .forEach(
                        (series, value) ->
                                line(
                                        lines,
                                        series.metric().name(),
                                        series.tags().values(),
                                        series,
                                        value,
                                        time));
        interval.snapshot()
                .total()
                .aggregates()
                .forEach(
                        (series, value) -> {
                            if (value instanceof Aggregate.Distribution) {
                                var name = series.metric().name() + "_all";
                                line(lines, name, Map.of(), series, value, time);
                            }
                        });
        return lines.take();
    }

    private void line(
            Lines lines,
            String measurement,
            Map<String, String> tags,
            Series series,
            Aggregate value,
            long time) {
        var text = lines.text();
        protocol.head(text, measurement, tags);
        fields(text, series.metric(), value);
        text.append(' ').append(time);
        lines.end();
    }

    private static void fields(StringBuilder text, Metric metric, Aggregate value) {
        switch (value) {
            case Aggregate.Count(var total) when metric.unit() == 1 ->
                    text.append("count=").append(total).append('i');
            case Aggregate.Count(var total) -> number(text, "count", total, metric);
            case Aggregate.Level level -> {
                number(text, "value", level.last(), metric);
                number(text.append(','), "min", level.min(), metric);
                number(text.append(','), "max", level.max(), metric);
            }
            case Aggregate.Ratio ratio ->
                    text.append("hits=")
                            .append(ratio.hits())
                            .append("i,count=")
                            .append(ratio.total())
                            .append("i,rate=")
                            .append(ratio.rate());
            case Aggregate.Distribution(var histogram) -> trend(text, metric, histogram);
        }
    }

    private static void trend(StringBuilder text, Metric metric, Histogram histogram) {
        text.append("count=").append(histogram.count()).append('i');
        number(text.append(','), "sum", histogram.sum(), metric);
        number(text.append(','), "min", histogram.min(), metric);
        number(text.append(','), "max", histogram.max(), metric);
        text.append(",mean=").append(histogram.mean() / metric.unit());
        for (int i = 0; i < NAMES.length; i++) {
            number(text.append(','), NAMES[i], histogram.percentile(PERCENTILES[i]), metric);
        }
    }

    private static void number(StringBuilder text, String name, long value, Metric metric) {
        text.append(name).append('=').append(value / metric.unit());
    }
}
