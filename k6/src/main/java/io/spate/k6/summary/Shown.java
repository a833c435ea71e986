package io.spate.k6.summary;

import io.spate.metrics.Metric.Contains;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values as k6 writes them.
 *
 * @param timeUnit {@code s}, {@code ms}, {@code us}, or empty for one that fits
 */
record Shown(String timeUnit) {

    /** A value in what it contains: milliseconds, bytes or a plain number. */
    String value(Contains contains, double value) {
        if (contains != Contains.TIME || timeUnit.isEmpty()) {
            return Units.shown(contains, value);
        }
        double scaled =
                switch (timeUnit) {
                    case "s" -> value / 1000;
                    case "us" -> value * 1000;
                    default -> value;
                };
        var unit = timeUnit.equals("us") ? "µs" : timeUnit;
        return BigDecimal.valueOf(scaled).setScale(2, RoundingMode.HALF_UP).toPlainString() + unit;
    }

    /** A statistic of a line. */
    String statistic(MetricLine line, String name) {
        return value(line.metric().contains(), line.statistic(name));
    }

    /** The columns of a counter. */
    List<String> counter(MetricLine line) {
        return List.of(statistic(line, "count"), statistic(line, "rate") + "/s");
    }

    /** The columns of a gauge. */
    List<String> gauge(MetricLine line) {
        return List.of(
                statistic(line, "value"),
                "min=" + statistic(line, "min"),
                "max=" + statistic(line, "max"));
    }

    /** The columns of a trend. */
    List<String> trend(MetricLine line, List<String> statistics) {
        return statistics.stream()
                .map(
                        it ->
                                it
                                        + "="
                                        + (it.equals("count")
                                                ? String.valueOf((long) line.statistic(it))
                                                : statistic(line, it)))
                .toList();
    }

    /** What a threshold saw. */
    String observed(Results.Threshold threshold) {
        if (Double.isNaN(threshold.value())) {
            return threshold.statistic() + "=0";
        }
        var contains = Contains.valueOf(threshold.contains().toUpperCase(Locale.ROOT));
        var shown =
                switch (threshold.type()) {
                    case "rate" -> Units.percent(threshold.value());
                    case "counter" ->
                            value(contains, threshold.value())
                                    + (threshold.statistic().equals("rate") ? "/s" : "");
                    default -> value(contains, threshold.value());
                };
        return threshold.statistic() + "=" + shown;
    }

    /** How wide each column is over rows. */
    static List<Integer> widths(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), Cells.width(row.get(i))));
            }
        }
        return widths;
    }
}
