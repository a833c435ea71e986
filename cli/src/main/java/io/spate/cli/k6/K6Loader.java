package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.k6.K6OptionsException;
import io.spate.k6.K6Source;
import io.spate.k6.K6Test;
import io.spate.metrics.Ticker;
import io.spate.script.ScriptException;

/** Loads a script for a command, which may run it or only look at it. */
final class K6Loader {
    private final SpateProcess process;
    private final K6Flags flags;
    private final K6Files files;
    private final Ticker ticker;

    K6Loader(SpateProcess process, K6Flags flags, K6Files files, Ticker ticker) {
        this.process = process;
        this.flags = flags;
        this.files = files;
        this.ticker = ticker;
    }

    /** What is done with a script. */
    @FunctionalInterface
    interface Use {
        /** Uses it; returns the exit code. */
        int with(K6Test test, K6Console console) throws InterruptedException;
    }

    /**
     * Loads the script, uses it and closes it.
     *
     * @throws UsageException where it cannot be loaded
     */
    int load(K6Source source, Use use) throws InterruptedException {
        var terminals = new Terminals(process, flags.has("no-color"));
        try (var logs = K6Logs.of(process, flags, files, terminals.err());
                var console =
                        new K6Console(
                                process.err(), logs, terminals.err(), flags.has("quiet"), ticker);
                var test = load(source, console)) {
            return use.with(test, console);
        } catch (ScriptException e) {
            throw UsageException.of(flags.script(), e, ExitCode.SCRIPT_ERROR);
        } catch (K6OptionsException e) {
            throw UsageException.of(
                    flags.script(),
                    new ScriptException(e.problems()),
                    ExitCode.INVALID_CONFIGURATION);
        }
    }

    private K6Test load(K6Source source, K6Console console) {
        try (var _ = new SlowInit(console)) {
            return K6Test.load(source, console, ticker);
        }
    }
}
