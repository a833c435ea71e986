package io.spate.web.live;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table of endpoints as it is asked for.
 *
 * @param total how many there are
 * @param matching how many of them match
 * @param rows those of the page that was asked for
 * @param all over all endpoints
 */
public record EndpointTable(int total, int matching, List<EndpointRow> rows, EndpointRow all) {
    /** The most rows in one answer. */
    public static final int ROWS_MAX = 1_000;

    public EndpointTable {
        rows = List.copyOf(rows);
    }

    /** What endpoints are put together by. */
    public enum Group {
        /** Each by itself. */
        NONE,
        /** By the first two parts of their paths. */
        PATH,
        /** By the method. */
        METHOD
    }

    /**
     * What is asked for.
     *
     * @param sort the name of a field
     * @param descending the highest first
     * @param text what method or name must have in it, in any case; empty for all
     */
    public record Query(
            String sort, boolean descending, String text, Group group, int offset, int limit) {
        /** The columns that a table can be sorted by. */
        public static final List<String> SORTS =
                List.of(
                        "method",
                        "name",
                        "requests",
                        "failures",
                        "requests_per_second",
                        "failures_per_second",
                        "failure_rate",
                        "p50",
                        "p66",
                        "p75",
                        "p80",
                        "p90",
                        "p95",
                        "p98",
                        "p99",
                        "p999",
                        "p9999",
                        "min",
                        "max",
                        "mean");

        /** All endpoints by their requests. */
        public static final Query ALL =
                new Query("requests", true, "", Group.NONE, 0, Figures.ENDPOINTS_MAX);
    }

    /**
     * A row before it is worked out: of thousands few are shown.
     *
     * @param value what it is sorted by; 0 where that is a text
     */
    private record Draft(Figures.Key key, EndpointFigures figures, double value) {
        static Draft of(Figures.Key key, EndpointFigures it, String sort) {
            double value =
                    switch (sort) {
                        case "method", "name" -> 0;
                        case "requests", "requests_per_second" -> it.requests();
                        case "failures", "failures_per_second" -> it.failures();
                        case "failure_rate" -> it.failureRate();
                        case "min" -> it.histogram().min();
                        case "max" -> it.histogram().max();
                        case "mean" -> it.histogram().mean();
                        default -> it.histogram().percentile(percentile(sort));
                    };
            return new Draft(key, it, value);
        }

        /** 99.9 of {@code p999}. */
        private static double percentile(String sort) {
            var digits = sort.substring(1);
            return Double.parseDouble(digits) / Math.pow(10, digits.length() - 2);
        }
    }

    static EndpointTable of(Figures figures, Query query) {
        var found = new LinkedHashMap<Figures.Key, EndpointFigures>();
        var wanted = query.text().toLowerCase(Locale.ROOT);
        int total = 0;
        for (var entry : figures.endpoints().entrySet()) {
            var it = entry.getValue();
            if (it.requests() > 0) {
                total++;
                if (matches(entry.getKey(), wanted)) {
                    put(found, entry.getKey(), it, query.group());
                }
            }
        }
        var rows =
                found.entrySet().stream()
                        .map(it -> Draft.of(it.getKey(), it.getValue(), query.sort()))
                        .sorted(order(query))
                        .skip(query.offset())
                        .limit(query.limit())
                        .map(it -> row(it.key, it.figures, figures))
                        .toList();
        var all = row(new Figures.Key("", "Aggregated"), figures.all(), figures);
        return new EndpointTable(total, found.size(), rows, all);
    }

    private static void put(
            Map<Figures.Key, EndpointFigures> found,
            Figures.Key key,
            EndpointFigures it,
            Group group) {
        if (group == Group.NONE) {
            found.put(key, it);
        } else {
            found.computeIfAbsent(group(key, group), _ -> new EndpointFigures()).add(it);
        }
    }

    private static boolean matches(Figures.Key key, String text) {
        return text.isEmpty()
                || (key.method() + " " + key.name()).toLowerCase(Locale.ROOT).contains(text);
    }

    private static Figures.Key group(Figures.Key key, Group group) {
        return switch (group) {
            case NONE -> key;
            case METHOD -> new Figures.Key(key.method(), "");
            case PATH -> new Figures.Key("", beginning(key.name()));
        };
    }

    /** The first two parts of a path: {@code /api/products} of {@code /api/products/7}. */
    private static String beginning(String name) {
        var path = name.replaceFirst("^[a-z+]+://[^/?#]*", "").replaceFirst("[?#].*", "");
        var parts = path.split("/", 4);
        return parts.length < 4 ? path : "/" + parts[1] + "/" + parts[2];
    }

    private static Comparator<Draft> order(Query query) {
        Comparator<Draft> order =
                switch (query.sort()) {
                    case "method" -> Comparator.comparing(it -> it.key.method());
                    case "name" -> Comparator.comparing(it -> it.key.name());
                    default -> Comparator.comparingDouble(Draft::value);
                };
        return (query.descending() ? order.reversed() : order)
                .thenComparing(it -> it.key.name())
                .thenComparing(it -> it.key.method());
    }

    private static EndpointRow row(Figures.Key key, EndpointFigures it, Figures figures) {
        var times = new Times(it.histogram());
        return new EndpointRow(
                key.method(),
                key.name(),
                it.requests(),
                it.failures(),
                figures.perSecond(it.requests()),
                figures.perSecond(it.failures()),
                it.failureRate(),
                times.at(50),
                times.at(66),
                times.at(75),
                times.at(80),
                times.at(90),
                times.at(95),
                times.at(98),
                times.at(99),
                times.at(99.9),
                times.at(99.99),
                times.min(),
                times.max(),
                times.mean(),
                Double.NaN,
                it.trend(figures.count()),
                it.failureTrend(figures.count()));
    }
}
