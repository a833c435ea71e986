package io.spate.cli.web;

import io.spate.metrics.Ticker;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Executor;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.RunFacts;
import io.spate.web.live.Steering;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows a run on the page. For one run after another. */
public final class PageWatch implements RunWatch {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LiveRuns runs;
    private final Ticker ticker;
    private final Consumer<String> opened;
    private final boolean takesSignals;
    private Optional<LiveRun> run = Optional.empty();
    private Optional<TestPlan> plan = Optional.empty();

    /**
     * On a page.
     *
     * @param opened takes the id of each run
     * @param takesSignals whether the page sees to Ctrl-C
     */
    public PageWatch(LiveRuns runs, Ticker ticker, Consumer<String> opened, boolean takesSignals) {
        this.takesSignals = takesSignals;
        this.runs = runs;
        this.ticker = ticker;
        this.opened = opened;
    }

    @Override
    public Optional<Output> opens(
            TestPlan asked,
            Optional<String> id,
            String environment,
            Function<RunResult, Results> document) {
        var live =
                runs.begin(
                        new RunFacts(
                                id.orElseGet(this::newId),
                                asked,
                                environment,
                                hasEnd(asked),
                                document));
        run = Optional.of(live);
        plan = Optional.of(asked);
        opened.accept(live.facts().id());
        return Optional.of(live);
    }

    private String newId() {
        return "%s-%04x"
                .formatted(
                        STAMP.format(ticker.instant()),
                        ThreadLocalRandom.current().nextInt(1 << 16));
    }

    /** The duration of a number of iterations is the longest that they may take. */
    static boolean hasEnd(TestPlan plan) {
        return plan.scenarios().stream()
                .noneMatch(
                        it ->
                                it.executor() instanceof Executor.SharedIterations
                                        || it.executor() instanceof Executor.PerVuIterations);
    }

    @Override
    public void starts(Hands hands) {
        run.ifPresent(it -> it.begun(steering(plan.orElseThrow(), hands)));
    }

    private static Steering steering(TestPlan of, Hands hands) {
        var control = hands.control();
        return control.isPresent()
                ? new Steering(of, control.get(), hands.stop(), hands.stopAtOnce())
                : Steering.of(
                        of, crowd(hands.crowd().orElseThrow()), hands.stop(), hands.stopAtOnce());
    }

    private static Steering.Crowd crowd(Hands.Crowd users) {
        return new Steering.Crowd() {
            @Override
            public void become(int count, OptionalDouble spawnRate) {
                users.become(count, spawnRate);
            }

            @Override
            public void reset() {
                users.reset();
            }
        };
    }

    @Override
    public boolean takesSignals() {
        return takesSignals;
    }

    @Override
    public void says(String message) {
        runs.log("info", message);
    }

    @Override
    public void ends(Results results, boolean passed) throws InterruptedException {
        if (run.isPresent()) {
            run.get().ended(results, passed);
        }
    }

    /** The run could not go on. */
    public void fails(Exception thrown) {
        try {
            if (run.isPresent()) {
                run.get().failed(String.valueOf(thrown.getMessage()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
