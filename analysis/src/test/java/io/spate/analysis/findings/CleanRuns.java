package io.spate.analysis.findings;

import io.spate.analysis.findings.Finding.Sign;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Runs of a target in good health, of which no warning may come. Its {@code main} makes the table
 * of false alarms in docs/findings.md: {@code CleanRuns 1000}.
 */
final class CleanRuns {
    private CleanRuns() {}

    static Map<String, LongFunction<SimulatedRun>> all() {
        Map<String, LongFunction<SimulatedRun>> all = new LinkedHashMap<>();
        all.put("constant load, 5 min", seed -> new SimulatedRun(300, seed));
        all.put(
                "constant load, 2 min, twice the noise",
                seed -> new SimulatedRun(120, seed).noise(0.2));
        all.put(
                "few requests, 5 min, heavy tail",
                seed -> new SimulatedRun(300, seed).users(_ -> 3).sigma(0.8));
        all.put("soak, 20 min", seed -> new SimulatedRun(1200, seed).users(_ -> 10));
        all.put(
                "ramp to 100 users, 5 min",
                seed -> new SimulatedRun(300, seed).users(second -> 1 + second / 3.0));
        all.put(
                "steps of 20 users a minute, latency grows by half",
                seed ->
                        new SimulatedRun(300, seed)
                                .users(second -> 20 * (1 + Math.floor(second / 60)))
                                .medianMillis(second -> 20 * (1 + second / 600)));
        all.put(
                "spike from 20 to 100 users, no trace of it after",
                seed ->
                        new SimulatedRun(300, seed)
                                .users(second -> second >= 100 && second < 160 ? 100 : 20));
        all.put(
                "0.5% failures all along, 5 endpoints",
                seed -> {
                    Map<String, java.util.function.DoubleUnaryOperator> endpoints =
                            new LinkedHashMap<>();
                    for (int i = 0; i < 5; i++) {
                        endpoints.put("/" + i, _ -> 0.005);
                    }
                    return new SimulatedRun(300, seed).endpoints(endpoints);
                });
        all.put(
                "0.5% timeouts on a ramp, four even nodes",
                seed ->
                        new SimulatedRun(200, seed)
                                .users(second -> 10 + second / 4)
                                .failures("timeout", _ -> 0.005)
                                .nodes(Map.of("a", 0.25, "b", 0.25, "c", 0.25, "d", 0.25)));
        return all;
    }

    /** How often each rule warned, by the kind of run. */
    static Map<String, Map<String, Integer>> alarms(int runs) {
        Map<String, Map<String, Integer>> alarms = new LinkedHashMap<>();
        all().forEach(
                        (name, kind) -> {
                            Map<String, Integer> byRule = new TreeMap<>();
                            for (int seed = 0; seed < runs; seed++) {
                                for (var finding : kind.apply(seed).findings()) {
                                    if (finding.sign() != Sign.GOOD) {
                                        byRule.merge(finding.rule(), 1, Integer::sum);
                                    }
                                }
                            }
                            alarms.put(name, byRule);
                        });
        return alarms;
    }

    public static void main(String... args) {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        System.out.println("| simulated runs | " + runs + " each: warnings |");
        System.out.println("|---|---|");
        alarms(runs)
                .forEach((name, rules) -> System.out.println("| " + name + " | " + rules + " |"));
    }
}
