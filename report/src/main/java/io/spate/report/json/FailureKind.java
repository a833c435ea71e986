package io.spate.report.json;

import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.FailureHistory;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A kind of failed requests, over all endpoints.
 *
 * @param kind such as {@code refused} or {@code first_byte_timeout}; {@code other} where it is not
 *     known
 * @param firstSeconds when it was first seen, since the run's start
 * @param lastSeconds when it was last seen, since the run's start
 * @param sample one of them; empty where none was kept
 * @param perSecond how many there were per second in each interval of the timeline; empty where
 *     that was not kept
 */
public record FailureKind(
        String kind,
        long count,
        double firstSeconds,
        double lastSeconds,
        String sample,
        List<Double> perSecond) {

    public FailureKind {
        perSecond = List.copyOf(perSecond);
    }

    /** The kinds, the most frequent first. */
    static List<FailureKind> of(List<FailureHistory> failures, List<Snapshot> timeline) {
        var kinds = new TreeMap<String, FailureKind>();
        failures.forEach(it -> kinds.merge(kind(it.tags()), of(it, timeline), FailureKind::plus));
        return kinds.values().stream()
                .sorted(Comparator.comparingLong((FailureKind it) -> it.count).reversed())
                .toList();
    }

    private static FailureKind of(FailureHistory failure, List<Snapshot> timeline) {
        return new FailureKind(
                kind(failure.tags()),
                failure.count(),
                Numbers.seconds(failure.firstNanos()),
                Numbers.seconds(failure.lastNanos()),
                ProblemRows.sample(failure.sample()),
                perSecond(failure.overTime(), timeline));
    }

    private static List<Double> perSecond(List<Long> counts, List<Snapshot> timeline) {
        return IntStream.range(0, Math.min(counts.size(), timeline.size()))
                .mapToObj(it -> Numbers.perSecond(counts.get(it), timeline.get(it).seconds()))
                .toList();
    }

    private static String kind(Tags tags) {
        var kind = tags.get("error_kind");
        return kind.isEmpty() ? "other" : kind;
    }

    private FailureKind plus(FailureKind more) {
        return new FailureKind(
                kind,
                count + more.count,
                Math.min(firstSeconds, more.firstSeconds),
                Math.max(lastSeconds, more.lastSeconds),
                sample.isEmpty() ? more.sample : sample,
                sum(perSecond, more.perSecond));
    }

    private static List<Double> sum(List<Double> one, List<Double> other) {
        return IntStream.range(0, Math.max(one.size(), other.size()))
                .mapToObj(it -> Numbers.rounded(at(one, it) + at(other, it)))
                .toList();
    }

    private static double at(List<Double> values, int index) {
        return index < values.size() ? values.get(index) : 0;
    }

    /** A kind for people: {@code first byte timeout}. */
    public static String words(String kind) {
        return kind.replace('_', ' ');
    }
}
