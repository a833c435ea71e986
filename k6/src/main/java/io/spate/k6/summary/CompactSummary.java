package io.spate.k6.summary;

import io.spate.k6.options.K6Options;
import io.spate.metrics.Metric.Contains;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The summary at the end of a run, as k6 lays it out. */
public final class CompactSummary {
    private static final String INDENT = "    ";
    private static final int GAP = 3;
    private static final String CHECKS_LONGEST = "checks_succeeded";

    /** The metrics of each section; the first section has those of the script. */
    private static final List<String> HTTP =
            List.of("http_req_duration", "http_req_failed", "http_reqs");

    private static final List<String> EXECUTION =
            List.of("dropped_iterations", "iteration_duration", "iterations", "vus", "vus_max");

    private static final List<String> NETWORK = List.of("data_received", "data_sent");

    private final Results results;
    private final List<MetricLine> lines;
    private final K6Options.Summary options;
    private final boolean colours;
    private final StringBuilder text = new StringBuilder();
    private final int labelWidth;

    private CompactSummary(
            Results results, List<MetricLine> all, K6Options.Summary options, boolean colours) {
        this.results = results;
        this.options = options;
        this.colours = colours;
        this.lines = all.stream().filter(CompactSummary::isShown).toList();
        int longest = lines.stream().mapToInt(it -> Cells.width(label(it))).max().orElse(0);
        labelWidth =
                GAP + Math.max(longest, results.checks().isEmpty() ? 0 : CHECKS_LONGEST.length());
    }

    /** The summary of a run, with line ends. */
    public static String of(
            TestPlan plan,
            RunResult result,
            Results results,
            K6Options.Summary options,
            boolean colours) {
        var lines = MetricLine.of(plan, result.total());
        return new CompactSummary(results, lines, options, colours).text();
    }

    private static boolean isShown(MetricLine line) {
        var name = line.metric().name();
        boolean known = HTTP.contains(name) || EXECUTION.contains(name) || NETWORK.contains(name);
        boolean nothing = name.equals("dropped_iterations") && line.statistic("count") == 0;
        return (known || (line.isCustom() && !ofSpate(name))) && !nothing;
    }

    /** Metrics of Spate's own parts that are not among the builtin ones. */
    private static boolean ofSpate(String name) {
        return name.equals("http_limits_reached")
                || name.equals("http_reqs_repeated")
                || name.equals("script_limits_reached");
    }

    private String text() {
        text.append('\n');
        if (!results.verdict().thresholds().isEmpty()) {
            title("THRESHOLDS");
            thresholds();
            text.append('\n');
        }
        title("TOTAL RESULTS");
        checks();
        section("CUSTOM", MetricLine::isCustom);
        section("HTTP", it -> HTTP.contains(it.metric().name()));
        section("EXECUTION", it -> EXECUTION.contains(it.metric().name()));
        section("NETWORK", it -> NETWORK.contains(it.metric().name()));
        return text.append("\n\n").toString();
    }

    private void title(String title) {
        text.append("  ").append(Style.BOLD.apply("█ " + title, colours)).append(" \n\n");
    }

    private void thresholds() {
        Map<String, List<Results.Threshold>> bySelector = new LinkedHashMap<>();
        results.verdict()
                .thresholds()
                .forEach(
                        it ->
                                bySelector
                                        .computeIfAbsent(it.selector(), _ -> new ArrayList<>())
                                        .add(it));
        bySelector.forEach(
                (selector, all) -> {
                    text.append(INDENT).append(Cells.clean(selector)).append('\n');
                    for (var each : all) {
                        text.append(INDENT)
                                .append(Style.mark(each.passed(), colours))
                                .append(" '")
                                .append(Cells.clean(each.expression()))
                                .append("' ")
                                .append(observed(each))
                                .append('\n');
                    }
                    text.append('\n');
                });
    }

    private String observed(Results.Threshold threshold) {
        if (Double.isNaN(threshold.value())) {
            return threshold.statistic() + "=0";
        }
        var contains = Contains.valueOf(threshold.contains().toUpperCase(Locale.ROOT));
        var shown =
                switch (threshold.type()) {
                    case "rate" -> Units.percent(threshold.value());
                    case "counter" ->
                            threshold.statistic().equals("rate")
                                    ? shown(contains, threshold.value()) + "/s"
                                    : shown(contains, threshold.value());
                    default -> shown(contains, threshold.value());
                };
        return threshold.statistic() + "=" + shown;
    }

    private void checks() {
        var checks = results.checks();
        if (checks.isEmpty()) {
            return;
        }
        long passes = checks.stream().mapToLong(Results.Check::passes).sum();
        long fails = checks.stream().mapToLong(Results.Check::fails).sum();
        long total = passes + fails;
        double rate = results.measuredSeconds() <= 0 ? 0 : total / results.measuredSeconds();
        var rows =
                List.of(
                        List.of(String.valueOf(total), Units.number(rate) + "/s"),
                        List.of(Units.percent(passes, total), passes + " out of " + total),
                        List.of(Units.percent(fails, total), fails + " out of " + total));
        var widths = widths(rows);
        line("checks_total", rows.get(0), widths);
        line("checks_succeeded", rows.get(1), widths);
        line("checks_failed", rows.get(2), widths);
        text.append('\n');
        for (var check : checks) {
            text.append(INDENT)
                    .append(Style.mark(check.fails() == 0, colours))
                    .append(' ')
                    .append(Cells.clean(check.name()))
                    .append('\n');
            if (check.fails() > 0) {
                long all = check.passes() + check.fails();
                text.append(INDENT)
                        .append("  ↳  ")
                        .append(100 * check.passes() / all)
                        .append("% — ✓ ")
                        .append(check.passes())
                        .append(" / ✗ ")
                        .append(check.fails())
                        .append('\n');
            }
        }
        text.append('\n');
    }

    private void section(String title, Predicate<MetricLine> of) {
        var section = lines.stream().filter(of).toList();
        if (section.isEmpty()) {
            return;
        }
        text.append(INDENT).append(Style.BOLD.apply(title, colours)).append('\n');
        for (var each : section) {
            boolean trend = each.isTrend();
            var alike = lines.stream().filter(it -> it.isTrend() == trend).map(this::cells);
            line(label(each), cells(each), widths(alike.toList()));
        }
        text.append('\n');
    }

    private static String label(MetricLine line) {
        return line.isPart() ? "  { " + line.tags() + " }" : line.metric().name();
    }

    private List<String> cells(MetricLine line) {
        var contains = line.metric().contains();
        return switch (line.metric().type()) {
            case COUNTER ->
                    List.of(
                            shown(contains, line.statistic("count")),
                            shown(contains, line.statistic("rate")) + "/s");
            case GAUGE ->
                    List.of(
                            shown(contains, line.statistic("value")),
                            "min=" + shown(contains, line.statistic("min")),
                            "max=" + shown(contains, line.statistic("max")));
            case RATE -> {
                long passes = (long) line.statistic("passes");
                long total = passes + (long) line.statistic("fails");
                yield List.of(Units.percent(passes, total), passes + " out of " + total);
            }
            case TREND ->
                    options.trendStats().stream()
                            .map(
                                    it ->
                                            it.equals("count")
                                                    ? "count=" + (long) line.statistic(it)
                                                    : it
                                                            + "="
                                                            + shown(contains, line.statistic(it)))
                            .toList();
        };
    }

    private String shown(Contains contains, double value) {
        if (contains != Contains.TIME || options.timeUnit().isEmpty()) {
            return Units.shown(contains, value);
        }
        double scaled =
                switch (options.timeUnit()) {
                    case "s" -> value / 1000;
                    case "us" -> value * 1000;
                    default -> value;
                };
        var unit = options.timeUnit().equals("us") ? "µs" : options.timeUnit();
        return BigDecimal.valueOf(scaled).setScale(2, RoundingMode.HALF_UP).toPlainString() + unit;
    }

    private static List<Integer> widths(List<List<String>> rows) {
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

    private void line(String label, List<String> cells, List<Integer> widths) {
        text.append(INDENT).append(Cells.padEnd(Cells.clean(label), labelWidth, ".")).append(":");
        for (int i = 0; i < cells.size(); i++) {
            boolean last = i == cells.size() - 1;
            text.append(' ').append(Style.CYAN.apply(cells.get(i), colours));
            if (!last) {
                text.append(" ".repeat(widths.get(i) - Cells.width(cells.get(i))));
            }
        }
        text.append('\n');
    }
}
