package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.GOOD;
import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.spread.Evenness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One hot node, or an even spread: by the tag {@code node}, as {@link Evenness} has it. Hot is a
 * node with at least 1.25 times its part, where that is not chance.
 */
final class NodesRule implements Rule {
    private static final long REQUESTS_MIN = 100;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        Map<String, Long> byNode = new TreeMap<>();
        evidence.total()
                .aggregates()
                .forEach(
                        (series, value) -> {
                            var node = series.tags().get("node");
                            if (series.metric().equals(BuiltinMetrics.HTTP_REQS)
                                    && value instanceof Aggregate.Count(var count)
                                    && !node.isEmpty()
                                    && !node.startsWith("(")) {
                                byNode.merge(node, count, Long::sum);
                            }
                        });
        long total = byNode.values().stream().mapToLong(it -> it).sum();
        if (byNode.size() < 2 || total < REQUESTS_MIN) {
            return Optional.empty();
        }
        var evenness = Evenness.of(byNode.values().stream().mapToLong(it -> it).toArray());
        var busiest = byNode.entrySet().stream().max(Map.Entry.comparingByValue()).get();
        boolean hot = evenness.busiest() >= Evenness.HOT && !evenness.mayBeChance();
        boolean even = evenness.busiest() < Evenness.HOT && evenness.quietest() > Evenness.IDLE;
        return hot || even
                ? Optional.of(found(evidence, evenness, busiest, byNode.size(), total, hot))
                : Optional.empty();
    }

    private static Finding found(
            Evidence evidence,
            Evenness evenness,
            Map.Entry<String, Long> busiest,
            int nodes,
            long total,
            boolean hot) {
        double share = (double) busiest.getValue() / total;
        var words =
                hot
                        ? "'%s' answered %s of the requests, %s times its part of %d nodes; by chance that happens in %s of the runs."
                                .formatted(
                                        busiest.getKey(),
                                        Words.percent(share),
                                        Words.number(evenness.busiest()),
                                        nodes,
                                        evenness.pValue() < 0.0001
                                                ? "less than 0.01%"
                                                : Words.percent(evenness.pValue()))
                        : "The busiest of %d nodes had %s times its part, the quietest %s times."
                                .formatted(
                                        nodes,
                                        Words.number(evenness.busiest()),
                                        Words.number(evenness.quietest()));
        var intervals = evidence.intervals();
        return new Finding(
                hot ? "hot_node" : "even_spread",
                hot ? WARNING : GOOD,
                hot ? "One hot node: " + busiest.getKey() : "All nodes share the load",
                words,
                List.of(
                        new Figure("busiest_share", share, ""),
                        new Figure("busiest_over_part", evenness.busiest(), ""),
                        new Figure("quietest_over_part", evenness.quietest(), ""),
                        new Figure("p_value", evenness.pValue(), "")),
                new Proof(
                        "http_reqs",
                        intervals.isEmpty() ? 0 : intervals.getFirst().fromNanos(),
                        intervals.isEmpty() ? 0 : intervals.getLast().toNanos()));
    }
}
