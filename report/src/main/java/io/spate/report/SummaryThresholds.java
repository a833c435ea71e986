package io.spate.report;

import io.spate.metrics.Metric.Contains;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The thresholds of a summary, by metric, each with the value it was judged by. */
final class SummaryThresholds {
    private SummaryThresholds() {}

    static void append(StringBuilder text, List<Results.Threshold> thresholds, boolean colours) {
        bySelector(thresholds)
                .forEach(
                        (selector, of) -> {
                            text.append("    ").append(Cells.clean(selector)).append('\n');
                            of.forEach(it -> append(text, it, colours));
                            text.append('\n');
                        });
    }

    /** The thresholds by what they are about, in the plan's order. */
    static Map<String, List<Results.Threshold>> bySelector(List<Results.Threshold> thresholds) {
        var bySelector = new LinkedHashMap<String, List<Results.Threshold>>();
        for (var threshold : thresholds) {
            bySelector.computeIfAbsent(threshold.selector(), _ -> new ArrayList<>()).add(threshold);
        }
        return bySelector;
    }

    private static void append(StringBuilder text, Results.Threshold threshold, boolean colours) {
        boolean warned = threshold.outcome().equals("warned");
        var style = warned ? Style.YELLOW : threshold.passed() ? Style.GREEN : Style.RED;
        var mark = warned ? style.apply("!", colours) : Style.mark(threshold.passed(), colours);
        text.append("    ")
                .append(mark)
                .append(" '")
                .append(Cells.clean(threshold.expression()))
                .append("' ")
                .append(style.apply(observed(threshold), colours))
                .append(Style.DIM.apply(worst(threshold), colours))
                .append('\n');
    }

    private static String worst(Results.Threshold threshold) {
        return Double.isNaN(threshold.worstSeconds())
                ? ""
                : " (worst %s at %s)"
                        .formatted(
                                Units.nanos((long) (threshold.over() * 1e9)),
                                Units.clock((long) (threshold.worstSeconds() * 1e9)));
    }

    private static String observed(Results.Threshold threshold) {
        double value = threshold.value();
        if (Double.isNaN(value)) {
            return "no values";
        }
        return threshold.statistic() + "=" + shown(threshold, value);
    }

    private static String shown(Results.Threshold threshold, double value) {
        var contains = Contains.valueOf(threshold.contains().toUpperCase(Locale.ROOT));
        return switch (threshold.type()) {
            case "rate" -> Units.percent(value);
            case "counter" ->
                    Units.shown(contains, value)
                            + (threshold.statistic().equals("rate") ? "/s" : "");
            default -> Units.shown(contains, value);
        };
    }
}
