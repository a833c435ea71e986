package io.spate.cli.k6;

import io.spate.cli.flags.MachineFlags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.cli.target.AllowedTargets;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.engine.ScriptFailure;
import io.spate.k6.K6OptionsException;
import io.spate.k6.K6Test;
import io.spate.k6.OnceTimeoutException;
import io.spate.k6.js.JsErrors;
import io.spate.k6.summary.CompactSummary;
import io.spate.k6.summary.SummaryData;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.RunHead;
import io.spate.report.SummaryExport;
import io.spate.report.json.Results;
import io.spate.script.ScriptException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One run of a k6 script, from its flags to its exit code. */
final class K6Session {
    private final SpateProcess process;
    private final K6Flags flags;
    private final K6Files files;
    private final String version;
    private final Ticker ticker = Ticker.system();

    K6Session(SpateProcess process, K6Flags flags, String version) {
        this.process = process;
        this.flags = flags;
        this.files = new K6Files(process, flags);
        this.version = version;
    }

    /** Runs it; returns the exit code. */
    int run() throws InterruptedException {
        refuse("out", "outputs of k6 (--out) are not there");
        refuse("traces-output", "traces (--traces-output) are not there");
        refuse("secret-source", "sources of secrets (--secret-source) are not there");
        var source = files.source();
        var terminals = new Terminals(process, flags.has("no-color"));
        var file = Optional.ofNullable(flags.options().get("consoleOutput"));
        var script = file.map(files::stream).orElse(process.err());
        try (var console =
                        new K6Console(
                                process.err(),
                                script,
                                terminals.err(),
                                flags.has("quiet"),
                                flags.has("verbose"),
                                ticker);
                var test = K6Test.load(source, console, ticker)) {
            return run(test, console, terminals);
        } catch (ScriptException e) {
            throw UsageException.of(flags.script(), e, ExitCode.SCRIPT_ERROR);
        } catch (K6OptionsException e) {
            throw UsageException.of(
                    flags.script(),
                    new ScriptException(e.problems()),
                    ExitCode.INVALID_CONFIGURATION);
        } finally {
            file.ifPresent(_ -> close(script));
        }
    }

    private static void close(PrintStream stream) {
        stream.close();
    }

    private void refuse(String flag, String message) {
        if (flags.get(flag).filter(it -> !it.equals("none")).isPresent()) {
            throw new UsageException(
                    message + "; the summary can be written with --summary-export FILE");
        }
    }

    private int run(K6Test test, K6Console console, Terminals terminals)
            throws InterruptedException {
        var plan = flags.has("no-thresholds") ? without(test.plan()) : test.plan();
        if (!flags.has("quiet")) {
            process.err().print(RunHead.of(plan, flags.script(), List.of()));
            process.err().flush();
        }
        test.options().warnings().forEach(it -> console.log(Level.WARNING, it, ""));
        if (!test.options().withoutEffect().isEmpty()) {
            var names = String.join(", ", test.options().withoutEffect());
            console.log(Level.WARNING, "these options have no effect here: " + names, "");
        }
        var machine = machine(test);
        test.prepare(machine.workers(), _ -> {});
        console.progressOf(plan);
        var run =
                new Run(
                        plan,
                        test.script(),
                        machine,
                        List.of(console),
                        it -> console.log(Level.WARNING, it, ""));
        test.control().onAbort(run::stop);
        var result = steered(run, test, console);
        run.scriptFailure().ifPresent(it -> console.log(Level.ERROR, told(it), "stacktrace"));
        var results = Results.of(plan, result, version);
        boolean written = report(test, plan, result, results, console, terminals);
        int code = exitCode(test, result, written);
        tell(console, test, result);
        return code;
    }

    private RunOptions machine(K6Test test) {
        var machine = new MachineFlags().runOptions(process, AllowedTargets.of(process.env()));
        return new RunOptions(
                machine.workers(),
                test.over(machine.net()),
                machine.seriesLimit(),
                machine.ticker());
    }

    private static TestPlan without(TestPlan plan) {
        return plan.withThresholds(List.of());
    }

    private RunResult steered(Run run, K6Test test, K6Console console) throws InterruptedException {
        var requests = new AtomicInteger();
        var grace =
                test.plan().scenarios().stream()
                        .map(Scenario::gracefulStop)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        try (var _ =
                new Signals(
                        () -> {
                            switch (requests.incrementAndGet()) {
                                case 1 -> {
                                    console.log(
                                            Level.ERROR,
                                            "stopping; press Ctrl-C again to stop at once",
                                            "");
                                    test.stopping(grace);
                                    run.stop();
                                }
                                case 2 -> {
                                    test.stopping(Duration.ZERO);
                                    run.stopAtOnce();
                                }
                                default -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
                            }
                        })) {
            return run.execute();
        }
    }

    private static String told(Throwable thrown) {
        return thrown instanceof ScriptFailure failure
                ? JsErrors.told(failure)
                : String.valueOf(thrown.getMessage());
    }

    /** The summary, by the script or by us, and its export. Whether all of it was written. */
    private boolean report(
            K6Test test,
            TestPlan plan,
            RunResult result,
            Results results,
            K6Console console,
            Terminals terminals) {
        boolean complete = true;
        boolean disabled =
                flags.has("no-summary")
                        || flags.get("summary-mode").filter("disabled"::equals).isPresent();
        if (!disabled && !custom(test, plan, result, results, console)) {
            process.out()
                    .print(
                            CompactSummary.of(
                                    plan,
                                    result,
                                    results,
                                    test.options().summary(),
                                    terminals.out().colours()));
            process.out().flush();
        }
        var export = flags.get("summary-export");
        if (export.isPresent()) {
            var json = SummaryExport.json(results).getBytes(StandardCharsets.UTF_8);
            complete = files.write(export.get(), json, console);
        }
        return complete;
    }

    private boolean custom(
            K6Test test, TestPlan plan, RunResult result, Results results, K6Console console) {
        if (!test.handlesSummary()) {
            return false;
        }
        try {
            var data =
                    SummaryData.json(
                            plan,
                            result,
                            results,
                            test.options().summary(),
                            test.setupData(),
                            process.interactive());
            files.write(test.handleSummary(data), console);
            return true;
        } catch (ScriptFailure failure) {
            console.log(Level.ERROR, JsErrors.told(failure), "handleSummary");
            return false;
        }
    }

    private static int exitCode(K6Test test, RunResult result, boolean written) {
        var failure = test.failure();
        if (failure.isPresent()) {
            return failure.get() instanceof OnceTimeoutException timeout
                    ? timeout.isSetup() ? ExitCodes.SETUP_TIMEOUT : ExitCodes.TEARDOWN_TIMEOUT
                    : ExitCode.SCRIPT_ERROR.code();
        }
        return switch (result.ending()) {
            case SCRIPT_ERROR -> ExitCode.SCRIPT_ERROR.code();
            case THRESHOLD_ABORT -> ExitCode.THRESHOLDS_CROSSED.code();
            case INTERRUPTED ->
                    test.control().aborted().isPresent()
                            ? ExitCodes.ABORTED
                            : ExitCode.INTERRUPTED.code();
            case COMPLETED ->
                    !result.verdict().passed()
                            ? ExitCode.THRESHOLDS_CROSSED.code()
                            : test.control().failed()
                                    ? ExitCodes.MARKED_AS_FAILED
                                    : written ? ExitCode.PASSED.code() : ExitCode.FAILED.code();
        };
    }

    /** k6's codes that no other command ends with. */
    private static final class ExitCodes {
        private static final int SETUP_TIMEOUT = 100;
        private static final int TEARDOWN_TIMEOUT = 101;
        private static final int ABORTED = 108;
        private static final int MARKED_AS_FAILED = 110;
    }

    private static void tell(K6Console console, K6Test test, RunResult result) {
        test.control().aborted().ifPresent(it -> console.log(Level.ERROR, it, ""));
        var crossed =
                result.verdict().judgements().stream()
                        .filter(it -> !it.passed())
                        .map(it -> it.threshold().selector().text())
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!crossed.isEmpty()) {
            console.log(
                    Level.ERROR,
                    "thresholds on metrics '%s' have been crossed".formatted(crossed),
                    "");
        }
    }
}
