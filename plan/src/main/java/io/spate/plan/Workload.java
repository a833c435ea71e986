package io.spate.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A workload as people write it, in parts: flags, environment and file each give some of them.
 * {@link #over} lays one above another, {@link #executor} makes the whole.
 *
 * @param users virtual users; with stages, how many there are at the start (0 otherwise); with a
 *     rate, how many are made before the start
 * @param duration how long
 * @param iterations iterations, shared by the users
 * @param rate iterations per second
 * @param maxUsers virtual users at most, for a rate
 * @param stages straight lines from one number of users to the next; empty for none
 */
public record Workload(
        OptionalInt users,
        Optional<Duration> duration,
        OptionalLong iterations,
        OptionalDouble rate,
        OptionalInt maxUsers,
        List<Stage> stages) {

    /** Nothing given. */
    public static final Workload NONE =
            new Workload(
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    List.of());

    private static final int RATE_USERS_MAX = 10_000;
    private static final int RATE_USERS_MIN = 100;
    private static final Duration ITERATIONS_LIMIT = Duration.ofMinutes(10);

    public Workload {
        stages = List.copyOf(stages);
    }

    /**
     * This laid over another: what is given here wins. As in k6, another shape given here
     * (iterations, a rate, stages) erases the shape below, and what goes with that alone; a
     * duration alone keeps it, except that it replaces stages, which have durations of their own.
     * Users keep it too: over stages they are the users at the start, over a rate those made before
     * the start.
     */
    public Workload over(Workload below) {
        var reshapes =
                iterations.isPresent()
                        || rate.isPresent()
                        || !stages.isEmpty()
                        || (duration.isPresent() && !below.stages.isEmpty());
        if (reshapes) {
            var keepsDuration = rate.isPresent() || iterations.isPresent();
            return new Workload(
                    users.isPresent() || !stages.isEmpty() ? users : below.users,
                    duration.isPresent() || !keepsDuration ? duration : below.duration,
                    iterations,
                    rate,
                    maxUsers.isPresent() || rate.isEmpty() ? maxUsers : below.maxUsers,
                    stages);
        }
        return new Workload(
                users.isPresent() ? users : below.users,
                duration.isPresent() ? duration : below.duration,
                below.iterations,
                below.rate,
                maxUsers.isPresent() ? maxUsers : below.maxUsers,
                below.stages);
    }

    /**
     * The executor it describes. Nothing given is one user and one iteration, as in k6; users alone
     * are as many iterations. A rate without {@link #maxUsers} may use as many users as it starts
     * in 10 s, but at least 100 and at most 10,000 unless more users are given; without users, as
     * many as it starts in 0.1 s are made before the start.
     *
     * @throws InvalidPlanException naming every problem
     */
    public Executor executor() {
        var problems = new PlanProblems();
        checkValues(problems);
        problems.require(
                        shapes() <= 1,
                        "iterations, rate and stages exclude one another: give one of them")
                .require(
                        stages.isEmpty() || duration.isEmpty(),
                        "stages have durations of their own: leave out duration")
                .require(
                        maxUsers.isEmpty() || rate.isPresent(),
                        "maxUsers goes with a rate; without one, users is the number of users")
                .require(rate.isEmpty() || duration.isPresent(), "a rate needs a duration")
                .check();
        if (!stages.isEmpty()) {
            return new Executor.RampingVus(users.orElse(0), stages);
        }
        if (rate.isPresent()) {
            return arrivals(rate.getAsDouble());
        }
        if (iterations.isPresent() || duration.isEmpty()) {
            return new Executor.SharedIterations(
                    users.orElse(1),
                    iterations.orElse(users.orElse(1)),
                    duration.orElse(ITERATIONS_LIMIT));
        }
        return new Executor.ConstantVus(users.orElse(1), duration.get());
    }

    /** The executor checks them too, but not beside contradictions, which leave no executor. */
    private void checkValues(PlanProblems problems) {
        users.ifPresent(it -> problems.users("users", it, stages.isEmpty() ? 1 : 0));
        duration.ifPresent(it -> problems.positive("duration", it));
        iterations.ifPresent(problems::iterations);
        rate.ifPresent(problems::rate);
        maxUsers.ifPresent(it -> problems.users("maxUsers", it, Math.max(1, users.orElse(1))));
    }

    private Executor arrivals(double perSecond) {
        int enough = (int) Math.clamp(Math.ceil(perSecond * 10), RATE_USERS_MIN, RATE_USERS_MAX);
        int most = maxUsers.orElse(Math.max(enough, users.orElse(0)));
        int first = users.orElse(Math.min(most, (int) Math.clamp(perSecond / 10, 1, 1_000)));
        return new Executor.ConstantArrivalRate(perSecond, duration.orElseThrow(), first, most);
    }

    private int shapes() {
        return (iterations.isPresent() ? 1 : 0)
                + (rate.isPresent() ? 1 : 0)
                + (stages.isEmpty() ? 0 : 1);
    }
}
