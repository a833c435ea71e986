package io.spate.cli.capacity;

import io.spate.cli.flags.ConfigFlags;
import io.spate.cli.flags.LoadFlags;
import io.spate.cli.flags.MachineFlags;
import io.spate.cli.history.BaselineThresholds;
import io.spate.cli.history.Histories;
import io.spate.cli.history.StoreFlags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import io.spate.plan.Executor;
import io.spate.plan.Spacing;
import io.spate.plan.TestPlan;
import io.spate.script.LoadedTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate capacity}: finds the highest load that a target bears. */
@Command(
        name = "capacity",
        description = "Find the highest load at which a target meets its objectives.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate capacity http://localhost:8000/ --slo 'p(99)<250ms' --slo 'rate<0.001'",
            "  spate capacity shop.yml --users --to 500 --slo 'p(95)<1s' --html capacity.html",
            "  spate capacity --target http://localhost:8000 --config performance_config.yml",
            "",
            "Exit codes: 0 found, 99 not even the lowest load holds, 105 interrupted,",
            "111 the generator was the limit, 112 no verdict: the limit lies above --to, or",
            "time was up, 104 invalid configuration, 107 script error."
        })
public final class CapacityCommand implements Callable<Integer> {
    private static final double RATE_MAX = 100_000;
    private static final int USERS_MAX = 10_000;

    private final SpateProcess process;
    private final Loader loader;
    private final String version;

    @Parameters(paramLabel = "FILE|URL", arity = "0..1", description = "What to load.")
    private @Nullable String source;

    @Option(
            names = "--slo",
            paramLabel = "CONDITION",
            description = {
                "What has to hold: 'p(99)<250ms', 'rate<0.001' of failed requests,",
                "'METRIC: CONDITION'. Repeat for more (the test's thresholds)."
            })
    private @Nullable List<String> slo;

    @Option(names = "--users", description = "Search for users instead of a rate of iterations.")
    private boolean users;

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "The load to begin with (10, users 1).")
    private @Nullable Double from;

    @Option(
            names = "--to",
            paramLabel = "N",
            description = "The highest load to try (100000, users 10000).")
    private @Nullable Double to;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "How close to come to the limit (${DEFAULT-VALUE}).")
    private double precision;

    @Option(
            names = "--step-duration",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How much of each step counts; twice that to confirm (${DEFAULT-VALUE}).")
    private Duration stepDuration = Duration.ofSeconds(10);

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "3s",
            description = "What of the beginning of each step does not count (${DEFAULT-VALUE}).")
    private Duration settle = Duration.ofSeconds(3);

    @Option(
            names = "--drain",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long to wait for the target between steps (${DEFAULT-VALUE}).")
    private Duration drain = Duration.ofSeconds(30);

    @Option(
            names = "--max-duration",
            paramLabel = "TIME",
            defaultValue = "15m",
            description = "When to end at the latest (${DEFAULT-VALUE}).")
    private Duration maxDuration = Duration.ofMinutes(15);

    @Option(
            names = "--max-users",
            paramLabel = "N",
            description = "Virtual users that a rate may use at most (10000).")
    private @Nullable Integer maxUsers;

    @Option(
            names = "--poisson",
            description = "Start the iterations of a rate at random, as people arrive.")
    private boolean poisson;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a report with the chart.")
    private @Nullable String html;

    @Option(names = "--json", paramLabel = "FILE", description = "Write results.json.")
    private @Nullable String json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write a Markdown report.")
    private @Nullable String markdown;

    @Option(names = "--no-color", description = "Without colours.")
    private boolean noColor;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Mixin private final LoadFlags load = new LoadFlags();
    @Mixin private final ConfigFlags config = new ConfigFlags();
    @Mixin private final StoreFlags history = new StoreFlags();
    @Mixin private final MachineFlags machine = new MachineFlags();

    /** Loads what the user named, with the files that surround it. */
    @FunctionalInterface
    public interface Loader {
        /**
         * A test with its thresholds; its workload is of no matter.
         *
         * @param source nothing for what the surroundings say
         * @param workers event loops
         */
        Loaded load(Optional<String> source, ConfigFlags config, LoadFlags load, int workers);
    }

    /**
     * What is loaded.
     *
     * @param name what it is called, for people
     * @param environment what the target is part of
     * @param review what the surroundings say, with line ends
     */
    public record Loaded(String name, LoadedTest test, String environment, String review) {}

    /**
     * The command.
     *
     * @param version Spate's own
     */
    public CapacityCommand(SpateProcess process, Loader loader, String version) {
        this.process = process;
        this.loader = loader;
        this.version = version;
    }

    @Override
    public Integer call() throws Exception {
        var settings = settings();
        var loaded = loader.load(Optional.ofNullable(source), config, load, machine.workers());
        if (!quiet) {
            process.err().print(loaded.review());
        }
        var objectives = objectives(loaded.test().plan());
        if (objectives.isEmpty()) {
            throw new UsageException(
                    "a capacity is the load at which objectives hold, and there are none: give --slo 'p(99)<250ms', or a test with thresholds.");
        }
        ExitCode code =
                new CapacityRun(process, machine, settings, version).run(loaded, objectives);
        return code.code();
    }

    /** Those of flags, else those of the test; what is relative to a baseline becomes a number. */
    private List<Threshold> objectives(TestPlan plan) {
        var asked =
                slo == null
                        ? Objectives.ofTest(plan.thresholds(), process.err()::println)
                        : Objectives.parse(slo, !users, plan.metrics());
        return BaselineThresholds.over(
                        process,
                        plan.withThresholds(asked),
                        Histories.place(process, history.store()),
                        process.err()::println)
                .thresholds();
    }

    private CapacitySettings settings() {
        double first = from == null ? (users ? 1 : 10) : from;
        double last = to == null ? Math.max(first, users ? USERS_MAX : RATE_MAX) : to;
        var problems = new ArrayList<String>();
        if (!(first > 0)) {
            problems.add("--from must be above 0, not " + first);
        }
        if (!(last >= first && last <= Executor.RATE_MAX)) {
            problems.add(
                    "--to must be at least --from and at most %.0f, not %s"
                            .formatted(Executor.RATE_MAX, last));
        }
        if (!(precision >= 0.001 && precision <= 0.5)) {
            problems.add("--precision must be 0.001 to 0.5, not " + precision);
        }
        above(problems, "--step-duration", stepDuration, Duration.ofSeconds(2));
        above(problems, "--settle", settle, Duration.ofSeconds(1));
        above(problems, "--drain", drain, Duration.ofSeconds(1));
        above(problems, "--max-duration", maxDuration, Duration.ofSeconds(10));
        if (maxUsers != null && maxUsers < 1) {
            problems.add("--max-users must be above 0, not " + maxUsers);
        }
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        return new CapacitySettings(
                !users,
                first,
                last,
                precision,
                new Search.Steps(settle, stepDuration, drain, maxDuration),
                maxUsers == null ? USERS_MAX : maxUsers,
                poisson ? Spacing.POISSON : Spacing.EVEN,
                new CapacitySettings.Reports(
                        Optional.ofNullable(html),
                        Optional.ofNullable(json),
                        Optional.ofNullable(markdown)),
                noColor,
                quiet);
    }

    private static void above(List<String> problems, String flag, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofDays(7)) > 0) {
            problems.add(
                    "%s must be %s to 7d, not %s"
                            .formatted(flag, Durations.format(least), Durations.format(value)));
        }
    }
}
