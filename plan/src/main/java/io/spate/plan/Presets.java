package io.spate.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The workloads of the usual kinds of test, as functions of users and a duration. */
final class Presets {
    private static final int PARTS = 100;

    private final int users;
    private final Duration duration;

    private Presets(int users, Duration duration) {
        this.users = users;
        this.duration = duration;
    }

    static Executor of(TestType type, OptionalInt users, Optional<Duration> duration) {
        return new Presets(
                        users.orElse(type.defaultUsers()), duration.orElse(type.defaultDuration()))
                .executor(type);
    }

    private Executor executor(TestType type) {
        return switch (type) {
            case SMOKE -> new Executor.ConstantVus(users, duration);
            case LOAD -> ramp(0, line(10, users), line(80, users), line(10, 0));
            case STRESS -> stairs();
            case SPIKE -> spike();
            case SOAK -> ramp(0, line(5, users), line(90, users), line(5, 0));
            case BREAKPOINT -> ramp(0, line(100, users));
            case STEP -> steps();
        };
    }

    /** Four levels, each reached by a short ramp, and down to nothing. */
    private Executor stairs() {
        var stages = new ArrayList<Part>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            int level = Math.max(1, Math.ceilDiv(users * quarter, 4));
            stages.add(line(5, level));
            stages.add(line(17, level));
        }
        stages.add(line(12, 0));
        return ramp(0, stages.toArray(Part[]::new));
    }

    private Executor spike() {
        int usual = Math.ceilDiv(users, 10);
        return ramp(
                usual,
                line(30, usual),
                line(5, users),
                line(25, users),
                line(5, usual),
                line(35, usual));
    }

    /** Ten steps, or as many as there are users where there are fewer. */
    private Executor steps() {
        int added = Math.ceilDiv(users, 10);
        int steps = Math.ceilDiv(users, added);
        var every = duration.dividedBy(steps);
        return new Executor.Steps(added, added, every.isZero() ? duration : every, users, duration);
    }

    private static Part line(int percent, int target) {
        return new Part(percent, target);
    }

    /** A stage by its share of the duration. */
    private record Part(int percent, int target) {}

    /** Stages that fill the duration to the nanosecond. */
    private Executor ramp(int first, Part... parts) {
        List<Stage> stages = new ArrayList<>();
        int percent = 0;
        for (var part : parts) {
            var begin = at(percent);
            percent += part.percent;
            stages.add(new Stage(at(percent).minus(begin), part.target));
        }
        return new Executor.RampingVus(first, stages);
    }

    private Duration at(int percent) {
        return duration.multipliedBy(percent).dividedBy(PARTS);
    }
}
