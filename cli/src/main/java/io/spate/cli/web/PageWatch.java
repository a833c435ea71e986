package io.spate.cli.web;

import io.spate.metrics.Ticker;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.RunFacts;
import io.spate.web.live.Steering;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Said> early = new ArrayList<>();
    private volatile Optional<LiveRun> run = Optional.empty();
    private Optional<TestPlan> plan = Optional.empty();

    private record Said(String level, String message) {}

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
            Optional<Duration> length,
            Optional<String> id,
            String environment,
            Function<RunResult, Results> document) {
        var live =
                runs.begin(
                        new RunFacts(
                                id.orElseGet(this::newId), asked, environment, length, document));
        run = Optional.of(live);
        plan = Optional.of(asked);
        opened.accept(live.facts().id());
        says("info", "%s begins, as run %s".formatted(asked.name(), live.facts().id()));
        return Optional.of(live);
    }

    private String newId() {
        return "%s-%04x"
                .formatted(
                        STAMP.format(ticker.instant()),
                        ThreadLocalRandom.current().nextInt(1 << 16));
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

            @Override
            public void onReset(Runnable who) {
                users.onReset(who);
            }
        };
    }

    @Override
    public boolean takesSignals() {
        return takesSignals;
    }

    @Override
    public synchronized void says(String level, String message) {
        early.add(new Said(level, message));
        // Until there is a run, the last one is the latest.
        if (run.isPresent()) {
            early.forEach(it -> runs.log(it.level, it.message));
            early.clear();
        }
    }

    @Override
    public void ends(Results results, boolean passed) throws InterruptedException {
        if (run.isPresent()) {
            says("info", passed ? "The run has passed" : "The run has not passed");
            run.get().ended(results, passed);
        }
    }

    /** The run could not go on. */
    public void fails(Exception thrown) {
        try {
            if (run.isPresent()) {
                says("error", String.valueOf(thrown.getMessage()));
                run.get().failed(String.valueOf(thrown.getMessage()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
