package io.spate.report;

import io.spate.metrics.Histogram;
import io.spate.plan.TestPlan;
import io.spate.report.text.Cells;
import io.spate.report.text.Row;
import io.spate.report.text.Sparkline;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;

/** The live console's block as lines: a function of the plan, the totals and the terminal. */
final class LiveBlock {
    private static final int WINDOW_SECONDS = 10;
    private static final int LABEL_MAX = 24;
    private static final int LABEL_MIN = 8;
    private static final int SPARKLINE_MIN = 10;

    private final TestPlan plan;
    private final long durationNanos;
    private final int usersMax;

    LiveBlock(TestPlan plan) {
        this.plan = plan;
        durationNanos =
                plan.scenarios().stream()
                        .mapToLong(it -> it.startTime().plus(it.executor().duration()).toNanos())
                        .max()
                        .orElse(0);
        usersMax = plan.scenarios().stream().mapToInt(it -> it.executor().maxVus()).sum();
    }

    /** The lines, narrower than the terminal and fewer than its rows. */
    List<String> lines(LiveTotals totals, String state, Terminal terminal) {
        // A line that fills the last column leaves the cursor in a place terminals disagree on.
        int width = Math.max(1, terminal.width() - 1);
        int labelWidth = labelWidth(width);
        List<Row> figures = figures(totals, state, labelWidth, width);
        var lines = new ArrayList<String>();
        for (var row : figures) {
            lines.addAll(row.lines(labelWidth, width, terminal.colours()));
        }
        int room = terminal.height() - 1 - lines.size();
        lines.addAll(1, scenarios(totals, labelWidth, width, room, terminal.colours()));
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
        rows.add(rate(totals, labelWidth, width));
        if (totals.total().requests() > 0) {
            rows.add(failures(totals));
            rows.add(times("last 10s", totals.last(WINDOW_SECONDS).serviceTime()));
            rows.add(times("total", totals.total().serviceTime()));
        }
        warnings(totals, rows);
        return rows;
    }

    private Row running(LiveTotals totals, String state) {
        var total = totals.total();
        return new Row(state)
                .add(Units.clock(totals.endNanos()) + "/" + Units.clock(durationNanos))
                .add(totals.users() + "/" + usersMax + " users")
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

    private Row failures(LiveTotals totals) {
        var total = totals.total();
        var style = total.failed() == 0 ? Style.GREEN : Style.RED;
        return new Row("failed")
                .add(String.valueOf(total.failed()))
                .add(Units.perSecond(now(totals).perSecond(now(totals).failed())))
                .add(Units.percent(total.failed(), total.requests()), style);
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
