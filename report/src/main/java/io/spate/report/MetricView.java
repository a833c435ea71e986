package io.spate.report;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A metric, or the part of one that has some tags, over a whole run.
 *
 * @param metric what was measured
 * @param tags the tags that single the part out; none for the whole metric
 * @param value what it came to
 */
record MetricView(Metric metric, Tags tags, Aggregate value) {
    private static final Tags EXPECTED = Tags.of("expected_response", "true");

    /**
     * All metrics of a snapshot by name, each followed by its parts: those that a threshold is
     * about, and requests that were answered as expected.
     */
    static List<MetricView> of(Snapshot snapshot, Verdict verdict) {
        Map<String, MetricView> whole = new HashMap<>();
        snapshot.aggregates()
                .keySet()
                .forEach(
                        series -> {
                            var metric = series.metric();
                            whole.computeIfAbsent(
                                    metric.name(), _ -> view(snapshot, metric, Tags.NONE));
                        });
        var parts = new TreeSet<MetricView>(Comparator.comparing(it -> it.key()));
        for (Threshold.Judgement judgement : verdict.judgements()) {
            addPart(snapshot, whole, judgement.threshold().selector(), parts);
        }
        addPart(snapshot, whole, new Selector("http_req_duration", EXPECTED), parts);
        var views = new ArrayList<MetricView>();
        for (var name : new TreeSet<>(whole.keySet())) {
            views.add(whole.get(name));
            parts.stream().filter(it -> it.metric.name().equals(name)).forEach(views::add);
        }
        return views;
    }

    private static void addPart(
            Snapshot snapshot,
            Map<String, MetricView> whole,
            Selector selector,
            TreeSet<MetricView> parts) {
        var parent = whole.get(selector.metric());
        if (parent != null
                && !selector.tags().values().isEmpty()
                && snapshot.find(selector).isPresent()) {
            parts.add(view(snapshot, parent.metric, selector.tags()));
        }
    }

    private static MetricView view(Snapshot snapshot, Metric metric, Tags tags) {
        var selector = new Selector(metric.name(), tags);
        Aggregate value =
                switch (metric.type()) {
                    case GAUGE -> Users.sum(snapshot, selector).orElseThrow();
                    case COUNTER, RATE, TREND -> snapshot.find(selector).orElseThrow();
                };
        return new MetricView(metric, tags, value);
    }

    /** The name with its tags, as thresholds write it. */
    String key() {
        return new Selector(metric.name(), tags).text();
    }

    /** The name; of a part its tags, as k6 shows them below the metric's name. */
    String label() {
        return tags.values().isEmpty()
                ? metric.name()
                : "  { " + key().substring(metric.name().length() + 1, key().length() - 1) + " }";
    }
}
