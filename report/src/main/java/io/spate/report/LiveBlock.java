package io.spate.report;

import io.spate.metrics.Histogram;
import io.spate.metrics.result.Level;
import io.spate.plan.TestPlan;
import io.spate.report.text.Cells;
import io.spate.report.text.Row;
import io.spate.report.text.Sparkline;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The live console's block as lines: a function of the plan, the totals and the terminal. */
final class LiveBlock {
    private static final int WINDOW_SECONDS = 10;
    private static final int LABEL_MAX = 24;
    private static final int LABEL_MIN = 8;
    private static final int SPARKLINE_MIN = 10;
    private static final int KINDS_MAX = 6;
    private static final int BUDGETS_MAX = 8;
    private static final double BUDGET_LOW = 0.25;

    private final TestPlan plan;
    private final long durationNanos;
    private final int usersMax;
    private final List<Level> levels;

    LiveBlock(TestPlan plan) {
        this.plan = plan;
        durationNanos = plan.duration().toNanos();
        levels = plan.levels();
        usersMax = plan.scenarios().stream().mapToInt(it -> it.executor().maxVus()).sum();
    }

    /** The lines, narrower than the terminal and fewer than its rows. */
    List<String> lines(LiveTotals totals, String state, String keys, Terminal terminal) {
        // A line that fills the last column leaves the cursor in a place terminals disagree on.
        int width = Math.max(1, terminal.width() - 1);
        int labelWidth = labelWidth(width);
        List<Row> figures = figures(totals, state, labelWidth, width);
        var lines = new ArrayList<String>();
        int head = 0;
        for (var row : figures) {
            lines.addAll(row.lines(labelWidth, width, terminal.colours()));
            head = head == 0 ? lines.size() : head;
        }
        if (!keys.isEmpty()) {
            lines.addAll(
                    new Row("keys")
                            .addSentence(keys, Style.DIM)
                            .lines(labelWidth, width, terminal.colours()));
        }
        int room = terminal.height() - 1 - lines.size();
        lines.addAll(head, scenarios(totals, labelWidth, width, room, terminal.colours()));
        return lines.subList(0, Math.min(lines.size(), Math.max(1, terminal.height() - 1)));
    }

    private int labelWidth(int width) {
        int longest =
                plan.scenarios().stream()
                        .mapToInt(it -> Cells.width(Cells.clean(it.name())))
                        .max()
                        .orElse(0);
        int most = Math.max(width / 4, Math.min(LABEL_MIN, width / 2));
        return Math.min(Math.clamp(longest, LABEL_MIN, LABEL_MAX), Math.max(1, most));
    }

    private List<String> scenarios(
            LiveTotals totals, int labelWidth, int width, int room, boolean colours) {
        var lines = new ArrayList<String>();
        var rows =
                ScenarioRows.of(plan.scenarios(), totals, labelWidth, width).stream()
                        .map(it -> it.lines(labelWidth, width, colours))
                        .toList();
        for (int i = 0; i < rows.size(); i++) {
            boolean last = i == rows.size() - 1;
            if (lines.size() + rows.get(i).size() + (last ? 0 : 1) > room) {
                lines.add(Cells.cut("(" + (rows.size() - i) + " more scenarios)", width));
                break;
            }
            lines.addAll(rows.get(i));
        }
        return lines;
    }

    private List<Row> figures(LiveTotals totals, String state, int labelWidth, int width) {
        var rows = new ArrayList<Row>();
        rows.add(running(totals, state));
        // Where each scenario has but one level, their rows say it.
        if (levels.size() > plan.scenarios().size()) {
            level(totals, rows);
        }
        rows.add(rate(totals, labelWidth, width));
        if (totals.total().requests() > 0) {
            rows.add(failures(totals));
            rows.add(times("last 10s", totals.last(WINDOW_SECONDS).serviceTime()));
            rows.add(times("total", totals.total().serviceTime()));
        }
        budgets(totals, rows);
        warnings(totals, rows);
        return rows;
    }

    private static void budgets(LiveTotals totals, List<Row> rows) {
        var row = new Row("budget");
        var budgets = totals.budgets();
        for (var budget : budgets.subList(0, Math.min(BUDGETS_MAX, budgets.size()))) {
            double left = budget.budgetLeft().orElse(1);
            var style = left <= 0 ? Style.RED : left < BUDGET_LOW ? Style.YELLOW : Style.GREEN;
            var percent = (long) Math.floor(left * 100);
            row.addSentence(budget.threshold().selector().text(), Style.PLAIN)
                    .addSentence(percent + "% left", style);
        }
        if (!budgets.isEmpty()) {
            rows.add(row);
        }
    }

    private Row running(LiveTotals totals, String state) {
        var total = totals.total();
        return new Row(state)
                .add(Units.clock(totals.endNanos()) + "/" + Units.clock(durationNanos))
                .add(totals.users() + "/" + Math.max(totals.users(), usersMax) + " users")
                .add(Units.count(total.iterations(), "iteration"))
                .add(Units.perSecond(now(totals).perSecond(now(totals).iterations())));
    }

    private Row rate(LiveTotals totals, int labelWidth, int width) {
        boolean http = totals.total().requests() > 0;
        var row = new Row(http ? "requests" : "rate");
        if (http) {
            row.add(String.valueOf(totals.total().requests()))
                    .add(
                            Units.perSecond(now(totals).perSecond(now(totals).requests())),
                            Style.BOLD);
        }
        int left = row.columnsLeft(labelWidth, width);
        int columns = left < SPARKLINE_MIN ? width - labelWidth - 2 : left;
        return row.add(
                Sparkline.of(totals.rates(), Math.min(columns, LiveTotals.HISTORY_SECONDS)),
                Style.CYAN);
    }

    private static Row failures(LiveTotals totals) {
        var total = totals.total();
        var style = total.failed() == 0 ? Style.GREEN : Style.RED;
        var row =
                new Row("failed")
                        .add(String.valueOf(total.failed()))
                        .add(Units.perSecond(now(totals).perSecond(now(totals).failed())))
                        .add(Units.percent(total.failed(), total.requests()), style);
        totals.failures().stream()
                .filter(it -> totals.failures().size() > 1 || !it.getKey().equals("other"))
                .limit(KINDS_MAX)
                .forEach(it -> row.add(it.getKey() + " " + it.getValue(), Style.RED));
        return row;
    }

    /** The level of load that the run has come to; where there are several, the latest of them. */
    private void level(LiveTotals totals, List<Row> rows) {
        levels.stream()
                .filter(it -> it.fromNanos() < totals.endNanos())
                .filter(it -> totals.endNanos() <= it.toNanos())
                .max(Comparator.comparingLong(Level::fromNanos))
                .ifPresent(it -> rows.add(new Row("level").add(it.name()).add(position(it))));
    }

    private String position(Level level) {
        return plan.scenarios().size() > 1
                ? ""
                : (levels.indexOf(level) + 1) + " of " + levels.size();
    }

    private static Row times(String label, Histogram times) {
        var row = new Row(label);
        if (times.count() == 0) {
            return row.add("no responses", Style.DIM);
        }
        for (int percentile : new int[] {50, 95, 99}) {
            row.add("p" + percentile + " " + Units.nanosShort(times.percentile(percentile)));
        }
        return row.add("max " + Units.nanosShort(times.max()));
    }

    private static void warnings(LiveTotals totals, List<Row> rows) {
        var total = totals.total();
        if (total.dropped() > 0) {
            rows.add(
                    new Row("dropped")
                            .add(Units.count(total.dropped(), "iteration"), Style.YELLOW)
                            .add(Units.perSecond(now(totals).perSecond(now(totals).dropped())))
                            .addSentence("no user was free: raise maxUsers", Style.PLAIN));
        }
        if (total.interrupted() > 0) {
            rows.add(
                    new Row("cut off")
                            .add(Units.count(total.interrupted(), "iteration"), Style.YELLOW));
        }
        if (totals.scriptErrors() > 0) {
            rows.add(
                    new Row("errors")
                            .add(Units.count(totals.scriptErrors(), "script error"), Style.RED)
                            .addSentence(
                                    totals.latestError().map(it -> it.message()).orElse(""),
                                    Style.PLAIN));
        }
        if (totals.foldedSeries() > 0) {
            rows.add(
                    new Row("series")
                            .add(totals.foldedSeries() + " over the limit", Style.YELLOW)
                            .addSentence("counted together as (other)", Style.PLAIN));
        }
    }

    private static LiveTotals.Brought now(LiveTotals totals) {
        return totals.last(1);
    }
}
