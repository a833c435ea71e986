package io.spate.script.yaml;

import io.spate.plan.Durations;
import io.spate.plan.Profile;
import io.spate.plan.Stage;
import io.spate.plan.ThinkTime;
import io.spate.plan.Workload;
import io.spate.script.TestBuilder;
import io.spate.script.yaml.Step.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a scenario. */
final class ScenarioBinder {
    static final Set<String> KEYS =
            Set.of(
                    "users",
                    "duration",
                    "iterations",
                    "rate",
                    "maxUsers",
                    "stages",
                    "think",
                    "startTime",
                    "gracefulStop",
                    "tags",
                    "onStart",
                    "steps",
                    "tasks");

    static final Set<String> STAGE_KEYS = Set.of("duration", "target");
    static final Set<String> TASK_KEYS = Set.of("name", "weight", "steps");

    private final YamlProblems problems;
    private final FixedTexts fixed;
    private final AddressBinder addresses;

    ScenarioBinder(YamlProblems problems, FixedTexts fixed, AddressBinder addresses) {
        this.problems = problems;
        this.fixed = fixed;
        this.addresses = addresses;
    }

    /**
     * What a scenario says.
     *
     * @param variables the names of what its steps extract
     */
    record BoundScenario(
            String name,
            Workload workload,
            Optional<ThinkTime> think,
            Optional<Duration> startTime,
            Optional<Duration> gracefulStop,
            Map<String, String> tags,
            List<Step> onStart,
            List<BoundTask> tasks,
            List<String> variables) {

        void define(TestBuilder test) {
            var names = variables;
            var scenario =
                    test.scenario(name, user -> new YamlSession(user, names)).workload(workload);
            think.ifPresent(scenario::think);
            startTime.ifPresent(it -> scenario.startTime(Durations.format(it)));
            gracefulStop.ifPresent(it -> scenario.gracefulStop(Durations.format(it)));
            tags.forEach(scenario::tag);
            if (!onStart.isEmpty()) {
                scenario.onStart(session -> session.run(onStart));
            }
            tasks.forEach(
                    task -> scenario.task(task.weight(), session -> session.run(task.steps())));
        }
    }

    /** A task: steps with a weight. */
    record BoundTask(int weight, List<Step> steps) {}

    BoundScenario scenario(String name, Node node) {
        var fields = Fields.of(node, "scenario \"%s\"".formatted(name), KEYS, problems);
        var workload = workload(fields);
        problems.attempt(node, "scenario \"%s\": ".formatted(name), workload::executor);
        var variables = new Variables(fixed.values());
        var steps = new StepBinder(variables, addresses, problems);
        var onStart = steps.steps(fields.list("onStart"));
        var tasks = tasks(name, fields, steps);
        return new BoundScenario(
                name,
                workload,
                fields.parsed("think", ThinkTime::parse),
                fields.parsed("startTime", Durations::parse),
                fields.parsed("gracefulStop", Durations::parse),
                fixed.texts(fields, "tags"),
                onStart,
                tasks,
                variables.names());
    }

    private List<BoundTask> tasks(String name, Fields fields, StepBinder binder) {
        if (fields.has("steps") == fields.has("tasks")) {
            problems.add(
                    fields.key("tasks"),
                    "scenario \"%s\" needs either steps or tasks".formatted(name));
        }
        var tasks = new ArrayList<BoundTask>();
        if (fields.has("steps")) {
            addTask(tasks, fields, 1, binder);
        }
        for (var node : fields.list("tasks")) {
            var task = Fields.of(node, "a task", TASK_KEYS, problems);
            var weight = task.wholeNumber("weight").orElse(1);
            if (weight < 0) {
                problems.add(task.key("weight"), "weight must not be negative");
            }
            addTask(tasks, task, Math.max(0, weight), binder);
        }
        if (fields.has("tasks") && tasks.stream().allMatch(it -> it.weight() == 0)) {
            problems.add(fields.key("tasks"), "tasks has none to do: one needs a weight above 0");
        }
        return tasks;
    }

    private void addTask(List<BoundTask> tasks, Fields fields, int weight, StepBinder binder) {
        var steps = binder.steps(fields.list("steps"));
        if (steps.stream().noneMatch(Request.class::isInstance)) {
            problems.add(fields.key("steps"), "steps has no request: add - get: /path");
        }
        tasks.add(new BoundTask(weight, steps));
    }

    private Workload workload(Fields fields) {
        var profiles = new ArrayList<Profile>();
        fields.longNumber("iterations").map(Profile.Iterations::new).ifPresent(profiles::add);
        fields.number("rate").map(Profile.Rate::new).ifPresent(profiles::add);
        if (fields.has("stages")) {
            profiles.add(new Profile.Stages(stages(fields)));
        }
        return new Workload(
                fields.wholeNumber("users").map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.parsed("duration", Durations::parse),
                fields.wholeNumber("maxUsers").map(OptionalInt::of).orElse(OptionalInt.empty()),
                profiles,
                Optional.empty());
    }

    private List<Stage> stages(Fields fields) {
        var stages = new ArrayList<Stage>();
        for (var node : fields.list("stages")) {
            var stage = Fields.of(node, "a stage", STAGE_KEYS, problems);
            var duration = stage.parsed("duration", Durations::parse);
            var target = stage.wholeNumber("target");
            if (!stage.has("duration") || !stage.has("target")) {
                problems.add(
                        node, "a stage needs a duration and a target: {duration: 30s, target: 50}");
            }
            if (duration.isPresent() && target.isPresent()) {
                problems.attempt(node, "", () -> new Stage(duration.get(), target.get()))
                        .ifPresent(stages::add);
            }
        }
        return stages;
    }
}
