package io.spate.locust.text;

import io.spate.locust.stats.StatsBook;
import io.spate.locust.stats.StatsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables that Locust prints. */
public final class ConsoleTables {
    private static final int TYPE_WIDTH = 8;
    private static final int WIDTH = 80;

    private final int nameWidth;

    private ConsoleTables(int nameWidth) {
        this.nameWidth = nameWidth;
    }

    /** As wide as where there is no terminal. */
    public static ConsoleTables plain() {
        return new ConsoleTables(WIDTH);
    }

    /** For a terminal. */
    public static ConsoleTables of(int columns) {
        return new ConsoleTables(Math.clamp(columns - WIDTH, 0, WIDTH));
    }

    /**
     * Requests, failures and times by name.
     *
     * @param current whether rates are those of the last seconds
     */
    public List<String> requests(StatsBook book, boolean current) {
        int width = nameWidth - TYPE_WIDTH + 4;
        var lines = new ArrayList<String>();
        var form =
                "%-" + TYPE_WIDTH + "s " + padded(width) + " %7s %12s |%7s %7s %7s%7s | %7s %11s";
        lines.add(
                String.format(
                        Locale.ROOT,
                        form,
                        "Type",
                        "Name",
                        "# reqs",
                        "# fails",
                        "Avg",
                        "Min",
                        "Max",
                        "Med",
                        "req/s",
                        "failures/s"));
        var separator =
                dashes(TYPE_WIDTH)
                        + "|"
                        + dashes(Math.max(0, width))
                        + "|-------|-------------|-------|-------|-------|-------|--------|"
                        + dashes(11);
        lines.add(separator);
        book.entries().forEach(it -> lines.add(row(it, width, current)));
        lines.add(separator);
        lines.add(row(book.total(), width, current));
        return lines;
    }

    private static String padded(int width) {
        return width > 0 ? "%-" + width + "s" : "%s";
    }

    private static String dashes(int count) {
        return "-".repeat(count);
    }

    private static String row(StatsEntry entry, int width, boolean current) {
        return String.format(
                Locale.ROOT,
                "%-"
                        + TYPE_WIDTH
                        + "s "
                        + padded(width)
                        + " %7d %12s |%7d %7d %7d%7d | %7.2f %11.2f",
                entry.method(),
                entry.name(),
                entry.requests(),
                String.format(Locale.ROOT, "%d(%.2f%%)", entry.failures(), 100 * entry.failRatio()),
                (long) entry.averageMillis(),
                (long) entry.minMillis(),
                (long) entry.maxMillis(),
                (long) entry.medianMillis(),
                current ? entry.currentRate() : entry.totalRate(),
                current ? entry.currentFailRate() : entry.totalFailRate());
    }

    /** Percentiles by name. */
    public List<String> percentiles(StatsBook book) {
        var lines = new ArrayList<String>();
        lines.add("Response time percentiles (approximated)");
        var names =
                Percentiles.NAMES.stream()
                        .map(it -> String.format(Locale.ROOT, "%6s", it))
                        .collect(Collectors.joining(" "))
                        .strip();
        var form = "%-" + TYPE_WIDTH + "s " + padded(nameWidth);
        lines.add(
                String.format(Locale.ROOT, form, "Type", "Name")
                        + String.format(Locale.ROOT, " %8s", "50%")
                        + names.substring("50%".length())
                        + String.format(Locale.ROOT, " %6s", "# reqs"));
        var separator =
                dashes(TYPE_WIDTH)
                        + "|"
                        + dashes(nameWidth)
                        + "|"
                        + dashes(8)
                        + "|------".repeat(11);
        lines.add(separator);
        book.entries().stream()
                .filter(it -> it.requests() > it.untimed())
                .forEach(it -> lines.add(percentiles(it, form)));
        lines.add(separator);
        if (book.total().requests() > book.total().untimed()) {
            lines.add(percentiles(book.total(), form));
        }
        return lines;
    }

    private static String percentiles(StatsEntry entry, String form) {
        var line =
                new StringBuilder(String.format(Locale.ROOT, form, entry.method(), entry.name()));
        for (int i = 0; i < Percentiles.SHARES.size(); i++) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            i == 0 ? " %8d" : " %6d",
                            entry.percentileMillis(Percentiles.SHARES.get(i))));
        }
        return line.append(String.format(Locale.ROOT, " %6d", entry.requests())).toString();
    }

    /** Failures; no line where there are none. */
    public List<String> errors(StatsBook book) {
        if (book.errors().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("Error report");
        lines.add(String.format(Locale.ROOT, "%-18s %-100s", "# occurrences", "Error"));
        var separator = dashes(18) + "|" + dashes(WIDTH + nameWidth - 19);
        lines.add(separator);
        for (var error : book.errors()) {
            var text = "%s %s: %s".formatted(error.method(), error.name(), error.shown());
            lines.add(String.format(Locale.ROOT, "%-18d %-100s", error.occurrences(), text));
        }
        lines.add(separator);
        lines.add("");
        return lines;
    }
}
