package io.spate.k6.options;

import io.spate.metrics.Tags;
import io.spate.plan.Executor;
import io.spate.plan.InvalidPlanException;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads scenarios, and the short forms that stand for one. */
final class ScenarioReader {
    private static final Duration GRACEFUL_STOP = Duration.ofSeconds(30);
    private static final Duration MAX_DURATION = Duration.ofMinutes(10);
    private static final Duration UNTIL_STOPPED = Duration.ofDays(365);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private final Merged merged;
    private final Problems problems;
    private final Duration pacing;

    ScenarioReader(Merged merged, Problems problems) {
        this.merged = merged;
        this.problems = problems;
        this.pacing =
                of(OptionKey.MIN_ITERATION_DURATION)
                        .duration("minIterationDuration")
                        .orElse(Duration.ZERO);
    }

    private Fields of(OptionKey key) {
        return merged.fields(key, problems);
    }

    List<ScenarioSpec> read() {
        if (merged.has(OptionKey.SCENARIOS)) {
            var all = new ArrayList<ScenarioSpec>();
            of(OptionKey.SCENARIOS)
                    .object("scenarios")
                    .ifPresent(
                            it ->
                                    it.node()
                                            .properties()
                                            .forEach(
                                                    each ->
                                                            it.object(each.getKey())
                                                                    .flatMap(
                                                                            one ->
                                                                                    read(
                                                                                            each
                                                                                                    .getKey(),
                                                                                            one))
                                                                    .ifPresent(all::add)));
            if (all.isEmpty()) {
                of(OptionKey.SCENARIOS).wrong("scenarios", "there is none that can be run");
            }
            return all;
        }
        return shortForm().map(List::of).orElse(List.of());
    }

    /** The scenario called default that vus, duration, iterations and stages stand for. */
    private Optional<ScenarioSpec> shortForm() {
        var vus = of(OptionKey.VUS).count("vus").orElse(1);
        var given =
                List.of(OptionKey.STAGES, OptionKey.ITERATIONS, OptionKey.DURATION).stream()
                        .filter(merged::has)
                        .findFirst();
        if (merged.has(OptionKey.STAGES)
                && (merged.has(OptionKey.ITERATIONS) || merged.has(OptionKey.DURATION))) {
            of(OptionKey.STAGES)
                    .wrong("stages", "cannot be used together with duration or iterations");
            return Optional.empty();
        }
        var key = given.orElse(OptionKey.VUS);
        var fields = of(key);
        var duration = of(OptionKey.DURATION).duration("duration");
        return switch (key) {
            case STAGES ->
                    spec(
                            fields,
                            "default",
                            "ramping-vus",
                            () -> new Executor.RampingVus(vus, stages(fields)));
            case ITERATIONS ->
                    spec(
                            fields,
                            "default",
                            "shared-iterations",
                            () ->
                                    shared(
                                            fields,
                                            vus,
                                            fields.whole("iterations").orElse(1L),
                                            duration.orElse(MAX_DURATION)));
            case DURATION ->
                    spec(fields, "default", "constant-vus", () -> constant(fields, vus, duration));
            default -> {
                if (vus != 1) {
                    problems.warn(
                            fields.tier(),
                            "vus=%d does nothing without duration, iterations or stages"
                                    .formatted(vus));
                }
                yield spec(
                        fields,
                        "default",
                        "per-vu-iterations",
                        () -> new Executor.PerVuIterations(1, 1, MAX_DURATION));
            }
        };
    }

    private Executor shared(Fields fields, int vus, long iterations, Duration maxDuration) {
        if (iterations < vus) {
            fields.wrong(
                    "iterations",
                    "%d iterations are fewer than the %d VUs that share them"
                            .formatted(iterations, vus));
        }
        return new Executor.SharedIterations(vus, iterations, maxDuration);
    }

    private static Executor constant(Fields fields, int vus, Optional<Duration> duration) {
        if (duration.isEmpty() || duration.get().compareTo(SECOND) < 0) {
            fields.wrong("duration", "must be at least 1s");
        }
        return new Executor.ConstantVus(vus, duration.orElse(SECOND));
    }

    /** Users that are controlled from outside end when the time is over, as in k6. */
    private static Duration gracefulStop(ExecutorKind kind, Fields fields) {
        return kind == ExecutorKind.EXTERNALLY_CONTROLLED
                ? Duration.ZERO
                : fields.duration("gracefulStop").orElse(GRACEFUL_STOP);
    }

    private static Executor controlled(Fields fields, int vus) {
        var duration = fields.duration("duration");
        if (duration.isEmpty()) {
            fields.wrong(
                    "duration", "must be given; 0 is for a run that goes on until it is stopped");
        }
        if (vus > usersMax(fields)) {
            fields.wrong("vus", "must be at most maxVUs");
        }
        return new Executor.ConstantVus(
                vus, duration.filter(it -> !it.isZero()).orElse(UNTIL_STOPPED));
    }

    private static int usersMax(Fields fields) {
        return fields.count("maxVUs").or(() -> fields.count("vus")).orElse(1);
    }

    private static List<Stage> stages(Fields fields) {
        var all = new ArrayList<Stage>();
        for (var stage : fields.objects("stages")) {
            var duration = stage.duration("duration");
            var target = stage.count("target");
            if (target.isEmpty() && !stage.has("target")) {
                stage.wrong("target", "a stage needs a target");
            }
            all.add(new Stage(duration.orElse(Duration.ZERO), target.orElse(0)));
        }
        return all;
    }

    @FunctionalInterface
    private interface Making {
        Executor make();
    }

    private Optional<ScenarioSpec> spec(
            Fields fields, String name, String executor, Making making) {
        return spec(
                fields,
                name,
                executor,
                making,
                new Rest(
                        Duration.ZERO,
                        GRACEFUL_STOP,
                        "default",
                        Map.of(),
                        Map.of(),
                        OptionalInt.empty()));
    }

    private record Rest(
            Duration startTime,
            Duration gracefulStop,
            String exec,
            Map<String, String> env,
            Map<String, String> tags,
            OptionalInt usersMax) {}

    private Optional<ScenarioSpec> spec(
            Fields fields, String name, String executor, Making making, Rest rest) {
        try {
            var scenario =
                    new Scenario(
                            name,
                            making.make(),
                            ThinkTime.NONE,
                            pacing,
                            Optional.empty(),
                            rest.startTime,
                            rest.gracefulStop,
                            new Tags(rest.tags));
            return Optional.of(
                    new ScenarioSpec(scenario, executor, rest.exec, rest.env, rest.usersMax));
        } catch (InvalidPlanException e) {
            e.problems().forEach(it -> fields.wrong(name.equals("default") ? "" : "executor", it));
            return Optional.empty();
        }
    }

    private Optional<ScenarioSpec> read(String name, Fields fields) {
        var executor = fields.text("executor").orElse("");
        var kind = ExecutorKind.find(executor);
        if (kind.isEmpty()) {
            fields.wrong("executor", ExecutorKind.unknown(executor));
            return Optional.empty();
        }
        for (var entry : fields.node().properties()) {
            var key = entry.getKey();
            if (!kind.get().takes(key)) {
                fields.wrong(key, "%s has no such setting".formatted(executor));
            }
        }
        var rest =
                new Rest(
                        fields.duration("startTime").orElse(Duration.ZERO),
                        gracefulStop(kind.get(), fields),
                        fields.text("exec").orElse("default"),
                        fields.map("env"),
                        fields.map("tags"),
                        kind.get() == ExecutorKind.EXTERNALLY_CONTROLLED
                                ? OptionalInt.of(usersMax(fields))
                                : OptionalInt.empty());
        return spec(fields, name, executor, () -> make(kind.get(), fields), rest);
    }

    private Executor make(ExecutorKind kind, Fields fields) {
        int vus = fields.count("vus").orElse(1);
        var maxDuration = fields.duration("maxDuration").orElse(MAX_DURATION);
        long iterations = fields.whole("iterations").orElse(1L);
        return switch (kind) {
            case CONSTANT_VUS -> constant(fields, vus, fields.duration("duration"));
            case RAMPING_VUS ->
                    new Executor.RampingVus(fields.count("startVUs").orElse(1), stages(fields));
            case SHARED_ITERATIONS -> shared(fields, vus, iterations, maxDuration);
            case PER_VU_ITERATIONS -> new Executor.PerVuIterations(vus, iterations, maxDuration);
            case CONSTANT_ARRIVAL_RATE, RAMPING_ARRIVAL_RATE ->
                    new ArrivalReader(fields).read(kind);
            case EXTERNALLY_CONTROLLED -> controlled(fields, vus);
        };
    }
}
