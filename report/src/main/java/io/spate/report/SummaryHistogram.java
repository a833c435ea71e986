package io.spate.report;

import io.spate.report.histogram.Bars;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;

/** Draws how many requests took how long, with the percentiles beside the bars they fall into. */
final class SummaryHistogram {
    private static final String INDENT = "    ";
    private static final int BAR_MAX = 40;
    private static final int BAR_MIN = 8;

    private final Bars bars;
    private final Results.Times times;
    private final Terminal terminal;

    SummaryHistogram(Bars bars, Results.Totals totals, Terminal terminal) {
        this.bars = bars;
        this.times =
                bars.time().equals("service_time")
                        ? totals.serviceTimeMs()
                        : totals.responseTimeMs();
        this.terminal = terminal;
    }

    boolean isEmpty() {
        return bars.bars().isEmpty();
    }

    String title() {
        return "HISTOGRAM of the " + bars.time().replace('_', ' ');
    }

    private record Percentile(String name, double millis) {
        String text() {
            return name + " " + Units.millisShort(millis);
        }
    }

    void append(StringBuilder text) {
        long total = Math.max(1, bars.count());
        long most = bars.bars().stream().mapToLong(Bars.Bar::count).max().orElse(1);
        var rows = new ArrayList<List<String>>();
        for (var bar : bars.bars()) {
            rows.add(
                    List.of(
                            Units.millisShort(bar.fromMs()),
                            Units.millisShort(bar.toMs()),
                            Units.grouped(bar.count()),
                            Units.percent(bar.count(), total)));
        }
        var marks = marks();
        var widths = SummaryTables.widest(rows);
        int taken = widths.stream().mapToInt(it -> it + 2).sum() + INDENT.length() + 4;
        int beside = marks.stream().mapToInt(String::length).max().orElse(0);
        int room = Math.clamp(terminal.width() - 1 - taken - beside, BAR_MIN, BAR_MAX);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var drawn = drawn(bars.bars().get(i).count(), most, room);
            text.append(INDENT)
                    .append(Cells.padStart(row.get(0), widths.get(0)))
                    .append(" - ")
                    .append(Cells.padStart(row.get(1), widths.get(1)))
                    .append("  ")
                    .append(Cells.padStart(row.get(2), widths.get(2)))
                    .append("  ")
                    .append(Cells.padStart(row.get(3), widths.get(3)))
                    .append("  ");
            var bar = Style.CYAN.apply(drawn, terminal.colours());
            boolean marked = !marks.get(i).isEmpty();
            text.append(bar)
                    .append(marked ? " ".repeat(room - Cells.width(drawn) + 2) : "")
                    .append(Style.DIM.apply(marks.get(i), terminal.colours()))
                    .append('\n');
        }
    }

    /** A few requests among very many are a thin line, so that they are seen and not overrated. */
    private String drawn(long count, long most, int room) {
        long length = Math.round((double) count / most * room);
        if (length > 0) {
            return (terminal.colours() ? "■" : "#").repeat((int) length);
        }
        return count == 0 ? "" : "|";
    }

    /** The percentiles that fall into each bar. */
    private List<String> marks() {
        var all =
                List.of(
                        new Percentile("p50", times.med()),
                        new Percentile("p75", times.p75()),
                        new Percentile("p90", times.p90()),
                        new Percentile("p95", times.p95()),
                        new Percentile("p99", times.p99()),
                        new Percentile("p99.9", times.p999()));
        var marks = new ArrayList<String>();
        int last = bars.bars().size() - 1;
        for (int i = 0; i <= last; i++) {
            double from = i == 0 ? Double.NEGATIVE_INFINITY : bars.bars().get(i).fromMs();
            double to = i == last ? Double.POSITIVE_INFINITY : bars.bars().get(i).toMs();
            marks.add(
                    String.join(
                            "  ",
                            all.stream()
                                    .filter(it -> it.millis >= from && it.millis < to)
                                    .map(Percentile::text)
                                    .toList()));
        }
        return marks;
    }
}
