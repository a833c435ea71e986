package io.spate.script.yaml;

import io.spate.metrics.Nearest;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.ThinkTime;
import io.spate.plan.Workload;
import io.spate.script.feed.Feeder;
import io.spate.script.yaml.judge.ThresholdBinder;
import io.spate.script.yaml.step.Step;
import io.spate.script.yaml.step.StepBinder;
import io.spate.script.yaml.step.StepSettings;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Reading;
import io.spate.script.yaml.text.ThinkTimes;
import io.spate.script.yaml.text.Variables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a scenario. */
final class ScenarioBinder {
    /** The keys of a scenario, its workload's among them. */
    static final Set<String> KEYS = keys();

    static final Set<String> TASK_KEYS = Set.of("name", "weight", "steps");

    private final StepSettings settings;
    private final Reading reading;
    private final Variables before;
    private final DataBinder data;
    private final ThresholdBinder thresholds;

    /**
     * For the scenarios of a test.
     *
     * @param before what is set before the scenarios start
     */
    ScenarioBinder(
            StepSettings settings, Variables before, DataBinder data, ThresholdBinder thresholds) {
        this.settings = settings;
        this.reading = settings.reading();
        this.before = before;
        this.data = data;
        this.thresholds = thresholds;
    }

    private static Set<String> keys() {
        var keys =
                new TreeSet<>(
                        Set.of(
                                "think",
                                "pacing",
                                "after",
                                "startTime",
                                "gracefulStop",
                                "tags",
                                "thresholds",
                                "data",
                                "onStart",
                                "onStop",
                                "steps",
                                "tasks"));
        keys.addAll(WorkloadBinder.KEYS);
        return Set.copyOf(keys);
    }

    /**
     * What a scenario says.
     *
     * @param think the pause between iterations
     * @param data what its users are given
     */
    record BoundScenario(
            String name,
            Workload workload,
            Optional<ThinkTime> think,
            Optional<Duration> pacing,
            Optional<String> after,
            Optional<Duration> startTime,
            Optional<Duration> gracefulStop,
            Map<String, String> tags,
            List<Threshold> thresholds,
            List<Feeder> data,
            List<Step> onStart,
            List<Step> onStop,
            List<BoundTask> tasks) {}

    /** One of the things that an iteration may do. */
    record BoundTask(int weight, List<Step> steps) {}

    BoundScenario scenario(String name, Node node, Set<String> scenarios) {
        var what = "scenario \"%s\"".formatted(name);
        var fields = reading.fields(node, what, KEYS);
        var workloads = new WorkloadBinder(reading);
        var workload = workloads.workload(fields);
        reading.problems().attempt(fields.node(), what + ": ", workload::executor);
        var variables = new Variables(before);
        var feeders = data.feeders(fields, variables);
        var binder = new StepBinder(settings, variables);
        // As in a run, so that each may use what the ones before it have set.
        var onStart = binder.steps(fields, "onStart");
        var tasks = tasks(what, fields, binder);
        var onStop = binder.steps(fields, "onStop");
        return new BoundScenario(
                name,
                workload,
                ThinkTimes.of(fields, "think").or(() -> workloads.think(fields)),
                fields.duration("pacing"),
                after(fields, name, scenarios),
                fields.duration("startTime"),
                fields.duration("gracefulStop"),
                fields.texts("tags"),
                fields.node("thresholds")
                        .map(it -> thresholds.thresholds(it, Tags.of("scenario", name)))
                        .orElse(List.of()),
                feeders,
                onStart,
                onStop,
                tasks);
    }

    private static Optional<String> after(Fields fields, String name, Set<String> scenarios) {
        var after = fields.text("after");
        after.filter(it -> it.equals(name) || !scenarios.contains(it))
                .ifPresent(
                        it ->
                                fields.problems()
                                        .add(
                                                fields.node("after").orElseThrow(),
                                                "after: \"%s\" is no other scenario of this test%s"
                                                        .formatted(
                                                                it, Nearest.hint(it, scenarios))));
        return after;
    }

    private List<BoundTask> tasks(String what, Fields fields, StepBinder binder) {
        if (fields.has("steps") == fields.has("tasks")) {
            reading.problems()
                    .add(fields.key("tasks"), "%s needs either steps or tasks".formatted(what));
        }
        var tasks = new ArrayList<BoundTask>();
        if (fields.has("steps")) {
            tasks.add(task(fields, 1, binder));
        }
        for (var node : fields.list("tasks")) {
            var task = reading.fields(node, "a task", TASK_KEYS);
            tasks.add(task(task, StepBinder.weight(task), binder));
        }
        if (fields.has("tasks") && tasks.stream().allMatch(it -> it.weight() == 0)) {
            reading.problems()
                    .add(fields.key("tasks"), "tasks has none to do: one needs a weight above 0");
        }
        return tasks;
    }

    private BoundTask task(Fields fields, int weight, StepBinder binder) {
        var steps = binder.steps(fields, "steps");
        if (!Step.anyRequest(steps)) {
            reading.problems().add(fields.key("steps"), "steps has no request: add - get: /path");
        }
        return new BoundTask(weight, steps);
    }
}
