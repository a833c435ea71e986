package io.spate.cli;

import io.spate.cli.flags.MachineFlags;
import io.spate.cli.flags.OutputFlags;
import io.spate.cli.history.BaselineThresholds;
import io.spate.cli.outputs.AskedOutputs;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.RawTerminal;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.cli.results.GithubJob;
import io.spate.cli.results.Notices;
import io.spate.cli.target.AllowedTargets;
import io.spate.cli.target.TargetGuard;
import io.spate.cli.web.Hands;
import io.spate.cli.web.RunWatch;
import io.spate.engine.Run;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Durations;
import io.spate.plan.TestPlan;
import io.spate.report.LiveConsole;
import io.spate.report.RunHead;
import io.spate.report.json.ReloadReport;
import io.spate.report.json.Results;
import io.spate.script.LoadedTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a loaded test: looks at the target, opens the outputs, runs, reports, and judges. */
final class RunSession {
    private static final List<String> NOT_SCRIPT = List.of("io.spate.", "java.", "jdk.");

    private final SpateProcess process;
    private final OutputFlags flags;
    private final MachineFlags machine;
    private final Beside beside;

    /** Measures the run as one of several, which are told of together. */
    private Optional<Output> meter = Optional.empty();

    RunSession(SpateProcess process, OutputFlags flags, MachineFlags machine) {
        this(process, flags, machine, Beside.nothing(process.env()));
    }

    RunSession(SpateProcess process, OutputFlags flags, MachineFlags machine, Beside beside) {
        this.process = process;
        this.flags = flags;
        this.machine = machine;
        this.beside = beside;
    }

    /** Has the run be measured as one of several. */
    RunSession measuredBy(Optional<? extends Output> other) {
        meter = other.map(it -> it);
        return this;
    }

    /** Runs it to its end; throws {@link UsageException} where it must not start. */
    ExitCode run(String source, LoadedTest test) throws InterruptedException {
        var asked = flags.over(beside.settings().over(test.plan()));
        var plan =
                BaselineThresholds.over(
                        process, asked, beside.history(), it -> process.err().println(it));
        var elsewhere = AskedOutputs.of(process, test.outputs(), flags.out());
        var terminals = new Terminals(process, flags.noColor());
        var console = new LiveConsole(plan, process.err(), terminals::err);
        var allowed = AllowedTargets.of(process.env());
        var route = machine.network().over(test.route(), process.env());
        var direct = machine.runOptions(process, allowed, route);
        var traced = direct.withTracing(flags.tracing().and(test.tracing()));
        var options = AskedOutputs.over(elsewhere, traced);
        var guard = new TargetGuard(allowed, route, it -> tell(it, console));
        var notices = Notices.of(beside.reports(), beside.settings().env());
        guard.checkProxiesOf(test.route());
        guard.check(plan.target(), machine.preflight());
        checkReload(plan);
        var reload = reload(console);
        try (var outputs =
                new RunOutputs(
                        process,
                        flags,
                        plan,
                        console,
                        beside,
                        () -> reload.flatMap(Reload::result),
                        elsewhere)) {
            if ((!flags.quiet() && meter.isEmpty()) || beside.reload().isPresent()) {
                var way = machine.network().describe(route, process.env());
                process.err()
                        .print(
                                RunHead.of(
                                        plan,
                                        source,
                                        names(outputs, notices),
                                        way,
                                        beside.reload()));
            }
            reload.ifPresent(outputs::addFirst);
            outputs.keep(process, source);
            meter.ifPresent(outputs::addFirst);
            watch(plan, outputs);
            var run = new Run(plan, test.script(), options, outputs.all(), it -> say(it, console));
            var result = steered(run, console);
            var results = outputs.results(result);
            show(outputs.summary(results, terminals.out()));
            run.scriptFailure().ifPresent(it -> tell(failure(it), console));
            var code = exitCode(results, result, outputs.writeReports(results, result));
            tell(results, notices, console);
            beside.watch().ends(results, code == ExitCode.PASSED);
            return code;
        } finally {
            reload.ifPresent(Reload::close);
        }
    }

    /** Runs among several are told of in one line each. */
    private void show(String summary) {
        if (meter.isEmpty()) {
            process.out().print(summary);
            process.out().flush();
        }
    }

    private void tell(Results results, Notices notices, LiveConsole console)
            throws InterruptedException {
        GithubJob.tell(process, results, console::message);
        notices.send(results, it -> tell(it, console));
    }

    private void watch(TestPlan plan, RunOutputs outputs) {
        var environment = beside.settings().environment().value();
        beside.watch()
                .opens(
                        plan,
                        RunWatch.lengthOf(plan),
                        outputs.keptAs(),
                        environment,
                        outputs::results)
                .ifPresent(outputs::addFirst);
    }

    private void say(String message, LiveConsole console) {
        tell("spate: " + message, console);
    }

    /** What people at the terminal are told, those at a page should know too. */
    private void tell(String message, LiveConsole console) {
        console.message(message);
        beside.watch().says(message.startsWith("WARNING") ? "warning" : "info", message);
    }

    /** What a run would do; throws what would keep it from its start. */
    TestPlan check(LoadedTest test, Consumer<String> warning) {
        var plan = flags.over(beside.settings().over(test.plan()));
        var route = machine.network().over(test.route(), process.env());
        var guard = new TargetGuard(AllowedTargets.of(process.env()), route, warning);
        guard.checkProxiesOf(test.route());
        guard.check(plan.target(), false);
        return plan;
    }

    private static List<String> names(RunOutputs outputs, Notices notices) {
        return Stream.concat(outputs.names().stream(), notices.names().stream()).toList();
    }

    private Optional<Reload> reload(LiveConsole console) {
        return beside.reload()
                .map(
                        it ->
                                new Reload(
                                        it,
                                        process.directory(),
                                        beside.successes(),
                                        console::message));
    }

    /** A reload that the run never gets to would be a check that is never made. */
    private void checkReload(TestPlan plan) {
        var end = plan.duration();
        beside.reload()
                .filter(it -> it.at().compareTo(end) >= 0)
                .ifPresent(
                        it -> {
                            throw new UsageException(
                                    "--reload-at %s: the run has ended by then, after %s"
                                            .formatted(
                                                    Durations.format(it.at()),
                                                    Durations.format(end)));
                        });
    }

    /** The run, in the hands of signals and, on a terminal, of keys. */
    private RunResult steered(Run run, LiveConsole console) throws InterruptedException {
        var terminal = process.interactive() ? RawTerminal.open() : Optional.<RawTerminal>empty();
        var stopper = new Stopper(run, console, () -> terminal.ifPresent(RawTerminal::close));
        beside.watch().starts(Hands.of(run, () -> stopper.request("press Ctrl-C")));
        try (var _ =
                Signals.unless(
                        beside.watch().takesSignals(), () -> stopper.request("press Ctrl-C"))) {
            if (terminal.isEmpty()) {
                return run.execute();
            }
            try (var _ = terminal.get();
                    var _ = new RunKeys(System.in, run.control(), console, stopper)) {
                return run.execute();
            }
        }
    }

    private static String failure(Throwable thrown) {
        var place =
                Arrays.stream(thrown.getStackTrace())
                        .filter(it -> NOT_SCRIPT.stream().noneMatch(it.getClassName()::startsWith))
                        .findFirst()
                        .map(it -> " (%s:%d)".formatted(it.getFileName(), it.getLineNumber()))
                        .orElse("");
        return "spate: the script failed: " + thrown + place;
    }

    /** What a run that is invalid says of the target is not asked for, under --strict. */
    private ExitCode exitCode(Results results, RunResult result, boolean reportsWritten) {
        var invalid = machine.strict() && !result.generator().valid();
        var reloadPassed = results.reload().map(ReloadReport::passed).orElse(true);
        return switch (result.ending()) {
            case SCRIPT_ERROR -> ExitCode.SCRIPT_ERROR;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case THRESHOLD_ABORT -> invalid ? ExitCode.INVALID_RUN : ExitCode.THRESHOLDS_CROSSED;
            case COMPLETED -> {
                if (invalid) {
                    yield ExitCode.INVALID_RUN;
                }
                if (!result.verdict().passed() || !reloadPassed) {
                    yield ExitCode.THRESHOLDS_CROSSED;
                }
                yield reportsWritten ? ExitCode.PASSED : ExitCode.FAILED;
            }
        };
    }
}
