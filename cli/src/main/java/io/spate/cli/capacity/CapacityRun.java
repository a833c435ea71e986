package io.spate.cli.capacity;

import io.spate.analysis.capacity.Capacity;
import io.spate.analysis.capacity.CapacitySearch;
import io.spate.analysis.capacity.Next;
import io.spate.analysis.capacity.SearchPlan;
import io.spate.analysis.capacity.Trial;
import io.spate.cli.capacity.CapacityCommand.Loaded;
import io.spate.cli.flags.MachineFlags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.results.ReportFiles;
import io.spate.cli.results.ReportFiles.Format;
import io.spate.cli.target.AllowedTargets;
import io.spate.cli.target.TargetGuard;
import io.spate.engine.Run;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import io.spate.report.Summary;
import io.spate.report.capacity.CapacityReport;
import io.spate.report.capacity.CapacityText;
import io.spate.report.json.Extras;
import io.spate.report.json.Results;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One search: looks at the target, runs, reports. */
final class CapacityRun {
    private final SpateProcess process;
    private final MachineFlags machine;
    private final CapacitySettings settings;
    private final String version;
    private final AtomicReference<@Nullable Run> run = new AtomicReference<>();
    private final AtomicInteger interrupts = new AtomicInteger();

    CapacityRun(
            SpateProcess process, MachineFlags machine, CapacitySettings settings, String version) {
        this.process = process;
        this.machine = machine;
        this.settings = settings;
        this.version = version;
    }

    ExitCode run(Loaded loaded, List<Threshold> objectives) throws InterruptedException {
        var test = loaded.test();
        var steps = settings.steps();
        var fit =
                CapacityPlan.of(
                        test.plan(),
                        settings.open(),
                        steps.max(),
                        settings.to(),
                        settings.usersMax(),
                        settings.spacing());
        var files =
                new ReportFiles(process)
                        .add(Format.HTML, settings.reports().html())
                        .add(Format.JSON, settings.reports().json())
                        .add(Format.MARKDOWN, settings.reports().markdown());
        var allowed = AllowedTargets.of(process.env());
        var route = machine.network().over(test.route(), process.env());
        var guard = new TargetGuard(allowed, route, this::tell);
        guard.checkProxiesOf(test.route());
        guard.check(fit.plan().target(), machine.preflight());
        var search = search(fit, objectives);
        if (!settings.quiet()) {
            tell(head(loaded.name(), objectives));
        }
        var going =
                new Run(
                        fit.plan(),
                        test.script(),
                        machine.runOptions(process, allowed, route),
                        List.of(search),
                        it -> tell("spate: " + it));
        run.set(going);
        RunResult result;
        try (var _ = new Signals(() -> interrupt(search, going))) {
            result = going.execute();
        }
        going.scriptFailure().ifPresent(it -> tell("spate: the script failed: " + it));
        var capacity = search.capacity().orElseThrow();
        var found = CapacityReport.of(capacity, !settings.open(), texts(objectives));
        var extras = Extras.in(loaded.environment()).withCapacity(found);
        return report(fit, result, capacity, extras, files);
    }

    private Search search(CapacityPlan fit, List<Threshold> objectives) {
        var plan =
                new SearchPlan(
                        settings.from(), settings.to(), settings.precision(), !settings.open());
        var hands = new Search.Hands(load -> set(fit, load), this::stop, this::begins, this::done);
        return new Search(
                CapacitySearch.of(plan), settings.steps(), objectives, settings.open(), hands);
    }

    /** Each scenario gets its share; of users, those that are left over go to the first ones. */
    private void set(CapacityPlan fit, double load) {
        var going = run.get();
        if (going == null) {
            return;
        }
        double before = 0;
        long given = 0;
        for (var scenario : fit.plan().scenarios()) {
            double share = fit.shares().getOrDefault(scenario.name(), 0.0) * load;
            if (settings.open()) {
                going.control().setRate(scenario.name(), share);
            } else {
                before += share;
                long users = Math.round(before) - given;
                given += users;
                going.control().setUsers(scenario.name(), (int) users);
            }
        }
    }

    private void stop() {
        var going = run.get();
        if (going != null) {
            going.stop();
        }
    }

    private void interrupt(Search search, Run going) {
        if (interrupts.incrementAndGet() == 1) {
            tell("Ending with what is known; press Ctrl-C again to stop at once.");
            search.end();
        } else {
            going.stopAtOnce();
        }
    }

    private String unit() {
        return settings.open() ? "1/s" : "users";
    }

    private String head(String source, List<Threshold> objectives) {
        var steps = settings.steps();
        return "Searching for the highest %s at which %s meets %s; steps of %s, at most %s."
                .formatted(
                        settings.open() ? "rate of iterations" : "number of users",
                        source,
                        String.join(", ", texts(objectives)),
                        Durations.format(steps.step()),
                        Durations.format(steps.max()));
    }

    private void begins(Next.Try next) {
        if (process.interactive() && !settings.quiet()) {
            process.err().print("  trying " + CapacityText.load(next.load(), unit()) + " …\r");
            process.err().flush();
        }
    }

    private void done(Trial trial) {
        if (!settings.quiet()) {
            tell("  " + CapacityText.line(CapacityReport.TrialRow.of(trial), unit()));
        }
    }

    private void tell(String line) {
        process.err().println(line);
    }

    private static List<String> texts(List<Threshold> objectives) {
        return objectives.stream()
                .map(it -> it.selector().text() + ": " + it.expression())
                .toList();
    }

    private ExitCode report(
            CapacityPlan fit,
            RunResult measured,
            Capacity capacity,
            Extras extras,
            ReportFiles files) {
        boolean interrupted = interrupts.get() > 0;
        var failed = measured.ending() == RunResult.Ending.SCRIPT_ERROR;
        // The search ends its run itself: that is no interruption.
        var result = interrupted || failed ? measured : completed(measured);
        var results = Results.of(fit.plan(), result, version, extras);
        var terminal = new Terminals(process, settings.noColor()).out();
        process.out().print(Summary.capacity(extras.capacity().orElseThrow(), terminal));
        process.out().flush();
        boolean written = files.write(results, this::tell);
        if (failed) {
            return ExitCode.SCRIPT_ERROR;
        }
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        return switch (capacity.status()) {
            case FOUND -> written ? ExitCode.PASSED : ExitCode.FAILED;
            case NOTHING_HOLDS -> ExitCode.THRESHOLDS_CROSSED;
            case GENERATOR_LIMITED -> ExitCode.INVALID_RUN;
            case NOT_REACHED, UNCONFIRMED -> ExitCode.NO_VERDICT;
        };
    }

    private static RunResult completed(RunResult it) {
        return new RunResult(
                it.startedAt(),
                it.elapsed(),
                RunResult.Ending.COMPLETED,
                it.total(),
                it.timeline(),
                it.verdict(),
                it.setup(),
                it.warmUp(),
                it.levels(),
                it.failures(),
                it.generator());
    }
}
