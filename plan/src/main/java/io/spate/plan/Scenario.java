package io.spate.plan;

import io.spate.metrics.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One kind of behaviour and how much of it.
 *
 * @param name unique in its plan
 * @param executor when its iterations start
 * @param think the pause of a virtual user between two iterations
 * @param pacing the least time from the start of a virtual user's iteration to that of its next;
 *     zero for none. Iterations are then due at these distances, and measured from when they were
 *     due
 * @param after the scenario after whose end it begins; empty for the run's start
 * @param startTime how long after that it begins
 * @param gracefulStop how long running iterations may take to end once the workload is over
 * @param tags put on every series of this scenario
 */
public record Scenario(
        String name,
        Executor executor,
        ThinkTime think,
        Duration pacing,
        Optional<String> after,
        Duration startTime,
        Duration gracefulStop,
        Tags tags) {

    /** How long running iterations may take to end, unless told otherwise. */
    public static final Duration DEFAULT_GRACEFUL_STOP = Duration.ofSeconds(5);

    /** A scenario without pacing that begins some time after the run's start. */
    public Scenario(
            String name,
            Executor executor,
            ThinkTime think,
            Duration startTime,
            Duration gracefulStop,
            Tags tags) {
        this(name, executor, think, Duration.ZERO, Optional.empty(), startTime, gracefulStop, tags);
    }

    public Scenario {
        new PlanProblems()
                .require(!name.isBlank(), "a scenario needs a name")
                .require(!pacing.isNegative(), "pacing must not be negative")
                .require(!startTime.isNegative(), "startTime must not be negative")
                .require(!gracefulStop.isNegative(), "gracefulStop must not be negative")
                .check();
    }

    /** The same with another workload. */
    public Scenario withExecutor(Executor other) {
        return new Scenario(name, other, think, pacing, after, startTime, gracefulStop, tags);
    }

    /** The same with another pause between iterations. */
    public Scenario withThink(ThinkTime other) {
        return new Scenario(name, executor, other, pacing, after, startTime, gracefulStop, tags);
    }

    /** The same with another pacing. */
    public Scenario withPacing(Duration other) {
        return new Scenario(name, executor, think, other, after, startTime, gracefulStop, tags);
    }

    /** Whether iterations start at a rate, whatever became of earlier ones. */
    public boolean isOpen() {
        return switch (executor) {
            case Executor.ConstantArrivalRate _, Executor.RampingArrivalRate _ -> true;
            case Executor.Shape shape -> shape.open();
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.SharedIterations _,
                    Executor.PerVuIterations _,
                    Executor.Steps _,
                    Executor.Burst _ ->
                    false;
        };
    }

    /**
     * The highest rate at which iterations start, per second; empty where they start by users, or
     * by code that decides while it runs.
     */
    public OptionalDouble rateMax() {
        return switch (executor) {
            case Executor.ConstantArrivalRate it -> OptionalDouble.of(it.rate());
            case Executor.RampingArrivalRate it ->
                    OptionalDouble.of(
                            it.stages().stream()
                                    .mapToDouble(RateStage::target)
                                    .reduce(it.startRate(), Math::max));
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.SharedIterations _,
                    Executor.PerVuIterations _,
                    Executor.Steps _,
                    Executor.Burst _,
                    Executor.Shape _ ->
                    OptionalDouble.empty();
        };
    }

    /**
     * What it does, in k6's words: {@code 50 looping VUs for 1m0s (startTime: 10s, gracefulStop:
     * 5s)}.
     */
    public String describe() {
        var details = new ArrayList<String>();
        if (!executor.limits().isEmpty()) {
            details.add(executor.limits());
        }
        after.ifPresent(it -> details.add("after: " + it));
        if (startTime.isPositive()) {
            details.add("startTime: " + Durations.formatFull(startTime));
        }
        details.add("gracefulStop: " + Durations.formatFull(gracefulStop));
        return "%s (%s)".formatted(executor.describe(), String.join(", ", details));
    }

    /** A scenario that starts at once, without think time or tags of its own. */
    public static Scenario of(String name, Executor executor) {
        return new Scenario(
                name,
                executor,
                ThinkTime.NONE,
                Duration.ZERO,
                Optional.empty(),
                Duration.ZERO,
                DEFAULT_GRACEFUL_STOP,
                Tags.NONE);
    }
}
