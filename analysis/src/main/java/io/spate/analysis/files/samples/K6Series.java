package io.spate.analysis.files.samples;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The metrics of k6 and their series. */
public final class K6Series {
    /** The tags that are kept; others may have as many values as there are samples. */
    public static final List<String> KEPT_TAGS =
            List.of(
                    "name",
                    "method",
                    "status",
                    "scenario",
                    "group",
                    "check",
                    "error",
                    "error_code",
                    "expected_response");

    private static final int KNOWN_MAX = 50_000;
    private static final int NAMES_SHOWN = 5;

    private final SampleFold fold;
    private final Map<String, Metric> declared = new HashMap<>();
    private final Map<List<String>, Sampled> known = new HashMap<>();
    private final Set<String> undeclared = new LinkedHashSet<>();

    public K6Series(SampleFold fold) {
        this.fold = fold;
    }

    /** A series, and the number that its fold has given it. */
    public record Sampled(Metric metric, int series) {
        /** A value in the unit in which the metric is recorded. */
        public long recorded(double value) {
            return metric.type() == Metric.Type.RATE
                    ? value == 0 ? 0 : 1
                    : Math.round(value * metric.unit());
        }
    }

    /**
     * Takes the declaration of a metric; whether it is one.
     *
     * @param type such as {@code trend}
     * @param contains such as {@code time}
     */
    public boolean declare(String name, String type, String contains) {
        if (BuiltinMetrics.find(name).isPresent()) {
            return true;
        }
        try {
            var is = Metric.Type.valueOf(type.toUpperCase(Locale.ROOT));
            var what = Contains.valueOf(contains.toUpperCase(Locale.ROOT));
            // Numbers of a script may have fractions.
            var holds =
                    what == Contains.DEFAULT && is != Metric.Type.RATE ? Contains.DECIMAL : what;
            var metric = new Metric(name, is, holds);
            return metric.equals(declared.computeIfAbsent(name, _ -> metric));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * The series of a sample; nothing for a metric that is not known and was not declared.
     *
     * @param tag gives the value of a tag, empty for none
     */
    public Optional<Sampled> find(String metric, UnaryOperator<String> tag) {
        var key = new ArrayList<String>(KEPT_TAGS.size() + 1);
        key.add(metric);
        for (var name : KEPT_TAGS) {
            key.add(tag.apply(name));
        }
        var found = known.get(key);
        if (found != null) {
            return Optional.of(found);
        }
        var sampled = metric(metric).map(it -> new Sampled(it, fold.series(it, tags(it, key))));
        if (known.size() < KNOWN_MAX) {
            sampled.ifPresent(it -> known.put(List.copyOf(key), it));
        }
        return sampled;
    }

    private Optional<Metric> metric(String name) {
        var metric = BuiltinMetrics.find(name).or(() -> Optional.ofNullable(declared.get(name)));
        if (metric.isEmpty() && undeclared.size() <= NAMES_SHOWN) {
            undeclared.add(name);
        }
        return metric;
    }

    private static Tags tags(Metric metric, List<String> key) {
        // Phases of requests are of interest as a whole, and are most of what there is.
        if (BuiltinMetrics.REQUEST_PARTS.contains(metric)) {
            return Tags.NONE;
        }
        var tags = new TreeMap<String, String>();
        for (int i = 0; i < KEPT_TAGS.size(); i++) {
            tags.put(KEPT_TAGS.get(i), key.get(i + 1));
        }
        return new Tags(tags);
    }

    /** What was left out, for people to read. */
    public List<String> notices() {
        if (undeclared.isEmpty()) {
            return List.of();
        }
        var names = undeclared.stream().limit(NAMES_SHOWN).toList();
        return List.of(
                "left out %s%s: the file does not say of which type %s; JSON lines do"
                        .formatted(
                                String.join(", ", names),
                                undeclared.size() > NAMES_SHOWN ? " and others" : "",
                                undeclared.size() == 1 ? "it is" : "they are"));
    }
}
