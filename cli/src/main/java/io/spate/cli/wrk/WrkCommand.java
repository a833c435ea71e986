package io.spate.cli.wrk;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.ForeignCommand;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.target.AllowedTargets;
import io.spate.cli.target.TargetGuard;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.wrk.WrkFailure;
import io.spate.wrk.WrkOptions;
import io.spate.wrk.WrkReport;
import io.spate.wrk.WrkTest;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code spate wrk}: takes a command line of wrk or wrk2, and prints what these would. */
@Command(
        name = "wrk",
        description = {
            "Do what wrk does: the same arguments, Lua scripts and output. With -R, wrk2.",
            "The arguments are those of wrk: spate wrk -t12 -c400 -d30s URL"
        },
        sortOptions = false)
public final class WrkCommand implements ForeignCommand {
    private final SpateProcess process;
    private final String version;
    private List<String> arguments = List.of();

    /** A command of a process. */
    public WrkCommand(SpateProcess process, String version) {
        this.process = process;
        this.version = version;
    }

    @Override
    public void arguments(List<String> all) {
        arguments = List.copyOf(all);
    }

    @Override
    public Integer call() throws InterruptedException {
        var parsed = WrkArguments.parse(arguments);
        if (parsed.showsVersion()) {
            process.out().print(WrkUsage.version(version));
        }
        return switch (parsed) {
            case WrkArguments.Test(var options, var _) -> run(options);
            case WrkArguments.Usage(var message, var _) -> usage(message);
        };
    }

    private int usage(String message) {
        if (!message.isEmpty()) {
            process.err().println(message);
        }
        process.out().print(WrkUsage.TEXT);
        process.out().flush();
        return ExitCode.FAILED.code();
    }

    private int run(WrkOptions options) throws InterruptedException {
        var defaults = RunOptions.ofThisMachine();
        var allowed = AllowedTargets.of(process.env());
        try (var test =
                WrkTest.prepare(
                        options,
                        defaults.workers(),
                        defaults.ticker(),
                        allowed,
                        process.err()::println)) {
            new TargetGuard(allowed, process.err()::println).check(options.url().text(), false);
            process.out().print(WrkReport.head(options));
            process.out().flush();
            return run(test, defaults);
        } catch (WrkFailure e) {
            process.err().println(e.getMessage());
            return ExitCode.FAILED.code();
        }
    }

    private int run(WrkTest test, RunOptions defaults) throws InterruptedException {
        var runOptions =
                new RunOptions(
                        test.loops(),
                        defaults.net().withGate(test.gate()),
                        defaults.seriesLimit(),
                        defaults.ticker());
        var run =
                new Run(
                        test.plan(),
                        test.script(),
                        runOptions,
                        List.of(),
                        it -> process.err().println("spate: " + it));
        test.whenBroken(run::stopAtOnce);
        try (var _ = new Signals(run::stopAtOnce)) {
            run.execute();
            var failure = test.failure();
            if (failure.isPresent()) {
                process.err().println(failure.get());
                return ExitCode.FAILED.code();
            }
            var result = test.result();
            process.out().print(WrkReport.of(result));
            process.out().flush();
            test.done(result);
            return ExitCode.PASSED.code();
        }
    }
}
