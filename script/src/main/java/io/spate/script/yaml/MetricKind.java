package io.spate.script.yaml;

import io.spate.metrics.Metric;
import io.spate.script.TestBuilder;
import io.spate.script.yaml.step.YamlSession.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of metrics that a test may add. */
enum MetricKind {
    COUNTER("counter", Metric.Type.COUNTER, Metric.Contains.DEFAULT),
    GAUGE("gauge", Metric.Type.GAUGE, Metric.Contains.DECIMAL),
    RATE("rate", Metric.Type.RATE, Metric.Contains.DEFAULT),
    TREND("trend", Metric.Type.TREND, Metric.Contains.DECIMAL),
    TIME_TREND("timeTrend", Metric.Type.TREND, Metric.Contains.TIME);

    private final String text;
    private final Metric.Type type;
    private final Metric.Contains contains;

    MetricKind(String text, Metric.Type type, Metric.Contains contains) {
        this.text = text;
        this.type = type;
        this.contains = contains;
    }

    /** By their names in files. */
    static Map<String, MetricKind> byName() {
        var kinds = new LinkedHashMap<String, MetricKind>();
        Arrays.stream(values()).forEach(it -> kinds.put(it.text, it));
        return kinds;
    }

    /** A metric of this kind. */
    Metric metric(String name) {
        return new Metric(name, type, contains);
    }

    /** Adds a metric of this kind to a test. */
    Measure addTo(TestBuilder test, String name) {
        return switch (this) {
            case COUNTER -> {
                var counter = test.counter(name);
                yield (user, value) -> counter.add(user, Math.round(value));
            }
            case GAUGE -> test.gauge(name)::set;
            case RATE -> {
                var rate = test.rate(name);
                yield (user, value) -> rate.add(user, value != 0);
            }
            case TREND -> test.trend(name)::add;
            case TIME_TREND -> test.timeTrend(name)::add;
        };
    }
}
