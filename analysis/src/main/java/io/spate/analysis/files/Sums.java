package io.spate.analysis.files;

import io.spate.analysis.files.Figures.Endpoint;
import io.spate.analysis.files.Figures.Times;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The total of rows, as far as it follows from them: counts and rates add up, extremes are the
 * extremes, and the mean is weighted. Percentiles do not follow from percentiles.
 */
final class Sums {
    private Sums() {}

    static Endpoint of(List<Endpoint> rows) {
        var requests = sum(rows, Endpoint::requests);
        var failures = sum(rows, Endpoint::failures);
        double count = requests.isPresent() ? requests.getAsLong() : Double.NaN;
        double failed = failures.isPresent() ? failures.getAsLong() : Double.NaN;
        var timed = rows.stream().filter(it -> it.requests().orElse(0) > 0).toList();
        double weighted =
                timed.stream()
                        .mapToDouble(it -> it.timeMs().mean() * it.requests().orElse(0))
                        .sum();
        return new Endpoint(
                "",
                Figures.AGGREGATED,
                requests,
                failures,
                count > 0 ? failed / count : Double.NaN,
                add(rows, Endpoint::requestsPerSecond),
                add(rows, Endpoint::failuresPerSecond),
                new Times(
                        timed.stream()
                                .mapToDouble(it -> it.timeMs().min())
                                .min()
                                .orElse(Double.NaN),
                        count > 0 ? weighted / count : Double.NaN,
                        timed.stream()
                                .mapToDouble(it -> it.timeMs().max())
                                .max()
                                .orElse(Double.NaN),
                        new TreeMap<>()));
    }

    private static double add(List<Endpoint> rows, ToDoubleFunction<Endpoint> value) {
        return rows.stream().mapToDouble(value).reduce(Double::sum).orElse(Double.NaN);
    }

    private static OptionalLong sum(List<Endpoint> rows, Function<Endpoint, OptionalLong> count) {
        boolean told = rows.stream().allMatch(it -> count.apply(it).isPresent());
        return told
                ? OptionalLong.of(rows.stream().mapToLong(it -> count.apply(it).orElse(0)).sum())
                : OptionalLong.empty();
    }
}
