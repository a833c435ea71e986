package io.spate.script;

import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import io.spate.plan.LoadLevel;
import io.spate.plan.LoadPattern;
import io.spate.plan.LoadScale;
import io.spate.plan.LoadShape;
import io.spate.plan.Profile;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import io.spate.plan.Spacing;
import io.spate.plan.Stage;
import io.spate.plan.TestType;
import io.spate.plan.ThinkTime;
import io.spate.plan.Workload;
import io.spate.script.chance.WeightedChoice;
import io.spate.script.feed.Feeder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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
    private final List<Action<? super T>> tasks = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private final WorkloadDraft workload = new WorkloadDraft();
    private final ThresholdList thresholds;
    private final FeedList feeds;
    private ThinkTime think = ThinkTime.NONE;
    private Duration pacing = Duration.ZERO;
    private Optional<String> after = Optional.empty();
    private Duration startTime = Duration.ZERO;
    private Duration gracefulStop = Scenario.DEFAULT_GRACEFUL_STOP;
    private Tags tags = Tags.NONE;
    private Action<? super T> onStart = _ -> {};
    private Action<? super T> onStop = _ -> {};

    ScenarioBuilder(
            String name,
            Function<? super User, ? extends T> factory,
            Problems problems,
            ThresholdList thresholds) {
        this.name = name;
        this.factory = factory;
        this.problems = problems;
        this.thresholds = thresholds;
        this.feeds = new FeedList(name, problems);
    }

    /** How many virtual users; with a rate, how many are made before the start. */
    public ScenarioBuilder<T> users(int users) {
        workload.users(users);
        return this;
    }

    /** How long, such as {@code 1m30s}. */
    public ScenarioBuilder<T> duration(String duration) {
        return parsed("duration", duration, workload::duration);
    }

    /** How many iterations, shared by the users. */
    public ScenarioBuilder<T> iterations(long iterations) {
        return profile(new Profile.Iterations(iterations));
    }

    /** How many iterations each user makes. */
    public ScenarioBuilder<T> iterationsPerUser(long iterations) {
        return profile(new Profile.IterationsPerUser(iterations));
    }

    /**
     * How many iterations start each second, however long they take; with {@link #rateStage}, at
     * the start.
     */
    public ScenarioBuilder<T> rate(double perSecond) {
        return profile(new Profile.Rate(perSecond));
    }

    /** Adds a straight line from the last rate to another: {@code rateStage("30s", 200)}. */
    public ScenarioBuilder<T> rateStage(String duration, double perSecond) {
        return parsed(
                "rateStage",
                duration,
                value -> workload.rateStage(new RateStage(value, perSecond)));
    }

    /** Starts the iterations of a rate at random, as people arrive, not at even distances. */
    public ScenarioBuilder<T> poisson() {
        workload.spacing(Spacing.POISSON);
        return this;
    }

    /** The most virtual users that a rate may use; what finds none free is dropped and counted. */
    public ScenarioBuilder<T> maxUsers(int maxUsers) {
        workload.maxUsers(maxUsers);
        return this;
    }

    /** Adds a straight line from the last number of users to another: {@code stage("30s", 50)}. */
    public ScenarioBuilder<T> stage(String duration, int users) {
        return parsed("stage", duration, value -> workload.stage(new Stage(value, users)));
    }

    /** So many more users every so often, until all are there: {@code steps(10, "1m")}. */
    public ScenarioBuilder<T> steps(int added, String every) {
        return parsed("steps", every, value -> profile(new Profile.Steps(added, value)));
    }

    /** Users that start at a rate per second until all are there. */
    public ScenarioBuilder<T> spawnRate(double usersPerSecond) {
        return profile(new Profile.SpawnRate(usersPerSecond));
    }

    /**
     * Each user makes some iterations at once, then pauses: {@code burst(10, "500ms..2s")}.
     *
     * @param pause as in {@link #think(String)}
     */
    public ScenarioBuilder<T> burst(int iterations, String pause) {
        return attempted(
                "burst",
                () -> ThinkTime.parse(pause),
                value -> profile(new Profile.Burst(iterations, value)));
    }

    /** A number of users that code works out as the run goes on. */
    public ScenarioBuilder<T> shape(LoadShape shape) {
        return profile(new Profile.Shape(shape));
    }

    /** Iterations per second that code works out as the run goes on. */
    public ScenarioBuilder<T> rateShape(LoadShape shape) {
        return profile(new Profile.Shape(shape, true));
    }

    /** All users within a time, which then stay: {@code rampUp("30s")}. */
    public ScenarioBuilder<T> rampUp(String time) {
        return parsed("rampUp", time, value -> profile(new Profile.RampUp(value)));
    }

    /** One of the usual kinds of load test; users and a duration stretch it. */
    public ScenarioBuilder<T> type(TestType type) {
        return profile(new Profile.Preset(type));
    }

    /** The same by its name: {@code smoke}, {@code load}, {@code stress}, {@code spike} ... */
    public ScenarioBuilder<T> type(String type) {
        return attempted("type", () -> TestType.parse(type), this::type);
    }

    /** A named level of load, of which any part may be said otherwise: {@code light}. */
    public ScenarioBuilder<T> level(String level) {
        return attempted(
                "level", () -> LoadLevel.parse(level), it -> workload.below(it.workload()));
    }

    /** A named size of the test, of which any part may be said otherwise: {@code small}. */
    public ScenarioBuilder<T> scale(String scale) {
        return attempted(
                "scale", () -> LoadScale.parse(scale), it -> workload.below(it.workload()));
    }

    /** A named way to put load on a target, with its pauses: {@code sustained}, {@code burst}. */
    public ScenarioBuilder<T> pattern(String pattern) {
        return attempted(
                "pattern",
                () -> LoadPattern.parse(pattern),
                it -> {
                    workload.below(it.workload());
                    think(it.think());
                });
    }

    /** Adds to the shape of the workload; two shapes are a contradiction, which is told. */
    private ScenarioBuilder<T> profile(Profile profile) {
        workload.profile(profile);
        return this;
    }

    /** Sets the whole workload in place of what has been said of it so far. */
    public ScenarioBuilder<T> workload(Workload workload) {
        this.workload.replace(workload);
        return this;
    }

    /**
     * The pause of a virtual user between two iterations: {@code 1s}, any length within bounds as
     * in {@code 1s..3s}, or around a mean.
     *
     * @param pause as {@link ThinkTime#parse} reads it
     */
    public ScenarioBuilder<T> think(String pause) {
        return attempted("think", () -> ThinkTime.parse(pause), this::think);
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

    /**
     * The least time from the start of a user's iteration to that of its next. Iterations are then
     * due at these distances, and measured from when they were due.
     */
    public ScenarioBuilder<T> pacing(String every) {
        return parsed("pacing", every, value -> pacing = value);
    }

    /** Begins when another scenario has ended. */
    public ScenarioBuilder<T> after(String scenario) {
        after = Optional.of(scenario);
        return this;
    }

    /** How long after the run's start, or the end of the other scenario, it begins. */
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

    /** Judges the run by a condition on what this scenario records of a metric. */
    public ScenarioBuilder<T> threshold(String selector, String expression) {
        thresholds.add(Place.here(), selector, expression, Tags.of("scenario", name));
        return this;
    }

    /** Judges the run by a condition, which is narrowed to this scenario. */
    public ScenarioBuilder<T> threshold(Threshold threshold) {
        thresholds.add(Place.here(), threshold, Tags.of("scenario", name));
        return this;
    }

    /** Gives each iteration a row of data; further feeders add further columns. */
    public ScenarioBuilder<T> feed(Feeder feeder) {
        feeds.feed(Place.here(), feeder);
        return this;
    }

    /** What a virtual user does once, before its first iteration, such as logging in. */
    public ScenarioBuilder<T> onStart(Action<? super T> action) {
        onStart = action;
        return this;
    }

    /** What a virtual user does once, after its last iteration, unless it is cut off. */
    public ScenarioBuilder<T> onStop(Action<? super T> action) {
        onStop = action;
        return this;
    }

    /** Adds a task of weight 1. */
    public ScenarioBuilder<T> task(Action<? super T> task) {
        return task(1, task);
    }

    /**
     * Adds a task. Each iteration does one task, chosen at random by weight.
     *
     * @param weight its share among the weights of all tasks; 0 switches it off
     */
    public ScenarioBuilder<T> task(int weight, Action<? super T> task) {
        if (weight < 0) {
            problems.add(what("a task's weight must not be negative, but is " + weight));
        }
        weights.add(weight < 0 ? 1 : weight);
        tasks.add(task);
        return this;
    }

    /** The scenario that must have ended before this one begins. */
    Optional<String> after() {
        return after;
    }

    Place place() {
        return place;
    }

    /** The scenario, its workload overridden; empty where it has mistakes, which are gathered. */
    Optional<ScenarioDefinition<T>> build(LoadOptions options) {
        var weight = weights.stream().mapToLong(Integer::longValue).sum();
        if (weight < 1) {
            problems.add(place, what("it has nothing to do: add .task(user -> ...)"));
        } else if (weight > Integer.MAX_VALUE) {
            problems.add(place, what("its tasks' weights add up to more than 2147483647"));
        }
        var scenario =
                problems.attempt(
                        place, "scenario \"%s\"".formatted(name), () -> plan(options.workload()));
        if (scenario.isEmpty() || weight < 1 || weight > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(
                new ScenarioDefinition<>(
                        scenario.get(),
                        factory,
                        onStart,
                        onStop,
                        new WeightedChoice<>(tasks, weights),
                        feeds.open(scenario.get(), options)));
    }

    private Scenario plan(Workload override) {
        return new Scenario(
                name,
                override.over(workload.workload()).executor(),
                think,
                pacing,
                after,
                startTime,
                gracefulStop,
                tags);
    }

    private ScenarioBuilder<T> parsed(String what, String text, Consumer<Duration> then) {
        return attempted(what, () -> Durations.parse(text), then);
    }

    private <V> ScenarioBuilder<T> attempted(String what, Supplier<V> value, Consumer<V> then) {
        problems.attempt(
                Place.here(),
                what(what),
                () -> {
                    then.accept(value.get());
                    return this;
                });
        return this;
    }

    private String what(String what) {
        return "scenario \"%s\": %s".formatted(name, what);
    }
}
