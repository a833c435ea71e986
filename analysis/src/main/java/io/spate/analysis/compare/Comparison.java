package io.spate.analysis.compare;

import io.spate.analysis.MeasuredRun;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How runs differ from others, as docs/statistics.md tells.
 *
 * @param a the names of the runs that are compared with
 * @param b the names of the runs that are compared
 * @param verdict on all together
 * @param words the verdict in words
 * @param moreRuns how many more runs on each side would likely decide what is open
 * @param overall all requests together
 * @param endpoints one for each method and name that both sides have, those with the most requests
 *     first
 * @param notes what limits the comparison, in words
 */
public record Comparison(
        List<String> a,
        List<String> b,
        ComparisonVerdict verdict,
        String words,
        OptionalInt moreRuns,
        EndpointComparison overall,
        List<EndpointComparison> endpoints,
        List<String> notes) {
    public Comparison {
        a = List.copyOf(a);
        b = List.copyOf(b);
        endpoints = List.copyOf(endpoints);
        notes = List.copyOf(notes);
    }

    /**
     * Compares runs with others. The same values and the same seed give the same result.
     *
     * @param a the runs to compare with, one or more
     * @param b the runs to compare, one or more
     * @param history earlier runs of the same plan on the same machine, oldest first, from which is
     *     learned how much runs differ that should not; none where there are none
     * @throws IllegalArgumentException where a side has no runs
     */
    public static Comparison of(
            List<MeasuredRun> a,
            List<MeasuredRun> b,
            List<MeasuredRun> history,
            ComparisonOptions options) {
        if (a.isEmpty() || b.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs runs on both sides");
        }
        return new Comparing(a, b, history, options).comparison();
    }

    /** The overall row and the endpoints. */
    public Stream<EndpointComparison> rows() {
        return Stream.concat(Stream.of(overall), endpoints.stream());
    }
}
