package io.spate.cli.repeat;

import io.spate.cli.process.ExitCode;
import io.spate.report.text.Style;
import io.spate.report.text.TextTable;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Several runs in words and tables. */
final class RepeatText {
    private static final String[] HEADS = {
        "run", ">requests", ">req/s", ">failed", ">p50", ">p95", ">p99", ">warm-up", ""
    };
    private static final int CELL_MAX = 40;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    @Override
    public String toString() {
        return text.toString();
    }

    /** What is said before a run. */
    String begins(int number, int count, Variant variant) {
        return "run %d of %d: %s"
                .formatted(
                        number,
                        count,
                        variant.name().isEmpty()
                                ? variant.title()
                                : variant.name() + ", " + variant.title());
    }

    /** What is said after a run. */
    static String ended(Repetition run) {
        return "  %s, %s, %s failed, p50 %s, p95 %s, p99 %s%s"
                .formatted(
                        Units.grouped(run.count(), "request"),
                        Units.perSecond(run.perSecond()),
                        Units.percent(run.failureRate()),
                        Units.millisShort(run.p50Ms()),
                        Units.millisShort(run.p95Ms()),
                        Units.millisShort(run.p99Ms()),
                        verdict(run).isEmpty() ? "" : ", " + verdict(run));
    }

    private static String verdict(Repetition run) {
        int code = run.exitCode();
        if (code == ExitCode.THRESHOLDS_CROSSED.code()) {
            return "thresholds crossed";
        }
        if (code == ExitCode.INVALID_RUN.code()) {
            return "invalid";
        }
        return code == ExitCode.PASSED.code() ? "" : "a report is missing";
    }

    /** A table of runs, and how much those of each variant differ. */
    RepeatText runs(List<Repetition> runs, List<Variant> variants) {
        var table = new TextTable(CELL_MAX, Style.PLAIN, HEADS);
        runs.forEach(it -> table.row(row(it)));
        for (var variant : variants) {
            var its = runs.stream().filter(it -> it.variant().equals(variant.name())).toList();
            if (its.size() > 1) {
                table.row(mean(variant.name(), its));
                table.row(variation(variant.name(), its));
            }
        }
        text.append(table.text(INDENT, false));
        long never = runs.stream().filter(it -> !it.measured().steady()).count();
        if (never > 0) {
            text.append(INDENT)
                    .append(Units.count(never, "run"))
                    .append(
                            " never became steady or were too short to tell: nothing of"
                                    + " them is left out as warm-up\n");
        }
        return this;
    }

    private static List<String> row(Repetition run) {
        return row(
                run.measured().run().name(),
                List.of(
                        String.valueOf(run.count()),
                        decimal(run.perSecond()),
                        Units.percent(run.failureRate()),
                        Units.millisShort(run.p50Ms()),
                        Units.millisShort(run.p95Ms()),
                        Units.millisShort(run.p99Ms()),
                        decimal(run.measured().warmUpSeconds()) + "s",
                        verdict(run)));
    }

    private static List<String> mean(String variant, List<Repetition> runs) {
        return row(
                ("mean " + variant).strip(),
                figures(
                        runs,
                        it -> decimal(it.mean()),
                        it -> Units.percent(it.mean()),
                        it -> Units.millisShort(it.mean())));
    }

    /** In percent of the mean. */
    private static List<String> variation(String variant, List<Repetition> runs) {
        DoubleFunction<String> share =
                it -> Double.isNaN(it) ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * it);
        return row(
                ("CV " + variant).strip(),
                figures(
                        runs,
                        it -> share.apply(it.variation()),
                        it -> share.apply(it.variation()),
                        it -> share.apply(it.variation())));
    }

    /** Shows how much a figure differs. */
    private interface Shown {
        String text(Spread spread);
    }

    private static List<String> figures(
            List<Repetition> runs, Shown rate, Shown failures, Shown time) {
        return List.of(
                rate.text(spread(runs, Repetition::count)),
                rate.text(spread(runs, Repetition::perSecond)),
                failures.text(spread(runs, Repetition::failureRate)),
                time.text(spread(runs, Repetition::p50Ms)),
                time.text(spread(runs, Repetition::p95Ms)),
                time.text(spread(runs, Repetition::p99Ms)),
                "",
                "");
    }

    private static Spread spread(List<Repetition> runs, ToDoubleFunction<Repetition> figure) {
        return Spread.of(runs, figure);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static List<String> row(String name, List<String> cells) {
        var row = new ArrayList<String>();
        row.add(name);
        row.addAll(cells);
        return row;
    }
}
