package io.spate.plan;

import java.time.Duration;

/** Makes the executor of a workload, or says why there is none. */
final class ExecutorOf {
    private static final int RATE_USERS_MAX = 10_000;
    private static final int RATE_USERS_MIN = 100;
    private static final Duration ITERATIONS_LIMIT = Duration.ofMinutes(10);

    private final Workload workload;
    private final PlanProblems problems = new PlanProblems();

    ExecutorOf(Workload workload) {
        this.workload = workload;
    }

    Executor executor() {
        check();
        if (workload.profiles().isEmpty()) {
            return workload.duration().isPresent()
                    ? new Executor.ConstantVus(users(1), workload.duration().get())
                    : shared(users(1));
        }
        return switch (workload.profiles().getFirst()) {
            case Profile.Iterations(var count) -> shared(count);
            case Profile.Rate(var perSecond) -> arrivals(perSecond);
            case Profile.Stages(var stages) -> new Executor.RampingVus(users(0), stages);
            case Profile.IterationsPerUser _,
                    Profile.RateStages _,
                    Profile.Steps _,
                    Profile.SpawnRate _,
                    Profile.Burst _,
                    Profile.Preset _,
                    Profile.Shape _ ->
                    throw new UnsupportedOperationException();
        };
    }

    private void check() {
        var profiles = workload.profiles();
        var stages = profiles.stream().anyMatch(it -> it instanceof Profile.Stages);
        var rate = profiles.stream().anyMatch(it -> it instanceof Profile.Rate);
        var duration = workload.duration();
        // The executor checks values too, but not beside contradictions, which leave no executor.
        workload.users().ifPresent(it -> problems.users("users", it, stages ? 0 : 1));
        duration.ifPresent(it -> problems.positive("duration", it));
        workload.maxUsers().ifPresent(it -> problems.users("maxUsers", it, Math.max(1, users(1))));
        for (var profile : profiles) {
            switch (profile) {
                case Profile.Iterations(var count) -> problems.iterations(count);
                case Profile.Rate(var perSecond) -> problems.rate(perSecond);
                case Profile.IterationsPerUser _,
                        Profile.RateStages _,
                        Profile.Stages _,
                        Profile.Steps _,
                        Profile.SpawnRate _,
                        Profile.Burst _,
                        Profile.Preset _,
                        Profile.Shape _ -> {}
            }
        }
        problems.require(
                        profiles.size() <= 1,
                        "iterations, rate and stages exclude one another: give one of them")
                .require(
                        !stages || duration.isEmpty(),
                        "stages have durations of their own: leave out duration")
                .require(
                        workload.maxUsers().isEmpty() || rate,
                        "maxUsers goes with a rate; without one, users is the number of users")
                .require(!rate || duration.isPresent(), "a rate needs a duration")
                .check();
    }

    private int users(int otherwise) {
        return workload.users().orElse(otherwise);
    }

    private Executor shared(long iterations) {
        return new Executor.SharedIterations(
                users(1), iterations, workload.duration().orElse(ITERATIONS_LIMIT));
    }

    private Executor arrivals(double perSecond) {
        int enough = (int) Math.clamp(Math.ceil(perSecond * 10), RATE_USERS_MIN, RATE_USERS_MAX);
        int most = workload.maxUsers().orElse(Math.max(enough, users(0)));
        int first = users(Math.min(most, (int) Math.clamp(perSecond / 10, 1, 1_000)));
        return new Executor.ConstantArrivalRate(
                perSecond,
                workload.duration().orElseThrow(),
                first,
                most,
                workload.spacing().orElse(Spacing.EVEN));
    }
}
