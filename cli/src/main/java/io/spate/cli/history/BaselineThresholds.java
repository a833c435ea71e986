package io.spate.cli.history;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.Totals;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.TestPlan;
import io.spate.store.Baseline;
import io.spate.store.Machine;
import io.spate.store.PlanFacts;
import io.spate.store.RunStore;
import io.spate.store.StoreLocation;
import io.spate.store.StoredRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Gives thresholds that are relative to the baseline their numbers, before a run. */
public final class BaselineThresholds {
    private final TestPlan plan;
    private final Machine machine;
    private final Consumer<String> messages;

    private BaselineThresholds(TestPlan plan, Machine machine, Consumer<String> messages) {
        this.plan = plan;
        this.machine = machine;
        this.messages = messages;
    }

    /**
     * The plan with numbers in its thresholds.
     *
     * @param place of the history; nothing where there is none
     * @throws UsageException where there is no baseline of this plan
     */
    public static TestPlan over(
            SpateProcess process,
            TestPlan plan,
            Optional<StoreLocation> place,
            Consumer<String> messages) {
        if (plan.thresholds().stream().noneMatch(BaselineThresholds::isRelative)) {
            return plan;
        }
        var there =
                place.filter(RunStore::isThere)
                        .orElseThrow(
                                () -> new UsageException(missing(plan, "there is no history")));
        var resolving = new BaselineThresholds(plan, MachineFacts.of(process), messages);
        return Histories.guarded(
                () -> {
                    try (var store = RunStore.open(there, Ticker.system())) {
                        return resolving.resolved(store);
                    }
                });
    }

    private static boolean isRelative(Threshold threshold) {
        return threshold.condition().relative().isPresent();
    }

    private static String missing(TestPlan plan, String why) {
        return ("the threshold %s needs a baseline of the test '%s', and %s. Run the test once"
                        + " without it, then: spate baseline set latest")
                .formatted(
                        plan.thresholds().stream()
                                .filter(BaselineThresholds::isRelative)
                                .map(it -> "'" + words(it) + "'")
                                .collect(Collectors.joining(", ")),
                        plan.name(),
                        why);
    }

    private static String words(Threshold threshold) {
        return threshold.selector().text() + ": " + threshold.expression();
    }

    private TestPlan resolved(RunStore store) {
        boolean isSet =
                store.baselines().stream()
                        .anyMatch(
                                it ->
                                        it.name().equals(Baseline.DEFAULT)
                                                && it.test().equals(plan.name()));
        if (!isSet) {
            throw new UsageException(missing(plan, "none is set"));
        }
        var run = store.find(Baseline.DEFAULT, Optional.of(plan.name()));
        check(run);
        var parts = parts(store, run);
        List<Threshold> thresholds =
                plan.thresholds().stream().map(it -> resolved(it, run, parts)).toList();
        return plan.withThresholds(thresholds);
    }

    /** Another load gives other figures, so that nothing follows from them. */
    private void check(StoredRun run) {
        var mine = PlanFacts.of(plan);
        var theirs = run.facts().plan();
        if (!mine.key().equals(theirs.key())) {
            throw new UsageException(
                    missing(
                            plan,
                            "the baseline %s ran another plan (%s; this one is %s)"
                                    .formatted(
                                            run.id(),
                                            inOneLine(theirs.description()),
                                            inOneLine(mine.description()))));
        }
        if (!run.facts().machine().isLike(machine)) {
            messages.accept(
                    "spate: the baseline %s ran on another machine: %s, where this one is %s. What differs may be the machine's."
                            .formatted(run.id(), run.facts().machine().words(), machine.words()));
        }
    }

    private static String inOneLine(String description) {
        return description.replace("\n", "; ");
    }

    /** What the baseline came to, in the parts of it that thresholds are about. */
    private Map<Scope, Totals> parts(RunStore store, StoredRun run) {
        Map<Scope, Totals> parts = new HashMap<>();
        plan.thresholds().stream()
                .filter(BaselineThresholds::isRelative)
                .forEach(it -> parts.put(part(it), new Totals()));
        long from = run.measuredFrom().toNanos();
        store.forEachSecond(
                run,
                second -> {
                    if (second.endNanos() > from) {
                        parts.forEach((part, totals) -> add(second, part, totals));
                    }
                });
        return parts;
    }

    /** The worst stretch of a baseline says little: a window is compared with the whole of it. */
    private static Scope part(Threshold threshold) {
        return switch (threshold.scope()) {
            case Scope.Level level -> level;
            case Scope.Run _, Scope.Window _ -> Scope.RUN;
        };
    }

    private void add(Snapshot second, Scope part, Totals totals) {
        boolean within =
                switch (part) {
                    case Scope.Level(var name) ->
                            plan.levels().stream()
                                    .filter(it -> it.name().equals(name))
                                    .anyMatch(it -> it.holds(second));
                    case Scope.Run _, Scope.Window _ -> true;
                };
        if (within) {
            totals.add(second);
        }
    }

    private Threshold resolved(Threshold threshold, StoredRun run, Map<Scope, Totals> parts) {
        if (!isRelative(threshold)) {
            return threshold;
        }
        var totals = parts.getOrDefault(part(threshold), new Totals());
        double value = totals.isEmpty() ? Double.NaN : threshold.judge(totals.snapshot()).value();
        if (Double.isNaN(value)) {
            throw new UsageException(
                    "the threshold '%s': the baseline %s has no values of %s%s"
                            .formatted(
                                    words(threshold),
                                    run.id(),
                                    threshold.selector().text(),
                                    part(threshold).text()));
        }
        var resolved = threshold.relativeTo(value);
        messages.accept(
                "Baseline %s: %s is %s"
                        .formatted(run.id(), words(threshold), resolved.expression()));
        return resolved;
    }
}
