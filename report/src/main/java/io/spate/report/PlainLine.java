package io.spate.report;

import io.spate.report.text.Units;
import java.util.Locale;

/** The line that tells how a run goes where there is no terminal. */
final class PlainLine {
    private PlainLine() {}

    /**
     * One line, with rates and times of the period since the line before.
     *
     * @param state such as {@code running}
     */
    static String of(String state, LiveTotals totals, LiveTotals.Brought period) {
        var total = totals.total();
        var line = new StringBuilder();
        line.append(state).append(' ').append(Units.clock(totals.endNanos()));
        line.append("  users ").append(totals.users());
        line.append("  iterations ").append(total.iterations());
        if (total.requests() > 0) {
            line.append("  req/s ").append(decimal(period.perSecond(period.requests())));
            line.append("  failed ").append(Units.percent(period.failed(), period.requests()));
            if (period.serviceTime().count() > 0) {
                line.append("  p50 ").append(time(period, 50));
                line.append(" p95 ").append(time(period, 95));
                line.append(" p99 ").append(time(period, 99));
            }
        }
        append(line, "dropped", total.dropped());
        append(line, "cut off", total.interrupted());
        append(line, "script errors", totals.scriptErrors());
        return line.toString();
    }

    private static void append(StringBuilder line, String name, long count) {
        if (count > 0) {
            line.append("  ").append(name).append(' ').append(count);
        }
    }

    private static String time(LiveTotals.Brought period, double percentile) {
        return Units.nanosShort(period.serviceTime().percentile(percentile));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
