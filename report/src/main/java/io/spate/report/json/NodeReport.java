package io.spate.report.json;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Snapshot;
import io.spate.metrics.spread.Evenness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which node of the target answered which part of the requests.
 *
 * @param count how many nodes were told apart by their names
 * @param expected how many there should be; 0 where nobody said
 * @param requestsUnanswered requests that no node is known to have had, as no response came
 * @param busiest of the nodes that answered, the share of the busiest over the even share; see
 *     {@link Evenness}
 * @param quietest the same of the node with the fewest requests
 * @param variation the coefficient of variation of the nodes' requests
 * @param pValue the chance that requests sent at random are spread at least as unevenly
 * @param nodes those with the most requests first
 * @param remarks what stands out, in words
 */
public record NodeReport(
        int count,
        int expected,
        long requestsUnanswered,
        double busiest,
        double quietest,
        double variation,
        double pValue,
        List<Node> nodes,
        List<String> remarks) {

    /** The nodes listed; there are no more on one event loop. */
    static final int LIMIT = 258;

    private static final String TAG = "node";
    private static final double SLOW = 2;
    private static final double FAILING = 5;
    private static final double FAILING_MIN = 0.01;

    public NodeReport {
        nodes = List.copyOf(nodes);
        remarks = List.copyOf(remarks);
    }

    /**
     * One node.
     *
     * @param share its part of all requests that a node is known to have had
     */
    public record Node(
            String name,
            long requests,
            double share,
            double requestsPerSecond,
            long failures,
            double failureRate,
            Results.Times serviceTimeMs) {

        /** Whether the name stands for one node: those in parentheses stand for others. */
        boolean isOne() {
            return !name.startsWith("(");
        }
    }

    private static final class Row {
        private long requests;
        private long failures;
        private Histogram serviceTime = Histogram.EMPTY;
    }

    /** By the tag {@code node}; empty where nothing has it. */
    static Optional<NodeReport> of(Snapshot total, int expected, double seconds) {
        Map<String, Row> rows = new HashMap<>();
        total.aggregates()
                .forEach(
                        (series, value) -> {
                            var metric = series.metric();
                            var row = rows.computeIfAbsent(series.tags().get(TAG), _ -> new Row());
                            if (metric.equals(BuiltinMetrics.HTTP_REQS)) {
                                row.requests += Values.count(value);
                            } else if (metric.equals(BuiltinMetrics.HTTP_REQ_FAILED)) {
                                row.failures += Values.hits(value);
                            } else if (metric.equals(BuiltinMetrics.HTTP_REQ_DURATION)
                                    && value instanceof Aggregate.Distribution(var times)) {
                                row.serviceTime = row.serviceTime.merge(times);
                            }
                        });
        var unanswered = Optional.ofNullable(rows.remove("")).map(it -> it.requests).orElse(0L);
        rows.values().removeIf(it -> it.requests == 0);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(of(rows, unanswered, expected, seconds));
    }

    private static NodeReport of(
            Map<String, Row> rows, long unanswered, int expected, double seconds) {
        long requests = rows.values().stream().mapToLong(it -> it.requests).sum();
        var nodes =
                rows.entrySet().stream()
                        .map(it -> node(it.getKey(), it.getValue(), requests, seconds))
                        .sorted(
                                Comparator.comparingLong(Node::requests)
                                        .reversed()
                                        .thenComparing(Node::name))
                        .toList();
        var named = nodes.stream().filter(Node::isOne).toList();
        long[] each = named.stream().mapToLong(Node::requests).toArray();
        var evenness = Evenness.of(each);
        return new NodeReport(
                named.size(),
                expected,
                unanswered,
                Numbers.rounded(evenness.busiest()),
                Numbers.rounded(evenness.quietest()),
                Numbers.rounded(evenness.variation()),
                Numbers.rounded(evenness.pValue()),
                nodes.subList(0, Math.min(nodes.size(), LIMIT)),
                remarks(nodes, named, expected, evenness));
    }

    private static Node node(String name, Row row, long requests, double seconds) {
        return new Node(
                name,
                row.requests,
                Numbers.share(row.requests, requests),
                Numbers.perSecond(row.requests, seconds),
                row.failures,
                Numbers.share(row.failures, row.requests),
                Numbers.times(row.serviceTime));
    }

    private static List<String> remarks(
            List<Node> nodes, List<Node> named, int expected, Evenness evenness) {
        var remarks = new ArrayList<String>();
        if (expected > named.size()) {
            remarks.add(
                    "%d of %d nodes never answered".formatted(expected - named.size(), expected));
        } else if (expected > 0 && expected < named.size()) {
            remarks.add(
                    "%d nodes answered, where %d were expected".formatted(named.size(), expected));
        }
        if (named.size() == 1 && expected < 2) {
            remarks.add(
                    "all requests were answered by one node, '%s'"
                            .formatted(named.getFirst().name));
        }
        uneven(named, evenness, remarks);
        for (var node : named) {
            apart(node, named, remarks);
        }
        nodes.stream().filter(it -> !it.isOne()).forEach(it -> remarks.add(unnamed(it)));
        return remarks;
    }

    private static void uneven(List<Node> named, Evenness evenness, List<String> remarks) {
        if (evenness.mayBeChance() || named.isEmpty()) {
            return;
        }
        if (evenness.busiest() >= Evenness.HOT) {
            var hot = named.getFirst();
            remarks.add(
                    String.format(
                            Locale.ROOT,
                            "'%s' is hot: it had %.1f%% of the requests, %.2f times its even share",
                            hot.name,
                            hot.share * 100,
                            evenness.busiest()));
        }
        double requests = named.stream().mapToLong(Node::requests).sum();
        named.stream()
                .filter(it -> it.requests * named.size() / requests < Evenness.IDLE)
                .forEach(
                        it ->
                                remarks.add(
                                        String.format(
                                                Locale.ROOT,
                                                "'%s' is nearly idle: it had %.1f%% of the requests",
                                                it.name,
                                                it.share * 100)));
    }

    /** A node that fails or is slow where the others do not and are not. */
    private static void apart(Node node, List<Node> named, List<String> remarks) {
        var others = named.stream().filter(it -> !it.equals(node)).toList();
        if (others.isEmpty()) {
            return;
        }
        double failures = others.stream().mapToLong(Node::failures).sum();
        double rate = failures / others.stream().mapToLong(Node::requests).sum();
        if (node.failureRate >= FAILING_MIN && node.failureRate >= FAILING * rate) {
            remarks.add(
                    String.format(
                            Locale.ROOT,
                            "'%s' fails: %.2f%% of its requests, against %.2f%% of the others'",
                            node.name,
                            node.failureRate * 100,
                            rate * 100));
        }
        double p95 =
                others.stream()
                        .mapToDouble(it -> it.serviceTimeMs.p95())
                        .sorted()
                        .toArray()[others.size() / 2];
        if (node.serviceTimeMs.p95() >= SLOW * p95 && node.serviceTimeMs.p95() >= p95 + 1) {
            remarks.add(
                    String.format(
                            Locale.ROOT,
                            "'%s' is slow: its p95 is %.1f ms, and the others' %.1f ms",
                            node.name,
                            node.serviceTimeMs.p95(),
                            p95));
        }
    }

    private static String unnamed(Node node) {
        return node.name.equals("(unnamed)")
                ? "%d responses did not say which node they came from".formatted(node.requests)
                : "%d responses came from further nodes than are told apart"
                        .formatted(node.requests);
    }
}
