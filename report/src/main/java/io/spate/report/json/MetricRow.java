package io.spate.report.json;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.Selector;
import io.spate.metrics.Tags;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A metric, or the part of one that has some tags, over the measured part of a run.
 *
 * @param name such as {@code http_req_duration}
 * @param selector the name, and of a part its tags: {@code http_req_duration{status:200}}
 * @param type {@code counter}, {@code gauge}, {@code rate} or {@code trend}
 * @param contains what its values stand for: {@code default}, {@code time} (milliseconds), {@code
 *     data} (bytes) or {@code decimal}
 * @param custom whether it is the test's own
 * @param values by k6's names: of a counter its count and rate; of a gauge value, min and max; of a
 *     rate the rate, passes and fails; of a trend count, avg, min, med, max, p(90), p(95) and p(99)
 */
public record MetricRow(
        String name,
        String selector,
        String type,
        String contains,
        boolean custom,
        Map<String, Double> values) {

    public MetricRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static MetricRow of(Metric metric, Tags tags, Aggregate value, double seconds) {
        return new MetricRow(
                metric.name(),
                new Selector(metric.name(), tags).text(),
                word(metric.type()),
                word(metric.contains()),
                BuiltinMetrics.find(metric.name()).isEmpty(),
                values(metric, value, seconds));
    }

    /** The corrected service time as a part of its metric, which only people read. */
    public static MetricRow of(Corrected corrected) {
        var times = corrected.serviceTimeMs();
        var values = new LinkedHashMap<String, Double>();
        values.put("avg", times.avg());
        values.put("min", times.min());
        values.put("med", times.med());
        values.put("max", times.max());
        values.put("p(90)", times.p90());
        values.put("p(95)", times.p95());
        values.put("p(99)", times.p99());
        var name = BuiltinMetrics.HTTP_REQ_DURATION.name();
        return new MetricRow(name, name + "{corrected}", "trend", "time", false, values);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** One of the values; NaN where it has none of that name. */
    public double value(String of) {
        return values.getOrDefault(of, Double.NaN);
    }

    /** The tags of a part as they are written, without braces; empty for the whole metric. */
    public String tags() {
        return selector.equals(name)
                ? ""
                : selector.substring(name.length() + 1, selector.length() - 1);
    }

    /** What the values stand for. */
    public Contains kind() {
        return Contains.valueOf(contains.toUpperCase(Locale.ROOT));
    }

    private static Map<String, Double> values(Metric metric, Aggregate value, double seconds) {
        double unit = metric.unit();
        var values = new LinkedHashMap<String, Double>();
        switch (value) {
            case Aggregate.Count(var total) -> {
                values.put("count", total / unit);
                values.put("rate", seconds <= 0 ? 0 : Numbers.precise(total / unit / seconds));
            }
            case Aggregate.Level(var last, _, var min, var max) -> {
                values.put("value", last / unit);
                values.put("min", min / unit);
                values.put("max", max / unit);
            }
            case Aggregate.Ratio(var hits, var total) -> {
                values.put("rate", total == 0 ? 0 : Numbers.precise((double) hits / total));
                values.put("passes", (double) hits);
                values.put("fails", (double) (total - hits));
            }
            case Aggregate.Distribution(var histogram) -> trend(values, histogram, unit);
        }
        return values;
    }

    private static void trend(Map<String, Double> values, Histogram histogram, double unit) {
        values.put("count", (double) histogram.count());
        values.put("avg", Numbers.precise(histogram.mean() / unit));
        values.put("min", Numbers.precise(histogram.min() / unit));
        values.put("med", Numbers.precise(histogram.percentile(50) / unit));
        values.put("max", Numbers.precise(histogram.max() / unit));
        values.put("p(90)", Numbers.precise(histogram.percentile(90) / unit));
        values.put("p(95)", Numbers.precise(histogram.percentile(95) / unit));
        values.put("p(99)", Numbers.precise(histogram.percentile(99) / unit));
    }
}
