package io.spate.script.yaml;

import io.spate.plan.Durations;
import io.spate.plan.LoadLevel;
import io.spate.plan.LoadPattern;
import io.spate.plan.LoadScale;
import io.spate.plan.Profile;
import io.spate.plan.RateStage;
import io.spate.plan.Spacing;
import io.spate.plan.Stage;
import io.spate.plan.TestType;
import io.spate.plan.ThinkTime;
import io.spate.plan.Workload;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Quantities;
import io.spate.script.yaml.text.Reading;
import io.spate.script.yaml.text.ThinkTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a workload: how many users or iterations there are, and when. */
final class WorkloadBinder {
    static final Set<String> KEYS =
            Set.of(
                    "users",
                    "duration",
                    "maxUsers",
                    "iterations",
                    "iterationsPerUser",
                    "rate",
                    "startRate",
                    "rateStages",
                    "stages",
                    "stepUp",
                    "spawnRate",
                    "rampUp",
                    "burst",
                    "spacing",
                    "type",
                    "level",
                    "scale",
                    "pattern");

    static final Set<String> STAGE_KEYS = Set.of("duration", "target");
    static final Set<String> STEP_KEYS = Set.of("add", "every");
    static final Set<String> BURST_KEYS = Set.of("size", "pause");

    private static final Map<String, Spacing> SPACINGS =
            Map.of("even", Spacing.EVEN, "poisson", Spacing.POISSON);

    private final Reading reading;

    WorkloadBinder(Reading reading) {
        this.reading = reading;
    }

    /** The workload of a scenario. */
    Workload workload(Fields fields) {
        var own =
                new Workload(
                        fields.wholeNumber("users")
                                .map(OptionalInt::of)
                                .orElseGet(OptionalInt::empty),
                        fields.duration("duration"),
                        fields.wholeNumber("maxUsers")
                                .map(OptionalInt::of)
                                .orElseGet(OptionalInt::empty),
                        profiles(fields),
                        fields.word("spacing", SPACINGS));
        return below(fields).stream().reduce(own, Workload::over);
    }

    /** What goes by a name, each part of which the scenario's own words override. */
    private static List<Workload> below(Fields fields) {
        return Stream.of(
                        fields.parsed("pattern", LoadPattern::parse).map(LoadPattern::workload),
                        fields.parsed("level", LoadLevel::parse).map(LoadLevel::workload),
                        fields.parsed("scale", LoadScale::parse).map(LoadScale::workload))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The pause that a pattern brings with it. */
    Optional<ThinkTime> think(Fields fields) {
        return fields.has("pattern") && !fields.has("think")
                ? fields.text("pattern").flatMap(WorkloadBinder::pauses)
                : Optional.empty();
    }

    private static Optional<ThinkTime> pauses(String pattern) {
        return Arrays.stream(LoadPattern.values())
                .filter(it -> it.text().equals(pattern))
                .map(LoadPattern::think)
                .findFirst();
    }

    private List<Profile> profiles(Fields fields) {
        var profiles = new ArrayList<Profile>();
        fields.longNumber("iterations").map(Profile.Iterations::new).ifPresent(profiles::add);
        fields.longNumber("iterationsPerUser")
                .map(Profile.IterationsPerUser::new)
                .ifPresent(profiles::add);
        fields.parsed("rate", Quantities::perSecond)
                .map(Profile.Rate::new)
                .ifPresent(profiles::add);
        rateStages(fields).ifPresent(profiles::add);
        if (fields.has("stages")) {
            profiles.add(
                    new Profile.Stages(stages(fields, "stages", Quantities::whole, Stage::new)));
        }
        fields.fields("stepUp", STEP_KEYS).flatMap(this::steps).ifPresent(profiles::add);
        fields.parsed("spawnRate", Quantities::perSecond)
                .map(Profile.SpawnRate::new)
                .ifPresent(profiles::add);
        fields.duration("rampUp").map(Profile.RampUp::new).ifPresent(profiles::add);
        fields.fields("burst", BURST_KEYS).flatMap(this::burst).ifPresent(profiles::add);
        fields.parsed("type", TestType::parse).map(Profile.Preset::new).ifPresent(profiles::add);
        return profiles;
    }

    private Optional<Profile> rateStages(Fields fields) {
        fields.goesWith("startRate", "rateStages");
        if (!fields.has("rateStages")) {
            return Optional.empty();
        }
        var start = fields.parsed("startRate", Quantities::perSecond).orElse(0.0);
        return Optional.of(
                new Profile.RateStages(
                        start,
                        stages(fields, "rateStages", Quantities::perSecond, RateStage::new)));
    }

    private <N, S> List<S> stages(
            Fields fields,
            String name,
            Function<String, N> number,
            BiFunction<Duration, N, S> make) {
        var stages = new ArrayList<S>();
        for (var node : fields.list(name)) {
            stage(node, number, make).ifPresent(stages::add);
        }
        return stages;
    }

    /** A stage: {@code {duration: 30s, target: 50}}, or {@code 30s:50} as on the command line. */
    private <N, S> Optional<S> stage(
            Node node, Function<String, N> number, BiFunction<Duration, N, S> make) {
        if (!(node instanceof MappingNode)) {
            return reading.text(node, "a stage")
                    .flatMap(
                            text ->
                                    reading.problems()
                                            .attempt(node, "", () -> stage(text, number, make)));
        }
        var stage = reading.fields(node, "a stage", STAGE_KEYS);
        var duration = stage.duration("duration");
        var target = stage.parsed("target", number);
        if (!stage.has("duration") || !stage.has("target")) {
            reading.problems()
                    .add(
                            node,
                            "a stage needs a duration and a target: {duration: 30s, target: 50}");
        }
        return duration.flatMap(
                length ->
                        target.flatMap(
                                it ->
                                        reading.problems()
                                                .attempt(node, "", () -> make.apply(length, it))));
    }

    private static <N, S> S stage(
            String text, Function<String, N> number, BiFunction<Duration, N, S> make) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a stage: write 30s:50, or {duration: 30s, target: 50}"
                            .formatted(text));
        }
        return make.apply(
                Durations.parse(text.substring(0, colon)),
                number.apply(text.substring(colon + 1).strip()));
    }

    private Optional<Profile> steps(Fields step) {
        if (!step.has("add") || !step.has("every")) {
            step.problems().add(step.node(), "stepUp needs both: {add: 10, every: 1m}");
        }
        var add = step.wholeNumber("add");
        return step.duration("every").flatMap(every -> add.map(it -> new Profile.Steps(it, every)));
    }

    private Optional<Profile> burst(Fields burst) {
        if (!burst.has("size") || !burst.has("pause")) {
            burst.problems().add(burst.node(), "burst needs both: {size: 10, pause: 0.5s..2s}");
        }
        var size = burst.wholeNumber("size");
        return ThinkTimes.of(burst, "pause")
                .flatMap(pause -> size.map(it -> new Profile.Burst(it, pause)));
    }
}
