package io.spate.cli.flags;

import io.spate.cli.process.UsageException;
import io.spate.plan.Durations;
import io.spate.plan.LoadLevel;
import io.spate.plan.LoadPattern;
import io.spate.plan.LoadScale;
import io.spate.plan.Profile;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import io.spate.plan.Spacing;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import io.spate.plan.TestType;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import io.spate.plan.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much load there is. Flags beat the environment, which beats the file. */
public final class WorkloadFlags {
    @Option(
            names = {"-u", "-c", "--users", "--concurrency", "--users-max"},
            paramLabel = "N",
            description = "Virtual users.")
    private @Nullable Integer users;

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "TIME",
            description = "How long: 30s, 5m, 1h20m.")
    private @Nullable Duration duration;

    @Option(
            names = {"-i", "-n", "--iterations"},
            paramLabel = "N",
            description = "Iterations, shared by the users; of a URL: requests.")
    private @Nullable Long iterations;

    @Option(
            names = "--iterations-per-user",
            paramLabel = "N",
            description = "Iterations of each user.")
    private @Nullable Long iterationsPerUser;

    @Option(
            names = {"-r", "--rate"},
            paramLabel = "N",
            description = "Iterations started per second, whatever became of earlier ones.")
    private @Nullable Double rate;

    @Option(
            names = "--poisson",
            description = "Start the iterations of a rate at random, as people arrive.")
    private boolean poisson;

    @Option(
            names = "--max-users",
            paramLabel = "N",
            description = "Virtual users that a rate may use at most.")
    private @Nullable Integer maxUsers;

    @Option(
            names = {"-s", "--stage"},
            paramLabel = "TIME:N",
            split = ",",
            description = "Ramp the users to N over TIME; repeat for more stages.")
    private @Nullable List<Stage> stages;

    @Option(
            names = "--rate-stage",
            paramLabel = "TIME:N",
            split = ",",
            description = "Ramp the rate to N per second over TIME; repeat for more stages.")
    private @Nullable List<RateStage> rateStages;

    @Option(
            names = "--spawn-rate",
            paramLabel = "N",
            description = "Users started per second until all are there.")
    private @Nullable Double spawnRate;

    @Option(
            names = "--ramp-up",
            paramLabel = "TIME",
            description = "Start the users over this time, then go on with all of them.")
    private @Nullable Duration rampUp;

    @Option(
            names = "--step",
            paramLabel = "TIME:N",
            description = "N more users every TIME, up to --users.")
    private Profile.@Nullable Steps step;

    @Option(
            names = "--burst",
            paramLabel = "N:PAUSE",
            description = "Each user makes N iterations, then pauses: 10:0.5s..2s.")
    private Profile.@Nullable Burst burst;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "smoke, load, stress, spike, soak, breakpoint or step.")
    private @Nullable TestType type;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "A named level of load: light, medium, heavy or stress.")
    private @Nullable LoadLevel level;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            description = "A named scale: small, medium or large.")
    private @Nullable LoadScale scale;

    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description = "How the users load: sustained, burst or ramp-up.")
    private @Nullable LoadPattern pattern;

    @Option(
            names = "--think",
            paramLabel = "PAUSE",
            description = "Pause between iterations: 1s, 1s..3s, or ~2s for 2s on average.")
    private @Nullable ThinkTime think;

    @Option(
            names = "--pacing",
            paramLabel = "TIME",
            description = "Start a user's iterations at this distance.")
    private @Nullable Duration pacing;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            description = "Leave the first part out of the results: a time, or auto.")
    private @Nullable WarmUp warmUp;

    private Workload below = Workload.NONE;
    private @Nullable LoadPattern patternBelow;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * What holds where no flag says otherwise: a workload, and a pattern where none has a shape.
     */
    public void fallBackTo(Workload workload, LoadPattern pattern) {
        below = workload;
        patternBelow = pattern;
    }

    /** The pattern of a flag, or the one to fall back to where no flag gives a shape. */
    private Optional<LoadPattern> pattern() {
        if (pattern != null) {
            return Optional.of(pattern);
        }
        boolean shaped = !profiles().isEmpty() || level != null || scale != null;
        return shaped ? Optional.empty() : Optional.ofNullable(patternBelow);
    }

    /** Flags beat the environment, as they beat the file: not value by value, but as a workload. */
    public Workload workload() {
        checkValues();
        var given = workload(this::isArgument).over(workload(it -> !isArgument(it)));
        var pattern = pattern();
        if (pattern.isPresent()) {
            given = given.over(pattern.get().workload());
        }
        if (level != null && scale != null) {
            throw new UsageException("--level and --scale exclude one another: give one of them");
        }
        if (level != null) {
            return given.over(level.workload());
        }
        return scale == null ? given.over(below) : given.over(scale.workload());
    }

    /** The plan with what is not a matter of its workloads. */
    public TestPlan over(TestPlan plan) {
        var pause = think == null ? pattern().map(LoadPattern::think).orElse(null) : think;
        UnaryOperator<Scenario> change =
                scenario -> {
                    var thinking = pause == null ? scenario : scenario.withThink(pause);
                    return pacing == null ? thinking : thinking.withPacing(pacing);
                };
        var changed = plan.withScenarios(plan.scenarios().stream().map(change).toList());
        return warmUp == null ? changed : changed.withWarmUp(warmUp);
    }

    private boolean isArgument(String flag) {
        return command != null && command.commandLine().getParseResult().hasMatchedOption(flag);
    }

    private Workload workload(Predicate<String> given) {
        var workload = Workload.NONE;
        if (users != null && given.test("--users")) {
            workload = workload.withUsers(users);
        }
        if (duration != null && given.test("--duration")) {
            workload = workload.withDuration(duration);
        }
        if (maxUsers != null && given.test("--max-users")) {
            workload = workload.withMaxUsers(maxUsers);
        }
        if (poisson && given.test("--poisson")) {
            workload = workload.withSpacing(Spacing.POISSON);
        }
        for (var profile : profiles()) {
            if (given.test(profile.flag)) {
                workload = workload.with(profile.profile);
            }
        }
        return workload;
    }

    private record Given(String flag, Profile profile) {}

    private List<Given> profiles() {
        var profiles = new ArrayList<Given>();
        if (iterations != null) {
            profiles.add(new Given("--iterations", new Profile.Iterations(iterations)));
        }
        if (iterationsPerUser != null) {
            var each = new Profile.IterationsPerUser(iterationsPerUser);
            profiles.add(new Given("--iterations-per-user", each));
        }
        if (rate != null) {
            profiles.add(new Given("--rate", new Profile.Rate(rate)));
        }
        if (stages != null) {
            profiles.add(new Given("--stage", new Profile.Stages(stages)));
        }
        if (rateStages != null) {
            profiles.add(new Given("--rate-stage", new Profile.RateStages(0, rateStages)));
        }
        if (spawnRate != null) {
            profiles.add(new Given("--spawn-rate", new Profile.SpawnRate(spawnRate)));
        }
        if (rampUp != null) {
            profiles.add(new Given("--ramp-up", new Profile.RampUp(rampUp)));
        }
        Optional.ofNullable(step).ifPresent(it -> profiles.add(new Given("--step", it)));
        Optional.ofNullable(burst).ifPresent(it -> profiles.add(new Given("--burst", it)));
        Optional.ofNullable(type)
                .ifPresent(it -> profiles.add(new Given("--type", new Profile.Preset(it))));
        return profiles;
    }

    /** What no test can make right; the rest is for the plan to judge. */
    private void checkValues() {
        var problems = new ArrayList<String>();
        requireAbove(problems, "--users", users, users != null && users < 0);
        requireAbove(problems, "--duration", duration, isNotPositive(duration));
        requireAbove(problems, "--iterations", iterations, iterations != null && iterations < 1);
        requireAbove(
                problems,
                "--iterations-per-user",
                iterationsPerUser,
                iterationsPerUser != null && iterationsPerUser < 1);
        requireAbove(problems, "--rate", rate, rate != null && !(rate > 0));
        requireAbove(problems, "--spawn-rate", spawnRate, spawnRate != null && !(spawnRate > 0));
        requireAbove(problems, "--max-users", maxUsers, maxUsers != null && maxUsers < 1);
        requireAbove(problems, "--ramp-up", rampUp, isNotPositive(rampUp));
        requireAbove(problems, "--pacing", pacing, isNotPositive(pacing));
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
    }

    private static boolean isNotPositive(@Nullable Duration duration) {
        return duration != null && !duration.isPositive();
    }

    private static void requireAbove(
            List<String> problems, String flag, @Nullable Object value, boolean wrong) {
        if (wrong) {
            var text = value instanceof Duration it ? Durations.format(it) : value;
            problems.add("%s must be above 0, not %s".formatted(flag, text));
        }
    }
}
