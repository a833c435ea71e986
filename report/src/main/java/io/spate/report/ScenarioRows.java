package io.spate.report;

import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.report.text.Cells;
import io.spate.report.text.Row;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.List;
import java.util.OptionalLong;

/** The scenarios' rows in the live console: how far each is, and its users. */
final class ScenarioRows {
    private static final int BAR_MAX = 40;
    private static final int BAR_MIN = 8;
    private static final int GAP = 2;
    private static final int AFTER_MAX = 20;

    private ScenarioRows() {}

    private record Progress(String name, double done, List<String> texts) {}

    /** A row for each scenario; with bars of one length where there is room for them. */
    static List<Row> of(List<Scenario> scenarios, LiveTotals totals, int labelWidth, int width) {
        var all = scenarios.stream().map(it -> progress(it, totals)).toList();
        var widths = SummaryTables.widest(all.stream().map(Progress::texts).toList());
        int room = width - labelWidth;
        int beside = barColumns(room, widths);
        // Without room for all on one line the last text, most often empty, may take the next.
        int above = barColumns(room, widths.subList(0, Math.max(0, widths.size() - 1)));
        int bar = beside < BAR_MIN ? above : beside;
        return all.stream().map(it -> bar < BAR_MIN ? narrow(it) : wide(it, bar, widths)).toList();
    }

    private static int barColumns(int room, List<Integer> textWidths) {
        int texts = textWidths.stream().mapToInt(it -> it == 0 ? 0 : it + GAP).sum();
        return Math.min(room - texts - GAP - "[]".length(), BAR_MAX);
    }

    private static Progress progress(Scenario scenario, LiveTotals totals) {
        var state = totals.scenario(scenario.name());
        long durationNanos = scenario.executor().duration().toNanos();
        var began = began(scenario, state);
        long elapsed =
                Math.clamp(totals.endNanos() - began.orElse(totals.endNanos()), 0, durationNanos);
        var limit = iterationLimit(scenario.executor());
        double done = share(elapsed, durationNanos);
        if (limit.isPresent()) {
            done = Math.max(done, share(state.iterations(), limit.getAsLong()));
        }
        // By hand there may be more than the plan asks for.
        var most = Math.max(state.users(), scenario.executor().maxVus());
        var users = state.users() + "/" + most + " users";
        var time =
                began.isEmpty() || totals.endNanos() < began.getAsLong()
                        ? waiting(scenario)
                        : Units.clock(elapsed) + "/" + Units.clock(durationNanos);
        return new Progress(
                scenario.name(), done, List.of(users, time, iterations(scenario, state, totals)));
    }

    /** When it began or is to begin; that of one after another is known once it has. */
    private static OptionalLong began(Scenario scenario, LiveTotals.Scenario state) {
        return scenario.after().isPresent()
                ? state.beganNanos()
                : OptionalLong.of(scenario.startTime().toNanos());
    }

    private static String waiting(Scenario scenario) {
        return scenario.after()
                .map(it -> "after " + Cells.cut(Cells.clean(it), AFTER_MAX))
                .orElse("starts at " + Units.clock(scenario.startTime().toNanos()));
    }

    /** How many of how many; of an open workload how many per second, as they were measured. */
    private static String iterations(
            Scenario scenario, LiveTotals.Scenario state, LiveTotals totals) {
        var limit = iterationLimit(scenario.executor());
        if (limit.isPresent()) {
            return state.iterations() + "/" + limit.getAsLong() + " iterations";
        }
        return scenario.isOpen()
                ? Units.perSecond(totals.last(1).perSecond(state.iterationsNow()))
                : "";
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 1 : Math.clamp((double) part / whole, 0, 1);
    }

    private static OptionalLong iterationLimit(Executor executor) {
        return switch (executor) {
            case Executor.SharedIterations(_, var iterations, _) -> OptionalLong.of(iterations);
            case Executor.PerVuIterations(var vus, var iterations, _) ->
                    OptionalLong.of(vus * iterations);
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.Steps _,
                    Executor.Burst _,
                    Executor.Shape _,
                    Executor.ConstantArrivalRate _,
                    Executor.RampingArrivalRate _ ->
                    OptionalLong.empty();
        };
    }

    private static Row wide(Progress progress, int bar, List<Integer> widths) {
        var row = new Row(progress.name).add(bar(progress.done, bar), Style.CYAN);
        for (int i = 0; i < widths.size(); i++) {
            var text = progress.texts.get(i);
            row.add(text.isEmpty() ? "" : Cells.padStart(text, widths.get(i)));
        }
        return row;
    }

    private static Row narrow(Progress progress) {
        var percent = (int) (progress.done * 100) + "%";
        var row = new Row(progress.name).add(Cells.padStart(percent, 4), Style.CYAN);
        progress.texts.forEach(row::add);
        return row;
    }

    private static String bar(double done, int columns) {
        int filled = (int) (done * columns);
        return "["
                + "=".repeat(Math.max(0, filled - 1))
                + (filled == 0 ? "" : filled == columns ? "=" : ">")
                + "-".repeat(columns - filled)
                + "]";
    }
}
