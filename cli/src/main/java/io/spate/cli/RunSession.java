package io.spate.cli;

import io.spate.engine.Run;
import io.spate.metrics.RunResult;
import io.spate.report.LiveConsole;
import io.spate.report.RunHead;
import io.spate.report.Summary;
import io.spate.script.LoadedTest;

/** Runs a loaded test: looks at the target, opens the outputs, runs, reports, and judges. */
final class RunSession {
    private final SpateProcess process;
    private final OutputFlags flags;
    private final MachineFlags machine;

    RunSession(SpateProcess process, OutputFlags flags, MachineFlags machine) {
        this.process = process;
        this.flags = flags;
        this.machine = machine;
    }

    /** Runs it to its end; throws {@link UsageException} where it must not start. */
    ExitCode run(String source, LoadedTest test) throws InterruptedException {
        var plan = flags.over(test.plan());
        var terminals = new Terminals(process, flags.noColor);
        var console = new LiveConsole(plan, process.err(), terminals::err);
        new TargetGuard(process.env(), console::message).check(plan.target(), machine.preflight());
        try (var outputs = new RunOutputs(process, flags, plan, console)) {
            if (!flags.quiet) {
                process.err().print(RunHead.of(plan, source, outputs.names()));
            }
            var run = new Run(plan, test.script(), machine.runOptions(), outputs.all());
            RunResult result;
            try (var _ = new Signals(run, console)) {
                result = run.execute();
            }
            process.out().print(Summary.of(result, terminals.out()));
            process.out().flush();
            run.scriptFailure().ifPresent(it -> console.message("spate: the script failed: " + it));
            return exitCode(result, outputs.writeReports(result));
        }
    }

    private static ExitCode exitCode(RunResult result, boolean reportsWritten) {
        return switch (result.ending()) {
            case SCRIPT_ERROR -> ExitCode.SCRIPT_ERROR;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case THRESHOLD_ABORT -> ExitCode.THRESHOLDS_CROSSED;
            case COMPLETED -> {
                if (!result.verdict().passed()) {
                    yield ExitCode.THRESHOLDS_CROSSED;
                }
                yield reportsWritten ? ExitCode.PASSED : ExitCode.FAILED;
            }
        };
    }
}
