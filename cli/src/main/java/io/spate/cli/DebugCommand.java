package io.spate.cli;

import io.spate.cli.flags.LoadFlags;
import io.spate.cli.flags.MachineFlags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.target.AllowedTargets;
import io.spate.cli.target.TargetGuard;
import io.spate.engine.Run;
import io.spate.metrics.Nearest;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import io.spate.plan.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** {@code spate debug}: runs one user once and shows all that it does. */
@Command(
        name = "debug",
        description = {
            "Run one user of each scenario once, one scenario after another, and print every",
            "request and response, with timings, checks and extracted values."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate debug shop.yml",
            "  spate debug shop.yml --scenario browse --step",
            "  spate debug Shop.java -i 5 -e TARGET=http://localhost:8000",
            "",
            "Exit codes: 0 all went well, 1 a request, a check or the script failed,",
            "104 invalid configuration, 107 error in a Java test."
        })
final class DebugCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(1);

    private final SpateProcess process;

    @Parameters(paramLabel = "FILE|URL", description = "What to run.")
    private String source = "";

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "This scenario alone; repeat for more.")
    private @Nullable List<String> scenarios;

    @Option(
            names = {"-i", "--iterations"},
            paramLabel = "N",
            defaultValue = "1",
            description = "Iterations of each scenario's user (${DEFAULT-VALUE}).")
    private int iterations = 1;

    @Option(names = "--step", description = "Wait for Enter after each request.")
    private boolean step;

    @Option(
            names = "--show-secrets",
            description = "Show credentials too, which are masked otherwise.")
    private boolean showSecrets;

    @Mixin private final LoadFlags load = new LoadFlags();
    @Mixin private final MachineFlags machine = new MachineFlags();

    DebugCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (iterations < 1) {
            throw new UsageException("--iterations must be above 0, not " + iterations);
        }
        var printer = new DebugPrinter(process.out(), showSecrets, this::waitForEnter);
        var options = load.options(process.env(), Workload.NONE).observedBy(printer);
        var test = TestSource.load(source, options);
        var plan = once(test.plan());
        var allowed = AllowedTargets.of(process.env());
        var route = machine.network().over(test.route(), process.env());
        var guard = new TargetGuard(allowed, route, process.err()::println);
        guard.checkProxiesOf(test.route());
        guard.check(plan.target(), machine.preflight());
        var runOptions = machine.runOptions(process, allowed, route).withWorkers(1);
        var run = new Run(plan, test.script(), runOptions, List.of());
        var result = run.execute();
        run.scriptFailure()
                .ifPresent(it -> process.err().println("spate: the script failed: " + it));
        return told(printer, result).code();
    }

    /** One user of each scenario, one after another, so that what they do does not mix. */
    private TestPlan once(TestPlan plan) {
        var chosen = new ArrayList<Scenario>();
        for (var scenario : chosen(plan)) {
            var once =
                    new Scenario(
                            scenario.name(),
                            new Executor.SharedIterations(1, iterations, LIMIT),
                            ThinkTime.NONE,
                            Duration.ZERO,
                            chosen.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(chosen.getLast().name()),
                            Duration.ZERO,
                            scenario.gracefulStop(),
                            scenario.tags());
            chosen.add(once);
        }
        return plan.withScenarios(chosen).withThresholds(List.of()).withWarmUp(WarmUp.NONE);
    }

    private List<Scenario> chosen(TestPlan plan) {
        var wanted = scenarios;
        if (wanted == null) {
            return plan.scenarios();
        }
        var names = plan.scenarios().stream().map(Scenario::name).toList();
        for (var name : wanted) {
            if (!names.contains(name)) {
                throw new UsageException(
                        "there is no scenario \"%s\"%s: %s has %s"
                                .formatted(
                                        name,
                                        Nearest.hint(name, names),
                                        source,
                                        String.join(", ", names)));
            }
        }
        return plan.scenarios().stream().filter(it -> wanted.contains(it.name())).toList();
    }

    private void waitForEnter() {
        if (!step) {
            return;
        }
        process.err().print("Enter for the next request ");
        process.err().flush();
        try {
            int key = System.in.read();
            while (key >= 0 && key != '\n') {
                key = System.in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExitCode told(DebugPrinter printer, RunResult result) {
        var out = process.out();
        out.println();
        result.total()
                .errors()
                .forEach(
                        (error, _) ->
                                out.println(
                                        "  ✗ " + error.message() + "\n" + error.trace().indent(4)));
        out.println(printer.total());
        out.flush();
        return switch (result.ending()) {
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case SCRIPT_ERROR -> ExitCode.SCRIPT_ERROR;
            case COMPLETED, THRESHOLD_ABORT ->
                    printer.allWell() && result.total().errors().isEmpty()
                            ? ExitCode.PASSED
                            : ExitCode.FAILED;
        };
    }
}
