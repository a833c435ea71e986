package io.spate.cli;

import io.spate.cli.flags.ConfigFlags;
import io.spate.cli.flags.LoadFlags;
import io.spate.cli.flags.MachineFlags;
import io.spate.cli.flags.NodeFlags;
import io.spate.cli.flags.OutputFlags;
import io.spate.cli.flags.ReloadFlags;
import io.spate.cli.flags.ReportFlags;
import io.spate.cli.flags.WorkloadFlags;
import io.spate.cli.history.Histories;
import io.spate.cli.history.HistoryFlags;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.repeat.Repeat;
import io.spate.cli.repeat.RepeatFlags;
import io.spate.cli.repeat.RunMeter;
import io.spate.cli.settings.Settings;
import io.spate.cli.web.RunWatch;
import io.spate.cli.web.WebFlags;
import io.spate.http.watch.Successes;
import io.spate.plan.TestPlan;
import io.spate.script.LoadTest;
import io.spate.script.LoadedTest;
import io.spate.script.load.TestLoader;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spate run}: runs a test. */
@Command(
        name = "run",
        description = "Run a load test: a YAML or Java file, or one URL.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate run http://localhost:8000/api/health -u 50 -d 30s",
            "  spate run http://localhost:8000/api/health -n 1000 -c 50",
            "  spate run http://localhost:8000/api/health --rate 2000 -d 1m",
            "  spate run shop.yml --html report.html",
            "  spate run Shop.java -e TARGET=http://localhost:8000",
            "  spate run --target http://localhost:8000 --config performance_config.yml",
            "",
            "Exit codes: 0 passed, 99 thresholds crossed, 104 invalid configuration,",
            "105 interrupted, 107 script error, 111 invalid (--strict), 1 anything else.",
            "Each flag with a value has a variable, which it beats: SPATE_MAX_USERS.",
            "SPATE_ALLOWED_TARGETS=HOST,*.DOMAIN keeps requests to these hosts."
        })
final class RunCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(paramLabel = "FILE|URL", arity = "0..1", description = "What to run.")
    private @Nullable String source;

    @Mixin private final WorkloadFlags workload = new WorkloadFlags();
    @Mixin private final LoadFlags load = new LoadFlags();
    @Mixin private final OutputFlags outputs = new OutputFlags();
    @Mixin private final ReportFlags reports = new ReportFlags();
    @Mixin private final ConfigFlags config = new ConfigFlags();
    @Mixin private final NodeFlags nodes = new NodeFlags();
    @Mixin private final ReloadFlags reload = new ReloadFlags();
    @Mixin private final HistoryFlags history = new HistoryFlags();
    @Mixin private final MachineFlags machine = new MachineFlags();
    @Mixin private final RepeatFlags repeat = new RepeatFlags();
    @Mixin private final WebFlags web = new WebFlags();

    private Optional<RunMeter> oneOfSeveral = Optional.empty();

    @Spec private @Nullable CommandSpec spec;

    private final @Nullable LoadTest given;
    private final RunWatch watch;

    /** With somebody who looks at the run. */
    RunCommand(SpateProcess process, RunWatch watch) {
        this(process, null, watch);
    }

    /** With a test that is there already, in place of a file's. */
    RunCommand(SpateProcess process, @Nullable LoadTest given) {
        this(process, given, RunWatch.NONE);
    }

    private RunCommand(SpateProcess process, @Nullable LoadTest given, RunWatch watch) {
        this.process = process;
        this.given = given;
        this.watch = watch;
    }

    /** What it would do; throws what would keep it from its start. */
    TestPlan check(Consumer<String> warning) {
        var surrounded = Surrounded.read(process, config, source);
        var beside = beside(surrounded.settings());
        var test = surrounded.load(surrounded.options(load, workload), workload);
        return new RunSession(process, outputs, machine, beside).check(test, warning);
    }

    /** Has this be one run of several. */
    RunCommand measuredBy(RunMeter other) {
        oneOfSeveral = Optional.of(other);
        outputs.numbered(other.label());
        reports.numbered(other.label());
        return this;
    }

    @Override
    public Integer call() throws Exception {
        if (oneOfSeveral.isEmpty() && repeat.times(1) > 1) {
            var runner = new RunAgain(process, given, spec().commandLine());
            var args = RunAgain.arguments(spec());
            return Repeat.run(process, repeat, title(), args, spec(), runner);
        }
        return once();
    }

    private String title() {
        return given == null ? String.valueOf(source) : given.getClass().getSimpleName();
    }

    private Integer once() throws Exception {
        reports.takeFolder().ifPresent(outputs::into);
        var surrounded = Surrounded.read(process, config, given == null ? source : "");
        var beside = beside(surrounded.settings());
        var watch = nodes.watch();
        var options =
                surrounded
                        .options(load, workload)
                        .withConnections(load.connectionsPerLoop(machine.workers()))
                        .withWatch(
                                beside.reload().isPresent()
                                        ? watch.withSuccesses(beside.successes())
                                        : watch);
        if (given != null) {
            var name = given.getClass().getSimpleName();
            var test = LoadedTest.of(name, given, options);
            return run(name, test.withPlan(workload.over(test.plan())), beside);
        }
        var test = surrounded.load(options, workload);
        if (!outputs.quiet() && oneOfSeveral.isEmpty()) {
            process.err().print(surrounded.review());
        }
        if (beside.settings().debug()) {
            process.err().print("LOG_LEVEL=DEBUG, settings and where they come from:\n");
            process.err().print(surrounded.table(spec(), test.plan()));
        }
        return run(surrounded.name(), test, beside);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    /** A URL alone is the one-liner of people who look for how the times are spread. */
    private Beside beside(Settings settings) {
        return new Beside(
                outputs.histogram(source != null && TestLoader.isUrl(source)),
                nodes.nodes(),
                nodes.scalingBaseline(process),
                reload.plan(),
                new Successes(),
                reports,
                settings,
                Histories.place(process, history.place().orElse(null)),
                watch);
    }

    private Integer run(String name, LoadedTest test, Beside beside) throws InterruptedException {
        try (var page = web.open(process, beside.history(), Spate.version())) {
            var watched = page.isOpen() ? beside.withWatch(page.watch()) : beside;
            var code =
                    new RunSession(process, outputs, machine, watched)
                            .measuredBy(oneOfSeveral)
                            .run(name, test);
            page.stay();
            return code.code();
        }
    }
}
