package io.spate.report.json;

import io.spate.metrics.Histogram;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The endpoints that belong together by their paths: {@code /api/auth/login} and {@code
 * /api/auth/logout} are the Auth API.
 *
 * @param name such as {@code Auth API}
 * @param successRate the share of requests that did not fail, 0 to 1
 * @param p95Ms the 95th percentile of the service time, of the merged histograms
 */
public record ApiRow(String name, long requests, long failures, double successRate, double p95Ms) {
    private static final int LIMIT = 50;
    private static final Set<String> PREFIXES = Set.of("api", "rest");

    /** The APIs, those with the most requests first. */
    static List<ApiRow> of(List<EndpointRows.Row> endpoints) {
        var sums = new LinkedHashMap<String, Sum>();
        endpoints.forEach(it -> sums.merge(name(it.name()), Sum.of(it), Sum::plus));
        return sums.entrySet().stream()
                .map(it -> it.getValue().row(it.getKey()))
                .sorted(Comparator.comparingLong(ApiRow::requests).reversed())
                .limit(LIMIT)
                .toList();
    }

    private record Sum(long requests, long failures, Histogram serviceTime) {
        static Sum of(EndpointRows.Row row) {
            return new Sum(row.requests(), row.failures(), row.serviceTime());
        }

        Sum plus(Sum more) {
            return new Sum(
                    requests + more.requests,
                    failures + more.failures,
                    serviceTime.merge(more.serviceTime));
        }

        ApiRow row(String name) {
            double failed = (double) failures / requests;
            return new ApiRow(
                    name,
                    requests,
                    failures,
                    Numbers.precise(1 - failed),
                    Numbers.millis(serviceTime.percentile(95)));
        }
    }

    /** By the first part of the path that says something. */
    private static String name(String endpoint) {
        var path = endpoint.replaceFirst("^[a-z+]+://[^/?#]*", "").replaceFirst("[?#].*", "");
        return Stream.of(path.split("/"))
                .filter(it -> !it.isBlank() && !PREFIXES.contains(it) && !it.matches("v\\d+"))
                .findFirst()
                .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1) + " API")
                .orElse("Root");
    }
}
