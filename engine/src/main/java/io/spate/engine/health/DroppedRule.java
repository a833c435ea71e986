package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.DROPPED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Series;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Iterations that were due and found all users busy. Most often the target is slow, which is what a
 * test wants to know; so this never makes a run invalid.
 */
final class DroppedRule implements Rule {
    private final Spell dropping = new Spell();

    @Override
    public void see(Second second) {
        dropping.see(second, second.count(DROPPED_ITERATIONS) > 0);
    }

    /** Iterations of a scenario. */
    private record Due(long dropped, long started) {
        Due plus(Due other) {
            return new Due(dropped + other.dropped, started + other.started);
        }
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        Map<String, Due> scenarios = dues(result);
        scenarios.values().removeIf(it -> it.dropped == 0);
        if (scenarios.isEmpty()) {
            return Optional.empty();
        }
        String what =
                scenarios.entrySet().stream()
                        .map(it -> describe(it.getKey(), it.getValue(), facts))
                        .collect(Collectors.joining(" "));
        return Optional.of(
                new Finding(
                        Severity.WARNING,
                        "dropped_iterations",
                        what,
                        "The target got less load than planned, and what was dropped is in no response"
                                + " time. Raise maxUsers, unless the target is meant to be overloaded.",
                        dropping.sinceNanos()));
    }

    private static String describe(String scenario, Due due, Facts facts) {
        Integer maxUsers = facts.maxUsers().get(scenario);
        long all = due.dropped + due.started;
        return "%s of %s iterations of %s (%s) were not started, as all its users were busy%s."
                .formatted(
                        Words.count(due.dropped),
                        Words.count(all),
                        scenario.isEmpty() ? "the test" : "\"" + scenario + "\"",
                        Words.percent((double) due.dropped / all),
                        maxUsers == null ? "" : " (maxUsers: %d)".formatted(maxUsers));
    }

    private static Map<String, Due> dues(RunResult result) {
        var dues = new TreeMap<String, Due>();
        result.total()
                .aggregates()
                .forEach(
                        (series, value) ->
                                dues.merge(
                                        series.tags().get("scenario"),
                                        due(series, value),
                                        Due::plus));
        return dues;
    }

    private static Due due(Series series, Aggregate value) {
        return switch (value) {
            case Aggregate.Count(var total) when series.metric().equals(DROPPED_ITERATIONS) ->
                    new Due(total, 0);
            case Aggregate.Distribution(var all) when series.metric().equals(ITERATION_LATENESS) ->
                    new Due(0, all.count());
            case Aggregate.Count _,
                    Aggregate.Distribution _,
                    Aggregate.Level _,
                    Aggregate.Ratio _ ->
                    new Due(0, 0);
        };
    }
}
