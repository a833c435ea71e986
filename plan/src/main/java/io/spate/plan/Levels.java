package io.spate.plan;

import io.spate.metrics.Tags;
import io.spate.metrics.result.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Finds the stretches of a plan in which its load stays the same. */
final class Levels {
    /** More are of no use to anybody; the rest is left out. */
    static final int LIMIT = 1_000;

    private final List<Level> levels = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final String prefix;
    private final Tags tags;
    private long nanos;

    private Levels(String prefix, Tags tags, long startNanos) {
        this.prefix = prefix;
        this.tags = tags;
        this.nanos = startNanos;
    }

    /** When those that begin after another do so is not known before, so they have none. */
    static List<Level> of(List<Scenario> scenarios) {
        var all = new ArrayList<Level>();
        for (var scenario : scenarios) {
            if (scenario.after().isEmpty()) {
                var alone = scenarios.size() == 1;
                var levels =
                        new Levels(
                                alone ? "" : scenario.name() + ": ",
                                alone ? Tags.NONE : Tags.of("scenario", scenario.name()),
                                scenario.startTime().toNanos());
                levels.addAll(scenario.executor());
                all.addAll(levels.levels);
            }
        }
        return all.stream().limit(LIMIT).toList();
    }

    private void addAll(Executor executor) {
        switch (executor) {
            case Executor.ConstantVus(var vus, var duration) -> users(vus, duration);
            case Executor.Burst(var vus, var _, var _, var duration) -> users(vus, duration);
            case Executor.RampingVus(var start, var stages) -> {
                int from = start;
                for (var stage : stages) {
                    users(from == stage.target() ? from : 0, stage.duration());
                    from = stage.target();
                }
            }
            case Executor.Steps steps -> steps(steps);
            case Executor.ConstantArrivalRate(var rate, var duration, var _, var _, var _) ->
                    rate(rate, duration);
            case Executor.RampingArrivalRate(var start, var stages, var _, var _, var _) -> {
                double from = start;
                for (var stage : stages) {
                    rate(from == stage.target() ? from : 0, stage.duration());
                    from = stage.target();
                }
            }
            case Executor.SharedIterations _, Executor.PerVuIterations _, Executor.Shape _ -> {}
        }
    }

    private void steps(Executor.Steps steps) {
        long end = nanos + steps.duration().toNanos();
        int users = steps.startVus();
        while (nanos < end && levels.size() < LIMIT) {
            var left = Duration.ofNanos(end - nanos);
            var last = users == steps.maxVus() || left.compareTo(steps.every()) < 0;
            users(users, last ? left : steps.every());
            users = (int) Math.min(steps.maxVus(), (long) users + steps.addedVus());
        }
    }

    private void users(int users, Duration duration) {
        var name = users == 1 ? "1 user" : users + " users";
        add(users > 0, name, OptionalInt.of(users), OptionalDouble.empty(), duration);
    }

    private void rate(double rate, Duration duration) {
        var plain = BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
        add(rate > 0, plain + "/s", OptionalInt.empty(), OptionalDouble.of(rate), duration);
    }

    /** The second of a name is called {@code 50 users (2)}. */
    private void add(
            boolean isLevel,
            String name,
            OptionalInt users,
            OptionalDouble rate,
            Duration duration) {
        long end = nanos + duration.toNanos();
        if (isLevel && end > nanos) {
            int use = uses.merge(name, 1, Integer::sum);
            var unique = prefix + (use == 1 ? name : name + " (" + use + ")");
            levels.add(new Level(unique, tags, users, rate, nanos, end));
        }
        nanos = end;
    }
}
