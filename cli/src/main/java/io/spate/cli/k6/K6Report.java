package io.spate.cli.k6;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.engine.InterruptedIteration;
import io.spate.engine.RunOptions;
import io.spate.engine.ScriptFailure;
import io.spate.k6.K6Test;
import io.spate.k6.OnceTimeoutException;
import io.spate.k6.js.JsErrors;
import io.spate.k6.summary.CompactSummary;
import io.spate.k6.summary.LegacySummary;
import io.spate.k6.summary.SummaryData;
import io.spate.k6.summary.SummaryFiles;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run of a k6 script leaves: the summary, by the script or by us, and its export. */
final class K6Report {
    private final SpateProcess process;
    private final K6Flags flags;
    private final K6Files files;
    private final String version;
    private final Mode mode;

    /**
     * The report of a command line.
     *
     * @throws UsageException where it asks for a summary that there is not
     */
    K6Report(SpateProcess process, K6Flags flags, K6Files files, String version) {
        this.process = process;
        this.flags = flags;
        this.files = files;
        this.version = version;
        this.mode = mode();
    }

    private enum Mode {
        COMPACT,
        FULL,
        LEGACY,
        DISABLED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A run with what it came to. */
    record Done(
            K6Test test, TestPlan plan, RunOptions machine, RunResult result, Results results) {}

    private Mode mode() {
        if (flags.has("no-summary")) {
            return Mode.DISABLED;
        }
        var asked = flags.get("summary-mode").orElse("compact");
        return Arrays.stream(Mode.values())
                .filter(it -> it.text().equals(asked))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "--summary-mode is one of %s, and not '%s'"
                                                .formatted(
                                                        Arrays.stream(Mode.values())
                                                                .map(Mode::text)
                                                                .collect(Collectors.joining(", ")),
                                                        asked)));
    }

    /** Writes all of it. Whether it could be written. */
    boolean write(Done done, K6Console console) throws InterruptedException {
        if (mode != Mode.DISABLED && !byScript(done, console)) {
            boolean colours = new Terminals(process, flags.has("no-color")).out().colours();
            process.out().print(summary(done, colours));
            process.out().flush();
        }
        return flags.get("summary-export")
                .map(it -> files.write(it, export(done).getBytes(StandardCharsets.UTF_8), console))
                .orElse(true);
    }

    private String summary(Done done, boolean colours) {
        var options = done.test.options().summary();
        return mode == Mode.LEGACY
                ? LegacySummary.of(done.plan, done.result, done.results, options, colours)
                : CompactSummary.of(
                        done.plan, done.result, done.results, options, mode == Mode.FULL, colours);
    }

    private String export(Done done) {
        var options = done.test.options().summary();
        return flags.has("new-machine-readable-summary")
                ? SummaryFiles.machine(
                        done.plan, done.result, done.results, options, flags.script(), version)
                : SummaryFiles.old(
                        done.plan, done.result, done.results, options, done.test.setupData());
    }

    private boolean byScript(Done done, K6Console console) throws InterruptedException {
        if (!done.test.handlesSummary()) {
            return false;
        }
        try {
            var data =
                    SummaryData.json(
                            done.plan,
                            done.result,
                            done.results,
                            done.test.options().summary(),
                            done.test.setupData(),
                            process.interactive());
            var texts = done.test.handleSummary(done.machine, data);
            texts.ifPresent(it -> files.write(it, console));
            return texts.isPresent();
        } catch (OnceTimeoutException | InterruptedIteration e) {
            console.log(Level.ERROR, String.valueOf(e.getMessage()), "handleSummary");
            return false;
        } catch (ScriptFailure failure) {
            console.log(Level.ERROR, JsErrors.told(failure), "handleSummary");
            return false;
        }
    }
}
