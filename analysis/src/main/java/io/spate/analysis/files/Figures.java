package io.spate.analysis.files;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A file of figures that its tool has computed. They are as the file tells them: nothing can be
 * computed anew, such as another percentile or the percentile of several endpoints together.
 *
 * @param startedAt when the run started, where the file says so
 * @param seconds how long was measured; NaN where the file does not say
 * @param total the whole run; its method is empty and its name {@code Aggregated}
 * @param endpoints each method and name, in the file's order
 * @param failures the kinds of failed requests, in the file's order
 * @param timeline the run over time; empty where the file has no such thing
 * @param asTold numbers by the file's own names and in its own units, such as {@code success_rate}
 *     and {@code p95_latency}; those of a part of it as {@code auth.p95_latency}
 */
public record Figures(
        Origin origin,
        Optional<Instant> startedAt,
        double seconds,
        Endpoint total,
        List<Endpoint> endpoints,
        List<Failure> failures,
        List<Moment> timeline,
        Map<String, Double> asTold)
        implements ResultFile {

    /** What the row of the whole run is called. */
    public static final String AGGREGATED = "Aggregated";

    public Figures {
        endpoints = List.copyOf(endpoints);
        failures = List.copyOf(failures);
        timeline = List.copyOf(timeline);
        asTold = Map.copyOf(asTold);
    }

    /**
     * What is told of the requests of one method and name.
     *
     * @param method such as {@code GET}; empty where the file does not say
     * @param name the path or its template
     * @param requests how many there were
     * @param failures how many of them failed
     * @param failureRate failures over requests, 0 to 1; NaN where the file does not say
     * @param requestsPerSecond NaN where the file does not say
     * @param failuresPerSecond NaN where the file does not say
     */
    public record Endpoint(
            String method,
            String name,
            OptionalLong requests,
            OptionalLong failures,
            double failureRate,
            double requestsPerSecond,
            double failuresPerSecond,
            Times timeMs) {}

    /**
     * What is told of a distribution of times, in milliseconds.
     *
     * @param min NaN where the file does not say, as are the next two
     * @param percentiles times by percentile, 0 to 100; those that the file has
     */
    public record Times(
            double min, double mean, double max, NavigableMap<Double, Double> percentiles) {
        /** Nothing told. */
        public static final Times UNKNOWN =
                new Times(Double.NaN, Double.NaN, Double.NaN, Collections.emptyNavigableMap());

        public Times {
            percentiles = Collections.unmodifiableNavigableMap(new TreeMap<>(percentiles));
        }

        /** A percentile, 0 to 100; NaN where the file does not have it. */
        public double percentile(double percentile) {
            return percentiles.getOrDefault(percentile, Double.NaN);
        }
    }

    /**
     * A kind of failed requests.
     *
     * @param error what went wrong, in words
     */
    public record Failure(String method, String name, String error, long count) {}

    /**
     * The run at one time. What the file does not say is NaN.
     *
     * @param seconds since the run's start
     * @param failuresPerSecond of the requests
     * @param p50Ms the median time around then
     */
    public record Moment(
            double seconds,
            double users,
            double requestsPerSecond,
            double failuresPerSecond,
            double p50Ms,
            double p95Ms,
            double p99Ms) {}

    /** A number as how many there are of something; nothing where it is not told. */
    static OptionalLong count(double number) {
        return Double.isNaN(number) ? OptionalLong.empty() : OptionalLong.of(Math.round(number));
    }
}
