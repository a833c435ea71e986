package io.spate.report;

import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.Snapshot;
import io.spate.metrics.threshold.Threshold.Judgement;
import io.spate.metrics.threshold.Verdict;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The thresholds of a summary, by metric, each with the value it was judged by. */
final class SummaryThresholds {
    private SummaryThresholds() {}

    static void append(StringBuilder text, Verdict verdict, Snapshot snapshot, boolean colours) {
        byKey(verdict)
                .forEach(
                        (key, judgements) -> {
                            text.append("    ").append(Cells.clean(key)).append('\n');
                            var metric = metric(snapshot, judgements.getFirst());
                            judgements.forEach(it -> append(text, it, metric, colours));
                            text.append('\n');
                        });
    }

    /** The judgements by what they are about, in the plan's order. */
    static Map<String, List<Judgement>> byKey(Verdict verdict) {
        var byKey = new LinkedHashMap<String, List<Judgement>>();
        for (var judgement : verdict.judgements()) {
            byKey.computeIfAbsent(judgement.threshold().selector().text(), _ -> new ArrayList<>())
                    .add(judgement);
        }
        return byKey;
    }

    private static Optional<Metric> metric(Snapshot snapshot, Judgement judgement) {
        var name = judgement.threshold().selector().metric();
        return snapshot.aggregates().keySet().stream()
                .map(it -> it.metric())
                .filter(it -> it.name().equals(name))
                .findAny();
    }

    private static void append(
            StringBuilder text, Judgement judgement, Optional<Metric> metric, boolean colours) {
        var expression = judgement.threshold().expression();
        var style = judgement.passed() ? Style.GREEN : Style.RED;
        text.append("    ")
                .append(Style.mark(judgement.passed(), colours))
                .append(" '")
                .append(Cells.clean(expression))
                .append("' ")
                .append(style.apply(observed(judgement, metric), colours))
                .append('\n');
    }

    private static String observed(Judgement judgement, Optional<Metric> metric) {
        double value = judgement.value();
        if (Double.isNaN(value)) {
            return "no values";
        }
        var statistic = judgement.threshold().condition().aggregation().text();
        return statistic + "=" + metric.map(it -> shown(it, statistic, value)).orElse("" + value);
    }

    private static String shown(Metric metric, String statistic, double value) {
        boolean bytes = metric.contains() == Contains.DATA;
        return switch (metric.type()) {
            case RATE -> Units.percent(value);
            case COUNTER ->
                    (bytes ? Units.bytes(value) : Units.number(value))
                            + (statistic.equals("rate") ? "/s" : "");
            case GAUGE, TREND ->
                    switch (metric.contains()) {
                        case TIME -> Units.nanos(Math.round(value * 1e6));
                        case DATA -> Units.bytes(value);
                        case DEFAULT, DECIMAL -> Units.number(value);
                    };
        };
    }
}
