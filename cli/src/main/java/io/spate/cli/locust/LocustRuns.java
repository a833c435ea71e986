package io.spate.cli.locust;

import io.spate.cli.history.Histories;
import io.spate.cli.history.RunKeeper;
import io.spate.cli.outputs.AskedOutputs;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.target.TargetGate;
import io.spate.cli.web.Hands;
import io.spate.cli.web.RunWatch;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.engine.Script;
import io.spate.locust.LocustException;
import io.spate.locust.LocustTest;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.SystemTags;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.net.NetOptions;
import io.spate.report.json.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs of loaded locustfiles: each is kept in the history, sent where it is asked for, and shown.
 *
 * @param file the name of the locustfile
 * @param out where else figures go, as {@code --out} says
 * @param gate whom the locustfiles may connect to
 */
record LocustRuns(
        SpateProcess process,
        LocustTest test,
        String file,
        List<String> out,
        LocustConsole console,
        String version,
        Ticker ticker,
        TargetGate gate) {

    LocustRuns {
        out = List.copyOf(out);
    }

    /** Runs a run to its end, in whosever hands it is. */
    @FunctionalInterface
    interface Steered {
        RunResult execute(Run run) throws InterruptedException;
    }

    /**
     * One run to its end.
     *
     * @param host the target; empty where the classes of users have their own
     * @param passed whether it passed, asked at its end
     */
    void run(Script script, String host, RunWatch watch, Steered steered, BooleanSupplier passed)
            throws InterruptedException {
        var plan = test.plan(file, host);
        var elsewhere = AskedOutputs.of(process, out);
        AskedOutputs.open(elsewhere, process, plan, SystemTags.SHOWN, ticker, this::warn);
        var listeners = new ArrayList<Output>(List.of(elsewhere));
        var keeper =
                RunKeeper.begin(
                        process,
                        Histories.place(process, null),
                        new RunKeeper.Start(plan, file, "", version),
                        it -> console.log("INFO", "spate", it));
        keeper.ifPresent(listeners::add);
        watch.opens(
                        plan,
                        test.length(),
                        keeper.map(RunKeeper::id),
                        "",
                        it -> Results.of(plan, it, version))
                .ifPresent(listeners::add);
        var machine = AskedOutputs.over(elsewhere, machine());
        var run = new Run(plan, script, machine, listeners, this::warn);
        gate.onRefusal(test::end);
        watch.starts(Hands.of(crowd(), test::end, run::stopAtOnce));
        var result = steered.execute(run);
        var results = Results.of(plan, result, version);
        keeper.ifPresent(it -> it.end(results, result));
        var broken = run.scriptFailure();
        if (broken.isPresent()) {
            throw new LocustException(String.valueOf(broken.get().getMessage()));
        }
        gate.check();
        watch.ends(results, passed.getAsBoolean());
        health(result);
    }

    private void warn(String message) {
        console.log("WARNING", "spate", message);
    }

    /** A loop for each Python. */
    private RunOptions machine() {
        return new RunOptions(
                test.pythons(), NetOptions.DEFAULT.withGate(gate), SeriesRegistry.LIMIT, ticker);
    }

    private Hands.Crowd crowd() {
        return new Hands.Crowd() {
            @Override
            public void become(int users, OptionalDouble spawnRate) {
                Map<String, @Nullable Object> order = new LinkedHashMap<>();
                order.put("users", users);
                if (spawnRate.isPresent()) {
                    order.put("spawn_rate", spawnRate.getAsDouble());
                }
                test.change(order);
            }

            @Override
            public void reset() {
                test.reset();
            }

            @Override
            public void onReset(Runnable who) {
                test.onReset(who);
            }
        };
    }

    /** What Locust cannot know: that the figures are the generator's rather than the server's. */
    private void health(RunResult result) {
        result.generator().findings().stream()
                .filter(it -> it.severity() == Severity.INVALID)
                .forEach(it -> warn(it.what() + " " + it.consequence()));
    }
}
