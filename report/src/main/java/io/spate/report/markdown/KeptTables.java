package io.spate.report.markdown;

import io.spate.report.kept.KeptRow;
import io.spate.report.kept.KeptRows;
import java.util.List;

/** Requests that were kept as a whole: a row of each, and of some what was sent and received. */
final class KeptTables {
    /** Who reads Markdown reads a few; the HTML report has them all. */
    private static final int FAILED_MAX = 10;

    /** Of failures the report has a sample of each kind already. */
    private static final int WHOLE_MAX = 3;

    private final StringBuilder text;

    private KeptTables(StringBuilder text) {
        this.text = text;
    }

    /**
     * Appends them.
     *
     * @param whole whether to show what was sent and received
     */
    static void append(StringBuilder text, KeptRows rows, boolean whole) {
        var tables = new KeptTables(text);
        tables.table("Slowest requests", rows.slowest());
        if (whole) {
            rows.slowest().stream().limit(WHOLE_MAX).forEach(tables::exchange);
        }
        int shown = Math.min(FAILED_MAX, rows.failed().size());
        tables.table("Failed requests", rows.failed().subList(0, shown));
    }

    private void table(String title, List<KeptRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("## ").append(title).append("\n\n");
        var table =
                new MarkdownTable(
                        text,
                        "Method",
                        "URL",
                        "Result",
                        ">At s",
                        ">Time ms",
                        ">Blocked ms",
                        ">Waiting ms",
                        ">Receiving ms",
                        "Trace");
        rows.forEach(
                it ->
                        table.row(
                                it.method(),
                                it.url(),
                                it.error().isEmpty()
                                        ? it.outcome()
                                        : it.outcome() + ": " + it.error(),
                                Figures.oneDecimal(it.atSeconds()),
                                Figures.decimal(it.duration()),
                                Figures.decimal(it.blocked()),
                                Figures.decimal(it.waiting()),
                                Figures.decimal(it.receiving()),
                                it.traceId()));
        text.append('\n');
    }

    private void exchange(KeptRow row) {
        text.append("**")
                .append(MarkdownText.escape("%s %s".formatted(row.method(), row.name())))
                .append("** at %s s:\n\n".formatted(Figures.oneDecimal(row.atSeconds())))
                .append(MarkdownText.block(row.sent() + "\n" + row.received()))
                .append('\n');
    }
}
