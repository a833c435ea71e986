package io.spate.report;

import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.report.text.Cells;
import io.spate.report.text.Row;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.OptionalLong;

/** A scenario's line in the live console: how far it is, and its users. */
final class ScenarioRow {
    private static final int BAR_MAX = 40;
    private static final int BAR_MIN = 8;

    private ScenarioRow() {}

    static Row of(Scenario scenario, LiveTotals totals, int labelWidth, int width) {
        var state = totals.scenario(scenario.name());
        long startNanos = scenario.startTime().toNanos();
        long durationNanos = scenario.executor().duration().toNanos();
        long elapsed = Math.clamp(totals.endNanos() - startNanos, 0, durationNanos);
        var limit = iterationLimit(scenario.executor());
        double done = share(elapsed, durationNanos);
        if (limit.isPresent()) {
            done = Math.max(done, share(state.iterations(), limit.getAsLong()));
        }
        var users = state.users() + "/" + scenario.executor().maxVus() + " users";
        var time =
                totals.endNanos() < startNanos
                        ? "starts at " + Units.clock(startNanos)
                        : Units.clock(elapsed) + "/" + Units.clock(durationNanos);
        var iterations =
                limit.isPresent()
                        ? state.iterations() + "/" + limit.getAsLong() + " iterations"
                        : "";
        int texts = users.length() + time.length() + iterations.length() + 8;
        return new Row(scenario.name())
                .add(bar(done, width - labelWidth - texts), Style.CYAN)
                .add(users)
                .add(time)
                .add(iterations);
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 1 : Math.clamp((double) part / whole, 0, 1);
    }

    /** A bar that fits some columns; a percentage where there is no room for one. */
    private static String bar(double done, int columns) {
        int inner = Math.min(columns - 2, BAR_MAX);
        if (inner < BAR_MIN) {
            return Cells.padStart((int) (done * 100) + "%", 4);
        }
        int filled = (int) (done * inner);
        return "["
                + "=".repeat(Math.max(0, filled - 1))
                + (filled == 0 ? "" : filled == inner ? "=" : ">")
                + "-".repeat(inner - filled)
                + "]";
    }

    private static OptionalLong iterationLimit(Executor executor) {
        return switch (executor) {
            case Executor.SharedIterations(_, var iterations, _) -> OptionalLong.of(iterations);
            case Executor.ConstantVus _, Executor.RampingVus _, Executor.ConstantArrivalRate _ ->
                    OptionalLong.empty();
        };
    }
}
