package io.spate.output.k6;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.output.text.Decimals;
import io.spate.output.text.JsonText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** k6's {@code --out json}: an object a line, of a metric before its first value. */
public final class JsonLines implements SampleFormat {
    private final K6Tags tags;
    private final List<Threshold> thresholds;
    private final Timestamps times;
    private final Set<Metric> told = new HashSet<>();
    private final Map<Series, Around> known = new HashMap<>();

    /**
     * Lines of a run.
     *
     * @param thresholds those of the run
     * @param zone of the times
     */
    public JsonLines(K6Tags tags, List<Threshold> thresholds, ZoneId zone) {
        this.tags = tags;
        this.thresholds = List.copyOf(thresholds);
        this.times = new Timestamps(zone);
    }

    /** What stands before a value's time, and after the value. */
    private record Around(String before, String after) {}

    @Override
    public String head() {
        return "";
    }

    @Override
    public boolean append(
            StringBuilder into, int lane, Series series, long epochNanos, long value) {
        if (told.add(series.metric())) {
            metric(into, series.metric());
        }
        var around = known.computeIfAbsent(series, this::around);
        into.append(around.before);
        times.withNanos(into, epochNanos);
        into.append("\",\"value\":");
        Decimals.shortest(into, series.metric(), value);
        into.append(around.after);
        return true;
    }

    private Around around(Series series) {
        var before = new StringBuilder("{\"metric\":");
        JsonText.append(before, series.metric().name());
        before.append(",\"type\":\"Point\",\"data\":{\"time\":\"");
        var after = new StringBuilder(",\"tags\":");
        object(after, tags.of(series));
        return new Around(before.toString(), after.append("}}\n").toString());
    }

    private static void object(StringBuilder into, Map<String, String> values) {
        into.append('{');
        values.forEach(
                (name, value) -> {
                    if (into.charAt(into.length() - 1) != '{') {
                        into.append(',');
                    }
                    JsonText.append(into, name);
                    into.append(':');
                    JsonText.append(into, value);
                });
        into.append('}');
    }

    private void metric(StringBuilder into, Metric metric) {
        into.append("{\"type\":\"Metric\",\"data\":{\"name\":");
        JsonText.append(into, metric.name());
        into.append(",\"type\":\"")
                .append(metric.type().name().toLowerCase(Locale.ROOT))
                .append("\",\"contains\":\"")
                .append(contains(metric))
                .append("\",\"thresholds\":[");
        var parts = new LinkedHashSet<Selector>();
        if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION)) {
            parts.add(new Selector(metric.name(), Tags.of("expected_response", "true")));
        }
        for (var threshold : thresholds) {
            var selector = threshold.selector();
            if (!selector.metric().equals(metric.name())) {
                continue;
            }
            if (selector.tags().values().isEmpty()) {
                comma(into);
                threshold(into, threshold);
            } else {
                parts.add(selector);
            }
        }
        into.append("],\"submetrics\":");
        submetrics(into, metric, parts);
        into.append("},\"metric\":");
        JsonText.append(into, metric.name());
        into.append("}\n");
    }

    /** In k6's long form where it may end the run. */
    private static void threshold(StringBuilder into, Threshold threshold) {
        if (!threshold.abortOnFail()) {
            JsonText.append(into, threshold.expression());
            return;
        }
        var delay = threshold.delayAbortEval();
        into.append("{\"threshold\":");
        JsonText.append(into, threshold.expression());
        into.append(",\"abortOnFail\":true,\"delayAbortEval\":")
                .append(delay.isZero() ? "null" : '"' + time(delay) + '"')
                .append('}');
    }

    /** A time as Go writes it, such as {@code 1m0s}. */
    private static String time(Duration time) {
        var hours = time.toHours() > 0 ? time.toHours() + "h" : "";
        var minutes = time.toMinutes() > 0 ? time.toMinutesPart() + "m" : "";
        var seconds = BigDecimal.valueOf(time.toMillis() % 60_000, 3).stripTrailingZeros();
        return hours + minutes + seconds.toPlainString() + "s";
    }

    private static String contains(Metric metric) {
        return metric.contains() == Contains.DECIMAL
                ? "default"
                : metric.contains().name().toLowerCase(Locale.ROOT);
    }

    private static void submetrics(StringBuilder into, Metric metric, Set<Selector> parts) {
        if (parts.isEmpty()) {
            into.append("null");
            return;
        }
        into.append('[');
        for (var part : parts) {
            comma(into);
            var text = part.text();
            into.append("{\"name\":");
            JsonText.append(into, text);
            into.append(",\"suffix\":");
            JsonText.append(into, text.substring(metric.name().length() + 1, text.length() - 1));
            into.append(",\"tags\":");
            object(into, part.tags().values());
            into.append('}');
        }
        into.append(']');
    }

    private static void comma(StringBuilder into) {
        if (into.charAt(into.length() - 1) != '[') {
            into.append(',');
        }
    }
}
