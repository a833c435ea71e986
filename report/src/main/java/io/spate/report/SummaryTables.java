package io.spate.report;

import io.spate.report.json.GroupRow;
import io.spate.report.json.LevelRow;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of figures of a summary: groups, endpoints, levels of load. */
final class SummaryTables {
    private static final int ROWS_MAX = 20;
    private static final int LEVELS_MAX = 100;
    private static final int NAME_MIN = 16;
    private static final int NAME_MAX = 60;
    private static final String INDENT = "    ";

    private final StringBuilder text;
    private final Terminal terminal;

    SummaryTables(StringBuilder text, Terminal terminal) {
        this.text = text;
        this.terminal = terminal;
    }

    /** A row: its name, its figures, and how the figures look. */
    record Line(String name, List<String> figures, Style style) {
        Line(String name, List<String> figures) {
            this(name, figures, Style.PLAIN);
        }
    }

    void groups(List<GroupRow> groups) {
        table(
                List.of("count", "avg", "min", "med", "p95", "p99", "max"),
                groups.stream().limit(ROWS_MAX).map(SummaryTables::group).toList());
        more(groups.size() - ROWS_MAX);
    }

    private static Line group(GroupRow group) {
        var figures = new ArrayList<String>();
        figures.add(String.valueOf(group.count()));
        times(group.durationMs(), figures);
        return new Line(GroupRow.words(group.path()), figures);
    }

    /** The endpoints with the most requests. */
    void endpoints(Results results) {
        var endpoints = results.endpoints();
        table(
                List.of("# reqs", "# fails", "avg", "min", "med", "p95", "p99", "max", "req/s"),
                endpoints.stream().limit(ROWS_MAX).map(SummaryTables::endpoint).toList());
        // Those that were folded stand in the list as one.
        int folded = Math.max(0, results.endpointsFolded() - 1);
        more(endpoints.size() - ROWS_MAX + folded);
    }

    private static Line endpoint(Results.Endpoint endpoint) {
        var figures = new ArrayList<String>();
        figures.add(String.valueOf(endpoint.requests()));
        figures.add(failures(endpoint.failures(), endpoint.requests()));
        times(endpoint.serviceTimeMs(), figures);
        figures.add(decimal(endpoint.requestsPerSecond()));
        return new Line((endpoint.method() + " " + endpoint.name()).strip(), figures);
    }

    private static void times(Results.Times times, List<String> figures) {
        figures.add(Units.millisShort(times.avg()));
        figures.add(Units.millisShort(times.min()));
        figures.add(Units.millisShort(times.med()));
        figures.add(Units.millisShort(times.p95()));
        figures.add(Units.millisShort(times.p99()));
        figures.add(Units.millisShort(times.max()));
    }

    /** The levels of load in their order, each with its own verdict where there is one. */
    void levels(List<LevelRow> levels) {
        boolean judged = levels.stream().anyMatch(it -> !it.verdict().isEmpty());
        var heads = new ArrayList<>(List.of("from", "req/s", "p50", "p95", "p99", "errors"));
        if (judged) {
            heads.add("verdict");
        }
        table(heads, levels.stream().limit(LEVELS_MAX).map(it -> level(it, judged)).toList());
        more(levels.size() - LEVELS_MAX);
    }

    private static Line level(LevelRow level, boolean judged) {
        var times = level.serviceTimeMs();
        var figures =
                new ArrayList<>(
                        List.of(
                                Units.clock((long) (level.fromSeconds() * 1e9)),
                                decimal(level.requestsPerSecond()),
                                Units.millisShort(times.med()),
                                Units.millisShort(times.p95()),
                                Units.millisShort(times.p99()),
                                Units.percent(level.failures(), level.requests())));
        if (judged) {
            figures.add(level.verdict());
        }
        return new Line(level.name(), figures, style(level.verdict()));
    }

    private static Style style(String verdict) {
        return switch (verdict) {
            case "met" -> Style.GREEN;
            case "warned" -> Style.YELLOW;
            case "crossed" -> Style.RED;
            default -> Style.PLAIN;
        };
    }

    /** Names and figures in columns; on two lines where it is narrow. */
    void table(List<String> heads, List<Line> lines) {
        var rows = new ArrayList<List<String>>();
        rows.add(heads);
        lines.forEach(it -> rows.add(it.figures));
        var widths = widest(rows);
        int figuresWidth = widths.stream().mapToInt(it -> it + 2).sum();
        int longest =
                lines.stream().mapToInt(it -> Cells.width(Cells.clean(it.name))).max().orElse(0);
        int room = terminal.width() - 1 - INDENT.length() - figuresWidth;
        boolean stacked = room < Math.min(longest, NAME_MIN);
        int nameWidth =
                Math.min(longest, stacked ? lineRoom(terminal) : Math.clamp(room, 1, NAME_MAX));
        line("", heads, widths, stacked ? 0 : nameWidth, Style.DIM);
        for (var line : lines) {
            var name = Cells.cutMiddle(Cells.clean(line.name), nameWidth);
            if (stacked) {
                text.append(INDENT).append(name).append('\n');
            }
            line(stacked ? "" : name, line.figures, widths, stacked ? 0 : nameWidth, line.style);
        }
    }

    private void line(
            String name, List<String> figures, List<Integer> widths, int nameWidth, Style style) {
        var line = new StringBuilder(Cells.padEnd(name, nameWidth));
        for (int i = 0; i < figures.size(); i++) {
            line.append("  ").append(Cells.padStart(figures.get(i), widths.get(i)));
        }
        text.append(INDENT).append(style.apply(line.toString(), terminal.colours())).append('\n');
    }

    /** The widest cell of each column. */
    static List<Integer> widest(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = Cells.width(row.get(i));
                if (i == widths.size()) {
                    widths.add(width);
                }
                widths.set(i, Math.max(widths.get(i), width));
            }
        }
        return widths;
    }

    static String failures(long failures, long requests) {
        return failures + " (" + Units.percent(failures, requests) + ")";
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static int lineRoom(Terminal terminal) {
        return Math.max(NAME_MIN, terminal.width() - 1 - INDENT.length());
    }

    private void more(int more) {
        if (more > 0) {
            text.append(INDENT).append("(").append(more).append(" more in the report)\n");
        }
    }
}
