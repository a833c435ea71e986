package io.spate.plan;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the executor of a workload, or says why there is none. */
final class ExecutorOf {
    private static final int RATE_USERS_MAX = 10_000;
    private static final int RATE_USERS_MIN = 100;
    private static final Duration ITERATIONS_LIMIT = Duration.ofMinutes(10);
    private static final Duration SHAPE_LIMIT = Duration.ofHours(24);

    private final Workload workload;
    private final PlanProblems problems = new PlanProblems();

    ExecutorOf(Workload workload) {
        this.workload = workload;
    }

    Executor executor() {
        check();
        if (workload.profiles().isEmpty()) {
            return workload.duration().isPresent()
                    ? new Executor.ConstantVus(users(1), duration())
                    : shared(users(1));
        }
        return switch (workload.profiles().getFirst()) {
            case Profile.Iterations(var count) -> shared(count);
            case Profile.IterationsPerUser(var count) ->
                    new Executor.PerVuIterations(
                            users(1), count, workload.duration().orElse(ITERATIONS_LIMIT));
            case Profile.Rate(var perSecond) -> arrivals(perSecond);
            case Profile.RateStages(var start, var stages) -> ramp(start, stages);
            case Profile.Stages(var stages) -> new Executor.RampingVus(users(0), stages);
            case Profile.Steps(var added, var every) -> steps(added, every);
            case Profile.SpawnRate(var perSecond) -> spawn(perSecond);
            case Profile.RampUp(var time) -> rampUp(time);
            case Profile.Burst(var size, var pause) ->
                    new Executor.Burst(users(1), size, pause, duration());
            case Profile.Preset(var type) -> preset(type);
            case Profile.Shape(var shape, var open) ->
                    new Executor.Shape(
                            shape,
                            open,
                            workload.duration().orElse(SHAPE_LIMIT),
                            workload.maxUsers().orElse(Math.max(RATE_USERS_MAX, users(0))));
        };
    }

    private void check() {
        var profiles = workload.profiles();
        // The executor checks values too, but not beside contradictions, which leave no executor.
        var least = profiles.stream().anyMatch(it -> it instanceof Profile.Stages) ? 0 : 1;
        workload.users().ifPresent(it -> problems.users("users", it, least));
        workload.duration().ifPresent(it -> problems.positive("duration", it));
        workload.maxUsers().ifPresent(it -> problems.users("maxUsers", it, Math.max(1, users(1))));
        profiles.forEach(this::checkValues);
        problems.require(
                        profiles.size() <= 1,
                        "%s exclude one another: give one of them".formatted(names(profiles)))
                .require(
                        workload.maxUsers().isEmpty() || isOpen() || hasShape(),
                        "maxUsers goes with a rate or a shape; without one, users is the number of"
                                + " users")
                .require(
                        workload.spacing().isEmpty() || isOpen(),
                        "spacing goes with a rate; without one, iterations follow one another");
        profiles.forEach(this::checkDuration);
        problems.check();
    }

    private void checkValues(Profile profile) {
        switch (profile) {
            case Profile.Iterations(var count) -> problems.iterations(count);
            case Profile.IterationsPerUser(var count) -> problems.iterations(count);
            case Profile.Rate(var perSecond) -> problems.rate(perSecond);
            case Profile.Steps(var added, var every) ->
                    problems.users("users added by a step", added, 1)
                            .positive("a step's duration", every)
                            .require(
                                    workload.users().isPresent() || workload.duration().isPresent(),
                                    "steps need an end: give users or a duration")
                            .require(
                                    workload.users().isEmpty() || users(0) >= added,
                                    "users must be at least what a step adds, %d, not %d"
                                            .formatted(added, users(0)));
            case Profile.SpawnRate(var perSecond) ->
                    problems.require(
                            perSecond > 0 && perSecond <= Executor.RATE_MAX,
                            "spawn rate must be above 0 users per second, not " + perSecond);
            case Profile.RampUp(var time) -> problems.positive("ramp-up", time);
            case Profile.Burst(var size, var _) ->
                    problems.require(size >= 1, "a burst needs at least 1 iteration, not " + size);
            // Theirs are checked by the executor, or there are none.
            case Profile.RateStages _, Profile.Stages _, Profile.Preset _, Profile.Shape _ -> {}
        }
    }

    private void checkDuration(Profile profile) {
        var given = workload.duration().isPresent();
        switch (profile) {
            case Profile.Stages _ ->
                    problems.require(
                            !given, "stages have durations of their own: leave out duration");
            case Profile.RateStages _ ->
                    problems.require(
                            !given, "stages have durations of their own: leave out duration");
            case Profile.Rate _ -> problems.require(given, "a rate needs a duration");
            case Profile.SpawnRate _ -> problems.require(given, "a spawn rate needs a duration");
            case Profile.RampUp _ -> problems.require(given, "a ramp-up needs a duration");
            case Profile.Burst _ -> problems.require(given, "bursts need a duration");
            case Profile.Iterations _,
                    Profile.IterationsPerUser _,
                    Profile.Steps _,
                    Profile.Preset _,
                    Profile.Shape _ -> {}
        }
    }

    private boolean isOpen() {
        return workload.profiles().stream()
                .anyMatch(it -> it instanceof Profile.Rate || it instanceof Profile.RateStages);
    }

    private boolean hasShape() {
        return workload.profiles().stream().anyMatch(it -> it instanceof Profile.Shape);
    }

    /** Such as {@code iterations, rate and stages}. */
    private static String names(List<Profile> profiles) {
        var names = profiles.stream().map(Profile::word).toList();
        int last = Math.max(0, names.size() - 1);
        return names.stream().limit(last).collect(Collectors.joining(", "))
                + names.stream().skip(last).map(" and "::concat).collect(Collectors.joining());
    }

    private int users(int otherwise) {
        return workload.users().orElse(otherwise);
    }

    private Duration duration() {
        return workload.duration().orElseThrow();
    }

    private Executor shared(long iterations) {
        return new Executor.SharedIterations(
                users(1), iterations, workload.duration().orElse(ITERATIONS_LIMIT));
    }

    private Executor arrivals(double perSecond) {
        int most = usersMax(perSecond);
        return new Executor.ConstantArrivalRate(
                perSecond, duration(), usersAtFirst(perSecond, most), most, spacing());
    }

    private Executor ramp(double startRate, List<RateStage> stages) {
        double greatest =
                stages.stream().mapToDouble(RateStage::target).reduce(startRate, Math::max);
        int most = usersMax(greatest);
        return new Executor.RampingArrivalRate(
                startRate, stages, usersAtFirst(greatest, most), most, spacing());
    }

    private int usersMax(double perSecond) {
        int enough = (int) Math.clamp(Math.ceil(perSecond * 10), RATE_USERS_MIN, RATE_USERS_MAX);
        return workload.maxUsers().orElse(Math.max(enough, users(0)));
    }

    private int usersAtFirst(double perSecond, int most) {
        return users(Math.min(most, (int) Math.clamp(perSecond / 10, 1, 1_000)));
    }

    private Spacing spacing() {
        return workload.spacing().orElse(Spacing.EVEN);
    }

    private Executor steps(int added, Duration every) {
        int users = workload.users().orElseGet(() -> usersOfSteps(added, every));
        int steps = Math.ceilDiv(users, added);
        return new Executor.Steps(
                added,
                added,
                every,
                users,
                workload.duration().orElseGet(() -> every.multipliedBy(steps)));
    }

    private int usersOfSteps(int added, Duration every) {
        var steps = Math.ceilDiv(duration().toNanos(), every.toNanos());
        return (int) Math.min(steps * (double) added, PlanProblems.USERS_MAX);
    }

    /** As in Locust: the first user starts at once, and the ramp is part of the duration. */
    private Executor spawn(double perSecond) {
        int users = users(1);
        double seconds = duration().toNanos() / 1e9;
        int started = (int) Math.min(users, 1 + Math.floor(seconds * perSecond));
        var ramp = Duration.ofNanos(Math.round((started - 1) / perSecond * 1e9));
        return hold(1, ramp.compareTo(duration()) > 0 ? duration() : ramp, started);
    }

    private Executor rampUp(Duration time) {
        if (time.compareTo(duration()) <= 0) {
            return hold(0, time, users(1));
        }
        throw new InvalidPlanException(
                List.of(
                        "the ramp-up (%s) must not be longer than the duration (%s)"
                                .formatted(Durations.format(time), Durations.format(duration()))));
    }

    private Executor hold(int first, Duration ramp, int users) {
        return new Executor.RampingVus(
                first, List.of(new Stage(ramp, users), new Stage(duration().minus(ramp), users)));
    }

    private Executor preset(TestType type) {
        return Presets.of(type, workload.users(), workload.duration());
    }
}
