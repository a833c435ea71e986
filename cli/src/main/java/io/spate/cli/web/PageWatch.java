package io.spate.cli.web;

import io.spate.engine.Run;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows a run on the page. For one run after another. */
final class PageWatch implements RunWatch {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LiveRuns runs;
    private final Ticker ticker;
    private final Consumer<String> opened;
    private Optional<LiveRun> run = Optional.empty();
    private Optional<TestPlan> plan = Optional.empty();

    /**
     * On a page.
     *
     * @param opened takes the id of each run
     */
    PageWatch(LiveRuns runs, Ticker ticker, Consumer<String> opened) {
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
    public void starts(Run started, Runnable stop) {
        run.ifPresent(
                it ->
                        it.begun(
                                new Steering(
                                        plan.orElseThrow(),
                                        started.control(),
                                        stop,
                                        started::stopAtOnce)));
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
    void fails(Exception thrown) {
        try {
            if (run.isPresent()) {
                run.get().failed(String.valueOf(thrown.getMessage()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
