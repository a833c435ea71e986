package io.spate.web.live;

import io.spate.metrics.Histogram;
import java.util.ArrayList;
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
                        "min",
                        "max",
                        "mean");

        /** All endpoints by their requests. */
        public static final Query ALL =
                new Query("requests", true, "", Group.NONE, 0, Figures.ENDPOINTS_MAX);
    }

    /** An endpoint before its percentiles are worked out. */
    private record Draft(
            Figures.Key key,
            long requests,
            long failures,
            Histogram times,
            List<Double> trend,
            List<Double> failureTrend) {
        Draft plus(Draft more) {
            return new Draft(
                    key,
                    requests + more.requests,
                    failures + more.failures,
                    times.merge(more.times),
                    sums(trend, more.trend),
                    sums(failureTrend, more.failureTrend));
        }

        private static List<Double> sums(List<Double> one, List<Double> other) {
            var sums = new ArrayList<Double>();
            for (int i = 0; i < one.size(); i++) {
                sums.add(one.get(i) + other.get(i));
            }
            return sums;
        }
    }

    static EndpointTable of(Figures figures, Query query) {
        var drafts = new LinkedHashMap<Figures.Key, Draft>();
        var wanted = query.text().toLowerCase(Locale.ROOT);
        figures.endpoints()
                .forEach(
                        (key, it) -> {
                            var draft = draft(group(key, query.group()), it, figures.count());
                            if (it.requests() > 0 && matches(key, wanted)) {
                                drafts.merge(draft.key, draft, Draft::plus);
                            }
                        });
        var rows =
                drafts.values().stream()
                        .sorted(order(query))
                        .skip(query.offset())
                        .limit(query.limit())
                        .map(it -> row(it, figures))
                        .toList();
        var all = draft(new Figures.Key("", "Aggregated"), figures.all(), figures.count());
        return new EndpointTable(
                (int) figures.endpoints().values().stream().filter(it -> it.requests() > 0).count(),
                drafts.size(),
                rows,
                row(all, figures));
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

    private static Draft draft(Figures.Key key, EndpointFigures it, int seconds) {
        return new Draft(
                key,
                it.requests(),
                it.failures(),
                it.histogram(),
                it.trend(seconds),
                it.failureTrend(seconds));
    }

    private static Comparator<Draft> order(Query query) {
        Comparator<Draft> order =
                switch (query.sort()) {
                    case "method" -> Comparator.comparing(it -> it.key.method());
                    case "name" -> Comparator.comparing(it -> it.key.name());
                    case "requests", "requests_per_second" ->
                            Comparator.comparingLong(Draft::requests);
                    case "failures", "failures_per_second" ->
                            Comparator.comparingLong(Draft::failures);
                    case "failure_rate" ->
                            Comparator.comparingDouble(
                                    it -> (double) it.failures / Math.max(1, it.requests));
                    case "min" -> Comparator.comparingLong(it -> it.times.min());
                    case "max" -> Comparator.comparingLong(it -> it.times.max());
                    case "mean" -> Comparator.comparingDouble(it -> it.times.mean());
                    default -> byPercentile(query.sort());
                };
        return (query.descending() ? order.reversed() : order)
                .thenComparing(it -> it.key.name())
                .thenComparing(it -> it.key.method());
    }

    /** Each is worked out once, not at each comparison. */
    private static Comparator<Draft> byPercentile(String sort) {
        var digits = sort.substring(1);
        double percentile = Double.parseDouble(digits) / Math.pow(10, digits.length() - 2);
        Map<Figures.Key, Long> known = new LinkedHashMap<>();
        return Comparator.comparingLong(
                it -> known.computeIfAbsent(it.key, _ -> it.times.percentile(percentile)));
    }

    private static EndpointRow row(Draft it, Figures figures) {
        var times = new Times(it.times);
        return new EndpointRow(
                it.key.method(),
                it.key.name(),
                it.requests,
                it.failures,
                figures.perSecond(it.requests),
                figures.perSecond(it.failures),
                it.requests == 0 ? 0 : (double) it.failures / it.requests,
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
                it.trend,
                it.failureTrend);
    }
}
