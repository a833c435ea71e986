package io.spate.cli.k6;

import io.spate.cli.flags.MachineFlags;
import io.spate.cli.history.BaselineThresholds;
import io.spate.cli.history.Histories;
import io.spate.cli.history.RunKeeper;
import io.spate.cli.outputs.AskedOutputs;
import io.spate.cli.process.Ahead;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.target.TargetGate;
import io.spate.cli.web.Hands;
import io.spate.cli.web.RunWatch;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.engine.ScriptFailure;
import io.spate.k6.K6Test;
import io.spate.k6.OnceTimeoutException;
import io.spate.k6.js.JsErrors;
import io.spate.k6.rest.LiveTotal;
import io.spate.k6.rest.RestApi;
import io.spate.k6.rest.RestServer;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.net.NetOptions;
import io.spate.output.registry.RunOutputSet;
import io.spate.plan.TestPlan;
import io.spate.report.RunHead;
import io.spate.report.json.Extras;
import io.spate.report.json.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One run of a k6 script, from its flags to its exit code. */
final class K6Session {
    private final SpateProcess process;
    private final K6Flags flags;
    private final K6Files files;
    private final String version;
    private final RunOutputSet outputs;
    private final K6Report report;
    private final Ticker ticker = Ticker.system();
    private final RunWatch watch;
    private final TargetGate gate;

    /**
     * Of flags.
     *
     * @param watch who looks at the run
     */
    K6Session(
            SpateProcess process, K6Flags flags, String version, RunWatch watch, TargetGate gate) {
        this.watch = watch;
        this.gate = gate;
        this.process = process;
        this.flags = flags;
        this.files = new K6Files(process, flags);
        this.outputs = AskedOutputs.of(process, asked());
        this.report = new K6Report(process, flags, files, version);
        this.version = version;
    }

    private List<String> asked() {
        var all =
                new ArrayList<>(
                        flags.outputs().isEmpty()
                                ? AskedOutputs.split(process.env().getOrDefault("K6_OUT", ""))
                                : flags.outputs());
        flags.get("traces-output").flatMap(K6Traces::output).ifPresent(all::add);
        return all;
    }

    /** Runs it; returns the exit code. */
    int run() throws InterruptedException {
        address().ifPresent(K6Session::checkAddress);
        Ahead.begin(K6Test::loadEngine);
        Ahead.load(NetOptions.DEFAULT, Histories.place(process, null));
        return new K6Loader(process, flags, files, ticker).load(files.source(), this::run);
    }

    private Optional<String> address() {
        return flags.get("address").filter(it -> !it.isEmpty());
    }

    private static void checkAddress(String address) {
        try {
            RestServer.loopback(address);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private int run(K6Test test, K6Console console) throws InterruptedException {
        if (test.options().paused() && address().isEmpty()) {
            throw new UsageException(
                    "a run that begins paused needs --address HOST:PORT, so that spate k6 resume"
                            + " can reach it");
        }
        console.tell(watch::says);
        var plan = judged(test.plan(), console);
        if (!flags.has("quiet")) {
            process.err()
                    .print(
                            RunHead.of(
                                    test.share(plan),
                                    flags.script(),
                                    outputs.shown(),
                                    test.options().portion().fraction()));
            process.err().flush();
        }
        test.options().warnings().forEach(it -> console.log(Level.WARNING, it, ""));
        if (!test.options().withoutEffect().isEmpty()) {
            var names = String.join(", ", test.options().withoutEffect());
            console.log(Level.WARNING, "these options have no effect here: " + names, "");
        }
        var machine = machine(test);
        prepare(test, machine.workers(), console);
        var live = new LiveTotal();
        var listeners = new ArrayList<Output>();
        address().ifPresent(_ -> listeners.add(live));
        AskedOutputs.open(
                outputs,
                process,
                plan,
                test.options().systemTags(),
                ticker,
                it -> console.log(Level.WARNING, it, ""));
        listeners.add(outputs);
        var keeper = keeper(plan, console);
        keeper.ifPresent(listeners::add);
        watched(plan, keeper).ifPresent(listeners::add);
        listeners.add(console);
        console.progressOf(test.share(plan));
        var run =
                new Run(
                        plan,
                        test.script(),
                        machine,
                        listeners,
                        it -> console.log(Level.WARNING, it, ""));
        var steering = new K6Steering(test, plan, run, machine, live);
        test.control().onAbort(steering::abort);
        gate.onRefusal(steering::abort);
        test.control().onDriver(it -> System.setProperty("playwright.cli.dir", it));
        watch.starts(Hands.of(run, steering::abort));
        try (var _ =
                rest(
                        new RestApi(test.share(plan), test.options().summary(), live, steering),
                        console)) {
            return steered(run, test, machine, steering, console, plan, keeper);
        }
    }

    private TestPlan judged(TestPlan plan, K6Console console) {
        return flags.has("no-thresholds")
                ? plan.withThresholds(List.of())
                : BaselineThresholds.over(
                        process,
                        plan,
                        Histories.place(process, null),
                        it -> console.log(Level.INFO, it, ""));
    }

    private Optional<Output> watched(TestPlan plan, Optional<RunKeeper> keeper) {
        return watch.opens(
                plan,
                RunWatch.lengthOf(plan),
                keeper.map(RunKeeper::id),
                "",
                it -> Results.of(plan, it, version));
    }

    private Optional<RunKeeper> keeper(TestPlan plan, K6Console console) {
        return RunKeeper.begin(
                process,
                Histories.place(process, null),
                new RunKeeper.Start(plan, flags.script(), "", version),
                it -> console.log(Level.INFO, it, ""));
    }

    /** Nothing where no address is given. */
    private AutoClosed rest(RestApi api, K6Console console) {
        var address = address();
        if (address.isEmpty()) {
            return () -> {};
        }
        try {
            var server = RestServer.start(address.get(), api);
            console.log(Level.DEBUG, "the REST API listens on port " + server.port(), "");
            return server::close;
        } catch (IOException e) {
            throw new UsageException(
                    "the REST API cannot listen on %s: %s".formatted(address.get(), e.getMessage()),
                    ExitCode.API_NOT_STARTED);
        }
    }

    @FunctionalInterface
    private interface AutoClosed extends AutoCloseable {
        @Override
        void close();
    }

    private int steered(
            Run run,
            K6Test test,
            RunOptions machine,
            K6Steering steering,
            K6Console console,
            TestPlan plan,
            Optional<RunKeeper> keeper)
            throws InterruptedException {
        try (var signals = new K6Signals(steering, console, watch.takesSignals())) {
            if (test.options().paused()) {
                console.log(Level.INFO, "paused; spate k6 resume begins the run", "");
            }
            steering.awaitBegin(test.options().paused());
            var result = run.execute();
            steering.ended();
            run.scriptFailure().ifPresent(it -> console.log(Level.ERROR, told(it), "stacktrace"));
            var extras = Extras.NONE.withOutputs(outputs.delivered());
            var results = Results.of(plan, result, version, extras);
            keeper.ifPresent(it -> it.end(results, result));
            var done = new K6Report.Done(test, plan, machine, result, results);
            boolean written = report.write(done, console);
            if (flags.has("linger")) {
                console.log(Level.INFO, "lingering; Ctrl-C ends it", "");
                steering.awaitLeft();
            }
            int code = exitCode(test, steering, result, written);
            tell(console, test, result);
            signals.tell();
            gate.check();
            watch.ends(results, code == ExitCode.PASSED.code());
            return code;
        }
    }

    private RunOptions machine(K6Test test) {
        var machine = new MachineFlags().runOptions(process, gate);
        var own =
                new RunOptions(
                        machine.workers(),
                        test.over(machine.net()),
                        machine.seriesLimit(),
                        machine.ticker());
        return AskedOutputs.over(outputs, own.withPortion(test.options().portion()));
    }

    /** Makes the users; who ends it meanwhile ends all. */
    private static void prepare(K6Test test, int threads, K6Console console)
            throws InterruptedException {
        try (var _ = new Signals(() -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code()));
                var _ = new SlowInit(console)) {
            test.prepare(threads, _ -> {});
        }
    }

    private static String told(Throwable thrown) {
        return thrown instanceof ScriptFailure failure
                ? JsErrors.told(failure)
                : String.valueOf(thrown.getMessage());
    }

    private static int exitCode(
            K6Test test, K6Steering steering, RunResult result, boolean written) {
        var failure = test.failure();
        if (failure.isPresent() && result.ending() != RunResult.Ending.INTERRUPTED) {
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
                            : steering.isStopped()
                                    ? ExitCodes.STOPPED_BY_API
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
        private static final int STOPPED_BY_API = 103;
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
