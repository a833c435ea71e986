package io.spate.locust.text;

import io.spate.locust.stats.StatsBook;
import io.spate.locust.stats.StatsEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --html} writes: a page with all figures of a run. Belongs to the run's loop. */
public final class HtmlReport {
    private static final int POINTS_MAX = 1_000;
    private static final List<Double> SHARES = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0);
    private static final String STYLE =
            "body{font:14px sans-serif;margin:2em auto;max-width:1100px;color:#222}"
                    + "table{border-collapse:collapse;width:100%}"
                    + "th,td{text-align:left;padding:4px 8px;border-bottom:1px solid #ddd}"
                    + "tr.total{font-weight:bold}pre{white-space:pre-wrap}"
                    + "svg{width:100%;height:160px;background:#f7f7f7}";

    private final String file;
    private final String host;
    private final String ratios;
    private final List<Point> points = new ArrayList<>();
    private int every = 1;
    private int seconds;

    /**
     * A report of a run that begins.
     *
     * @param file the locustfile
     * @param ratios the shares of classes and tasks, as JSON
     */
    public HtmlReport(String file, String host, String ratios) {
        this.file = file;
        this.host = host;
        this.ratios = ratios;
    }

    private record Point(
            Instant at, double rate, double failRate, double median, double p95, int users) {}

    /** Takes note of a second. Where there are too many, every other one is left out. */
    public void second(StatsBook book, int users, Instant now) {
        if (seconds % every == 0) {
            var total = book.total();
            points.add(
                    new Point(
                            now,
                            total.currentRate(),
                            total.currentFailRate(),
                            total.currentPercentileMillis(0.5),
                            total.currentPercentileMillis(0.95),
                            users));
            if (points.size() >= POINTS_MAX) {
                for (int i = points.size() - 1; i > 0; i -= 2) {
                    points.remove(i);
                }
                every *= 2;
            }
        }
        seconds++;
    }

    /** The page. */
    public String text(StatsBook book, Instant end) {
        var start = Instant.ofEpochMilli((long) (book.startSeconds() * 1000));
        var took = Duration.between(start, end).truncatedTo(ChronoUnit.SECONDS);
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Test Report for %s</title><style>%s</style></head><body>\n"
                        .formatted(escaped(file), STYLE)
                + "<h1>Locust Test Report</h1>\n"
                + "<p>During: %s - %s (%d seconds)<br>Target Host: %s<br>Script: %s</p>\n"
                        .formatted(
                                start.truncatedTo(ChronoUnit.SECONDS),
                                end.truncatedTo(ChronoUnit.SECONDS),
                                took.toSeconds(),
                                escaped(host),
                                escaped(file))
                + requests(book)
                + times(book)
                + failures(book)
                + exceptions(book)
                + charts()
                + ratios()
                + "</body></html>\n";
    }

    private static Stream<StatsEntry> entries(StatsBook book) {
        return Stream.concat(book.entries().stream(), Stream.of(book.total()));
    }

    private static String requests(StatsBook book) {
        var rows =
                entries(book)
                        .map(
                                it ->
                                        row(
                                                it.method().isEmpty(),
                                                it.method(),
                                                it.name(),
                                                it.requests(),
                                                it.failures(),
                                                String.format(
                                                        Locale.ROOT, "%.2f", it.averageMillis()),
                                                (long) it.minMillis(),
                                                (long) it.maxMillis(),
                                                String.format(
                                                        Locale.ROOT, "%.2f", it.averageBytes()),
                                                String.format(Locale.ROOT, "%.2f", it.totalRate()),
                                                String.format(
                                                        Locale.ROOT, "%.2f", it.totalFailRate())))
                        .toList();
        return table(
                "Request Statistics",
                "Method,Name,# Requests,# Fails,Average (ms),Min (ms),Max (ms),"
                        + "Average size (bytes),RPS,Failures/s",
                rows);
    }

    private static String times(StatsBook book) {
        var rows =
                entries(book)
                        .map(
                                it -> {
                                    var cells = new ArrayList<Object>();
                                    cells.add(it.method());
                                    cells.add(it.name());
                                    SHARES.forEach(share -> cells.add(it.percentileMillis(share)));
                                    return row(it.method().isEmpty(), cells.toArray());
                                })
                        .toList();
        return table(
                "Response Time Statistics",
                "Method,Name,50%ile (ms),60%ile (ms),70%ile (ms),80%ile (ms),90%ile (ms),"
                        + "95%ile (ms),99%ile (ms),100%ile (ms)",
                rows);
    }

    private static String failures(StatsBook book) {
        return table(
                "Failures Statistics",
                "# Failures,Method,Name,Message,First Seen,Last Seen",
                book.errors().stream()
                        .map(
                                it ->
                                        row(
                                                false,
                                                it.occurrences(),
                                                it.method(),
                                                it.name(),
                                                it.shown(),
                                                it.firstSeen().truncatedTo(ChronoUnit.SECONDS),
                                                it.lastSeen().truncatedTo(ChronoUnit.SECONDS)))
                        .toList());
    }

    private static String exceptions(StatsBook book) {
        return table(
                "Exceptions Statistics",
                "# Exceptions,Message,Traceback",
                book.exceptions().stream()
                        .map(it -> row(false, it.count(), it.message(), it.trace()))
                        .toList());
    }

    private static String table(String title, String columns, List<String> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        var head =
                Stream.of(columns.split(","))
                        .map(it -> "<th>" + it + "</th>")
                        .collect(Collectors.joining());
        return "<h2>%s</h2>\n<table><tr>%s</tr>\n%s</table>\n"
                .formatted(title, head, String.join("", rows));
    }

    private static String row(boolean isTotal, Object... cells) {
        var inside =
                Stream.of(cells)
                        .map(it -> "<td>" + escaped(String.valueOf(it)) + "</td>")
                        .collect(Collectors.joining());
        return "<tr%s>%s</tr>\n".formatted(isTotal ? " class=\"total\"" : "", inside);
    }

    private String charts() {
        return "<h2>Charts</h2>\n"
                + chart("Total Requests per Second", Point::rate, Optional.of(Point::failRate))
                + chart("Response Times (ms)", Point::p95, Optional.of(Point::median))
                + chart("Number of Users", Point::users, Optional.empty());
    }

    private String chart(
            String title, ToDoubleFunction<Point> first, Optional<ToDoubleFunction<Point>> second) {
        double top =
                points.stream()
                        .mapToDouble(
                                it ->
                                        Math.max(
                                                first.applyAsDouble(it),
                                                second.map(f -> f.applyAsDouble(it)).orElse(0.0)))
                        .max()
                        .orElse(0);
        return "<h3>%s</h3><p>up to %s</p><svg viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\">%s%s</svg>\n"
                .formatted(
                        title,
                        String.format(Locale.ROOT, "%.2f", top),
                        line(first, top, "#00a07a"),
                        second.map(it -> line(it, top, "#d0433f")).orElse(""));
    }

    private String line(ToDoubleFunction<Point> of, double top, String colour) {
        var places = new ArrayList<String>();
        for (int i = 0; i < points.size(); i++) {
            double x = points.size() < 2 ? 0 : 1000.0 * i / (points.size() - 1);
            double y = top <= 0 ? 98 : 98 - 95 * of.applyAsDouble(points.get(i)) / top;
            places.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        }
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" vector-effect=\"non-scaling-stroke\" points=\"%s\"/>"
                .formatted(colour, String.join(" ", places));
    }

    private String ratios() {
        var tree = JsonMapper.shared().readTree(ratios);
        return "<h2>Final ratio</h2>\n<h3>Ratio Per Class</h3>"
                + list(tree.get("per_class"))
                + "<h3>Total Ratio</h3>"
                + list(tree.get("total"));
    }

    private static String list(JsonNode of) {
        return of.properties().stream()
                .map(
                        it -> {
                            var share = it.getValue().get("ratio").asDouble() * 100;
                            var below = it.getValue().get("tasks");
                            return "<li>%s %s%s</li>"
                                    .formatted(
                                            String.format(Locale.ROOT, "%.1f%%", share),
                                            escaped(it.getKey()),
                                            below == null ? "" : list(below));
                        })
                .collect(Collectors.joining("", "<ul>", "</ul>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
