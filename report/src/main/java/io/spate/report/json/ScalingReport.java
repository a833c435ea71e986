package io.spate.report.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What more nodes brought, against a stored run with fewer. What counts are requests per second
 * that did not fail.
 *
 * @param nodes of this run
 * @param baselineNodes of the other
 * @param expectedMultiple by the number of nodes
 * @param actualMultiple by the requests per second
 * @param efficiency the actual over the expected multiple; 1 is linear scaling
 * @param baselineP95Ms of the service time
 * @param fair whether nothing speaks against the comparison
 * @param caveats what speaks against it, in words
 * @param verdict in a word: {@code linear}, {@code sub-linear} or {@code super-linear}
 */
public record ScalingReport(
        int nodes,
        int baselineNodes,
        double expectedMultiple,
        double actualMultiple,
        double efficiency,
        double requestsPerSecond,
        double baselineRequestsPerSecond,
        double p95Ms,
        double baselineP95Ms,
        boolean fair,
        List<String> caveats,
        String verdict) {

    /** From this efficiency on scaling is called linear; teams expect 90 to 95 %. */
    static final double LINEAR = 0.9;

    private static final double SUPER = 1.1;
    private static final double LATENCY = 1.5;
    private static final double LATENCY_MILLIS = 1;
    private static final double FAILURES = 0.01;
    private static final double SECONDS_MIN = 10;
    private static final int ENDPOINTS = 20;

    public ScalingReport {
        caveats = List.copyOf(caveats);
    }

    /**
     * A run against its baseline.
     *
     * @param nodes of the run; of the baseline, where it does not say, there is one
     */
    static ScalingReport of(Results baseline, Results run, int nodes) {
        int baselineNodes = Math.max(1, baseline.nodes().map(NodeReport::count).orElse(1));
        double expected = (double) nodes / baselineNodes;
        double rate = goodPerSecond(run);
        double baseRate = goodPerSecond(baseline);
        double actual = baseRate > 0 ? rate / baseRate : Double.NaN;
        double efficiency = actual / expected;
        var caveats = new ArrayList<String>();
        plans(baseline, run, caveats);
        quality(baseline, run, caveats);
        limits(baseline, run, expected, caveats);
        latency(baseline, run, caveats);
        return new ScalingReport(
                nodes,
                baselineNodes,
                Numbers.rounded(expected),
                Numbers.rounded(actual),
                Numbers.rounded(efficiency),
                Numbers.rounded(rate),
                Numbers.rounded(baseRate),
                run.totals().serviceTimeMs().p95(),
                baseline.totals().serviceTimeMs().p95(),
                caveats.isEmpty(),
                caveats,
                efficiency >= SUPER
                        ? "super-linear"
                        : efficiency >= LINEAR ? "linear" : "sub-linear");
    }

    private static double goodPerSecond(Results run) {
        long good = run.totals().requests() - run.totals().failures();
        return run.measuredSeconds() > 0 ? good / run.measuredSeconds() : 0;
    }

    private static void plans(Results baseline, Results run, List<String> caveats) {
        if (!workloads(baseline).equals(workloads(run))) {
            caveats.add(
                    "another plan: the baseline ran %s, this run %s"
                            .formatted(workloads(baseline), workloads(run)));
        } else if (!endpoints(baseline).equals(endpoints(run))) {
            caveats.add("other requests: the two runs called different endpoints");
        }
        for (var each : List.of(baseline, run)) {
            if (each.measuredSeconds() < SECONDS_MIN) {
                caveats.add(
                        String.format(
                                Locale.ROOT,
                                "%s measured %.1f s only: 10 s or more make a rate worth comparing",
                                each.equals(run) ? "this run" : "the baseline",
                                each.measuredSeconds()));
            }
        }
    }

    private static Set<String> workloads(Results run) {
        return run.scenarios().stream()
                .map(it -> it.name() + " by " + it.executor())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> endpoints(Results run) {
        return run.endpoints().stream()
                .limit(ENDPOINTS)
                .map(it -> it.method() + " " + it.name())
                .collect(Collectors.toSet());
    }

    private static void quality(Results baseline, Results run, List<String> caveats) {
        double failed = run.totals().failureRate();
        double before = baseline.totals().failureRate();
        if (failed > FAILURES || before > FAILURES) {
            caveats.add(
                    String.format(
                            Locale.ROOT,
                            "failures: %.2f%% of the requests failed, in the baseline %.2f%%; what"
                                    + " fails costs a node less than what succeeds",
                            failed * 100,
                            before * 100));
        }
        if (!run.trusted()) {
            caveats.add("the generator was the bottleneck of this run, see GENERATOR");
        }
        if (!baseline.trusted()) {
            caveats.add("the generator was the bottleneck of the baseline");
        }
    }

    /** What the load itself allows, whatever the nodes could do. */
    private static void limits(
            Results baseline, Results run, double expected, List<String> caveats) {
        boolean open = run.scenarios().stream().anyMatch(it -> isOpen(it.executor()));
        if (open && run.totals().droppedIterations() == 0) {
            caveats.add(
                    "the rate was the plan's, and all of it was met: the nodes may be able to do"
                            + " more. Compare the highest rates that they bear");
        }
        long users = run.totals().vusMax();
        long needed = Math.round(expected * baseline.totals().vusMax());
        if (!open && users < needed) {
            caveats.add(
                    ("limited by users: %d users wait for responses here, %d in the baseline; to"
                                    + " keep %.1f times the nodes as busy takes about %d")
                            .formatted(users, baseline.totals().vusMax(), expected, needed));
        }
    }

    private static boolean isOpen(String executor) {
        return executor.endsWith("-arrival-rate");
    }

    private static void latency(Results baseline, Results run, List<String> caveats) {
        double now = run.totals().serviceTimeMs().p95();
        double before = baseline.totals().serviceTimeMs().p95();
        if (now > LATENCY * before && now > before + LATENCY_MILLIS) {
            caveats.add(
                    String.format(
                            Locale.ROOT,
                            "not at comparable latency: p95 is %.1f ms, in the baseline %.1f ms; at"
                                    + " the baseline's latency the rate would be lower",
                            now,
                            before));
        } else if (before > LATENCY * now && before > now + LATENCY_MILLIS) {
            caveats.add(
                    String.format(
                            Locale.ROOT,
                            "not at comparable latency: p95 is %.1f ms, in the baseline %.1f ms; with"
                                    + " more load the rate would be higher",
                            now,
                            before));
        }
    }
}
