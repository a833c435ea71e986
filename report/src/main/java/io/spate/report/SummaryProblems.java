package io.spate.report;

import io.spate.report.json.FailureKind;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;

/** What went wrong in a run, as the summary lists it. */
final class SummaryProblems {
    private static final int ERRORS_MAX = 10;
    private static final int TRACE_LINES_MAX = 3;
    private static final int NAME_MIN = 16;
    private static final String INDENT = "    ";

    private final StringBuilder text;
    private final Terminal terminal;

    SummaryProblems(StringBuilder text, Terminal terminal) {
        this.text = text;
        this.terminal = terminal;
    }

    /** The kinds of failed requests: how many, from when to when, and the first line of one. */
    void kinds(List<FailureKind> kinds) {
        var rows = new ArrayList<List<String>>();
        for (var kind : kinds) {
            rows.add(
                    List.of(
                            String.valueOf(kind.count()),
                            FailureKind.words(kind.kind()),
                            clock(kind.firstSeconds()),
                            clock(kind.lastSeconds())));
        }
        var widths = SummaryTables.widest(rows);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            text.append(INDENT)
                    .append(Cells.padStart(row.get(0), widths.get(0)))
                    .append("  ")
                    .append(
                            Style.RED.apply(
                                    Cells.padEnd(row.get(1), widths.get(1)), terminal.colours()))
                    .append("  ")
                    .append(Cells.padStart(row.get(2), widths.get(2)))
                    .append(" to ")
                    .append(Cells.padStart(row.get(3), widths.get(3)))
                    .append('\n');
            sample(kinds.get(i), widths.getFirst() + 2);
        }
    }

    private static String clock(double seconds) {
        return Units.clock((long) (seconds * 1e9));
    }

    private void sample(FailureKind kind, int indent) {
        kind.sample()
                .lines()
                .map(it -> Cells.clean(it).strip())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .ifPresent(it -> dim(it, indent));
    }

    private void dim(String line, int indent) {
        var cut = Cells.cut(line, SummaryTables.lineRoom(terminal) - indent);
        text.append(INDENT)
                .append(" ".repeat(indent))
                .append(Style.DIM.apply(cut, terminal.colours()))
                .append('\n');
    }

    /** The failures that happened most, by endpoint. */
    void errors(Results results) {
        var errors = results.errors();
        var shown = errors.subList(0, Math.min(ERRORS_MAX, errors.size()));
        int countWidth = shown.isEmpty() ? 0 : countWidth(shown.getFirst().count());
        for (var error : shown) {
            var endpoint = Cells.clean((error.method() + " " + error.name()).strip());
            counted(error.count(), countWidth, endpoint, Cells.clean(error.text()));
        }
        more(errors.size() - shown.size() + results.errorsFolded());
    }

    /** The errors of the script that happened most, with where they happened. */
    void scriptErrors(List<Results.ScriptError> errors) {
        var shown = errors.subList(0, Math.min(ERRORS_MAX, errors.size()));
        int countWidth = shown.isEmpty() ? 0 : countWidth(shown.getFirst().count());
        for (var error : shown) {
            counted(
                    error.count(),
                    countWidth,
                    Cells.clean(error.scenario()),
                    Cells.clean(error.message()));
            error.trace()
                    .lines()
                    .map(it -> Cells.clean(it).strip())
                    .filter(it -> !it.isEmpty() && !it.equals(error.message()))
                    .limit(TRACE_LINES_MAX)
                    .forEach(
                            it ->
                                    text.append(INDENT)
                                            .append(" ".repeat(countWidth + 2))
                                            .append(Style.DIM.apply(it, terminal.colours()))
                                            .append('\n'));
        }
        more(errors.size() - shown.size());
    }

    private static int countWidth(long highest) {
        return String.valueOf(highest).length();
    }

    /** The error is never cut; a name that is too long to leave room for it is. */
    private void counted(long count, int countWidth, String of, String error) {
        int room = SummaryTables.lineRoom(terminal) - countWidth - 4 - Cells.width(error);
        text.append(INDENT)
                .append(Cells.padStart(String.valueOf(count), countWidth))
                .append("  ")
                .append(Cells.cutMiddle(of, Math.max(NAME_MIN, room)))
                .append("  ")
                .append(Style.RED.apply(error, terminal.colours()))
                .append('\n');
    }

    private void more(int more) {
        if (more > 0) {
            text.append(INDENT).append("(").append(more).append(" more in the report)\n");
        }
    }
}
