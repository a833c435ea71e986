package io.spate.script;

import io.spate.metrics.Tags;
import io.spate.plan.Durations;
import io.spate.plan.Profile;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.ThinkTime;
import io.spate.plan.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the description of a scenario: how much of it, and what its virtual users do.
 *
 * @param <T> what carries the state of a virtual user
 */
public final class ScenarioBuilder<T> {
    private final String name;
    private final Function<? super User, ? extends T> factory;
    private final Problems problems;
    private final Place place = Place.here();
    private final List<Task<? super T>> tasks = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private Workload workload = Workload.NONE;
    private ThinkTime think = ThinkTime.NONE;
    private Duration startTime = Duration.ZERO;
    private Duration gracefulStop = Scenario.DEFAULT_GRACEFUL_STOP;
    private Tags tags = Tags.NONE;
    private Task<? super T> onStart = _ -> {};

    ScenarioBuilder(String name, Function<? super User, ? extends T> factory, Problems problems) {
        this.name = name;
        this.factory = factory;
        this.problems = problems;
    }

    /** How many virtual users; with a rate, how many are made before the start. */
    public ScenarioBuilder<T> users(int users) {
        workload = workload.withUsers(users);
        return this;
    }

    /** How long, such as {@code 1m30s}. */
    public ScenarioBuilder<T> duration(String duration) {
        return parsed("duration", duration, value -> workload = workload.withDuration(value));
    }

    /** How many iterations, shared by the users. */
    public ScenarioBuilder<T> iterations(long iterations) {
        workload = workload.with(new Profile.Iterations(iterations));
        return this;
    }

    /** How many iterations start each second, however long they take. */
    public ScenarioBuilder<T> rate(double perSecond) {
        workload = workload.with(new Profile.Rate(perSecond));
        return this;
    }

    /** The most virtual users that a rate may use; what finds none free is dropped and counted. */
    public ScenarioBuilder<T> maxUsers(int maxUsers) {
        workload = workload.withMaxUsers(maxUsers);
        return this;
    }

    /** Adds a straight line from the last number of users to another: {@code stage("30s", 50)}. */
    public ScenarioBuilder<T> stage(String duration, int users) {
        return parsed("stage", duration, value -> stages.add(new Stage(value, users)));
    }

    /** Sets the whole workload in place of what has been said of it so far. */
    public ScenarioBuilder<T> workload(Workload workload) {
        this.workload = workload;
        stages.clear();
        return this;
    }

    /** The pause of a virtual user between two iterations. */
    public ScenarioBuilder<T> think(String pause) {
        return parsed("think", pause, value -> think(new ThinkTime.Constant(value)));
    }

    /** A pause between two iterations of any length between two bounds. */
    public ScenarioBuilder<T> think(String min, String max) {
        return parsed(
                "think",
                min,
                least -> parsed("think", max, most -> think(new ThinkTime.Uniform(least, most))));
    }

    /** The pause between two iterations. */
    public ScenarioBuilder<T> think(ThinkTime think) {
        this.think = think;
        return this;
    }

    /** How long after the run's start the scenario begins. */
    public ScenarioBuilder<T> startTime(String delay) {
        return parsed("startTime", delay, value -> startTime = value);
    }

    /** How long running iterations may take to end once the workload is over. */
    public ScenarioBuilder<T> gracefulStop(String limit) {
        return parsed("gracefulStop", limit, value -> gracefulStop = value);
    }

    /** Puts a tag on everything the scenario records. */
    public ScenarioBuilder<T> tag(String name, String value) {
        tags = tags.with(name, value);
        return this;
    }

    /** What a virtual user does once, before its first iteration, such as logging in. */
    public ScenarioBuilder<T> onStart(Task<? super T> task) {
        onStart = task;
        return this;
    }

    /** Adds a task of weight 1. */
    public ScenarioBuilder<T> task(Task<? super T> task) {
        return task(1, task);
    }

    /**
     * Adds a task. Each iteration does one task, chosen at random by weight.
     *
     * @param weight its share among the weights of all tasks; 0 switches it off
     */
    public ScenarioBuilder<T> task(int weight, Task<? super T> task) {
        if (weight < 0) {
            problems.add(what("a task's weight must not be negative, but is " + weight));
        }
        weights.add(weight < 0 ? 1 : weight);
        tasks.add(task);
        return this;
    }

    /** The scenario, its workload overridden; empty where it has mistakes, which are gathered. */
    Optional<ScenarioDefinition<T>> build(Workload override) {
        var weight = weights.stream().mapToLong(Integer::longValue).sum();
        if (weight < 1) {
            problems.add(place, what("it has nothing to do: add .task(user -> ...)"));
        } else if (weight > Integer.MAX_VALUE) {
            problems.add(place, what("its tasks' weights add up to more than 2147483647"));
        }
        var scenario =
                problems.attempt(place, "scenario \"%s\"".formatted(name), () -> plan(override));
        if (scenario.isEmpty() || weight < 1 || weight > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(
                new ScenarioDefinition<>(
                        scenario.get(), factory, onStart, new WeightedTasks<>(tasks, weights)));
    }

    private Scenario plan(Workload override) {
        var own = stages.isEmpty() ? workload : workload.with(new Profile.Stages(stages));
        return new Scenario(
                name,
                override.over(own).executor(),
                think,
                Duration.ZERO,
                Optional.empty(),
                startTime,
                gracefulStop,
                tags);
    }

    private ScenarioBuilder<T> parsed(String what, String text, Consumer<Duration> then) {
        problems.attempt(
                Place.here(),
                what(what),
                () -> {
                    then.accept(Durations.parse(text));
                    return this;
                });
        return this;
    }

    private String what(String what) {
        return "scenario \"%s\": %s".formatted(name, what);
    }
}
