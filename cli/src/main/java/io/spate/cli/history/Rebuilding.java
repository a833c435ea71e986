package io.spate.cli.history;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.ResultBuilder;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import io.spate.report.json.Extras;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the result of a run that ended without a word out of its seconds. Its warm-up counts, as
 * nobody wrote down where that ended, and its generator is taken to have been in good health.
 */
final class Rebuilding {
    /** What of a scenario is known before a run. */
    private static final List<String> PLANNED =
            List.of(
                    "executor",
                    "description",
                    "think",
                    "after",
                    "start_seconds",
                    "duration_seconds",
                    "graceful_stop_seconds",
                    "max_vus");

    private final RunStore store;
    private final StoredRun run;
    private final Results before;

    /**
     * Of a run.
     *
     * @param before its document from when it had not measured anything
     */
    Rebuilding(RunStore store, StoredRun run, Results before) {
        this.store = store;
        this.run = run;
        this.before = before;
    }

    Results results() {
        Set<Metric> metrics = new LinkedHashSet<>();
        store.forEachSecond(
                run, it -> it.aggregates().keySet().forEach(key -> metrics.add(key.metric())));
        metrics.removeIf(it -> BuiltinMetrics.find(it.name()).isPresent());
        var own = List.copyOf(metrics);
        var thresholds =
                before.verdict().thresholds().stream()
                        .map(it -> Threshold.parse(it.selector(), it.expression()))
                        .filter(it -> !(it.scope() instanceof Scope.Level))
                        .filter(it -> it.problem(own).isEmpty())
                        .toList();
        var builder = new ResultBuilder(thresholds, own, List.of());
        store.forEachSecond(run, builder::add);
        var result =
                builder.build(
                        run.facts().startedAt(),
                        run.elapsed(),
                        RunResult.Ending.INTERRUPTED,
                        GeneratorHealth.GOOD);
        var extras = Extras.in(run.facts().environment());
        return planned(Results.of(plan(thresholds, own), result, run.facts().version(), extras));
    }

    /** With scenarios by name alone: their workloads are in the document from before the run. */
    private TestPlan plan(List<Threshold> thresholds, List<Metric> own) {
        var some = new Executor.ConstantVus(1, Duration.ofSeconds(1));
        return new TestPlan(
                before.name(),
                before.target(),
                before.scenarios().stream().map(it -> Scenario.of(it.name(), some)).toList(),
                thresholds,
                Tags.NONE,
                own,
                WarmUp.NONE,
                1);
    }

    private Results planned(Results results) {
        var json = JsonMapper.shared();
        var known = json.readTree(ResultsJson.text(before)).path("scenarios");
        var tree = json.readTree(ResultsJson.text(results));
        var scenarios = tree.path("scenarios");
        for (int i = 0; i < scenarios.size() && i < known.size(); i++) {
            if (scenarios.path(i) instanceof ObjectNode scenario) {
                var before = known.path(i);
                PLANNED.forEach(it -> scenario.set(it, before.path(it)));
            }
        }
        return StoredResults.parse(json.writeValueAsString(tree), run);
    }
}
