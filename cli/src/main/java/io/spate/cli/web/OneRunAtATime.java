package io.spate.cli.web;

import io.spate.metrics.Ticker;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.NotNowException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The runs that a page starts: one after another, each on a thread of its own. For any thread. */
public final class OneRunAtATime {
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final LiveRuns live;
    private final Ticker ticker;
    private final Runnable ended;

    /** Counts down at the end of the run that goes on. */
    private volatile Optional<CountDownLatch> going = Optional.empty();

    /**
     * None yet.
     *
     * @param ended called after each run, on its thread, when the next one may begin
     */
    public OneRunAtATime(LiveRuns live, Ticker ticker, Runnable ended) {
        this.live = live;
        this.ticker = ticker;
        this.ended = ended;
    }

    /** A run to its end. */
    @FunctionalInterface
    public interface Work {
        /** Runs it, as its watcher sees. */
        void run(PageWatch watch) throws Exception;
    }

    /**
     * Starts a run; returns its id as soon as the page shows it.
     *
     * @throws NotNowException where another one goes on
     * @throws io.spate.web.api.BadRequest with what kept it from its beginning
     */
    public String start(Work work) {
        var end = take();
        var opened = new CompletableFuture<String>();
        var watch = new PageWatch(live, ticker, opened::complete, true);
        Thread.ofPlatform()
                .daemon()
                .name("page-run")
                .start(
                        () -> {
                            try {
                                run(work, watch, opened);
                            } finally {
                                going = Optional.empty();
                                end.countDown();
                            }
                            ended.run();
                        });
        return id(opened);
    }

    private synchronized CountDownLatch take() {
        awaitLast();
        if (isGoing()) {
            throw new NotNowException("a run goes on already");
        }
        var end = new CountDownLatch(1);
        going = Optional.of(end);
        return end;
    }

    /** What a run does after its end takes a moment, and keeps nobody from the next one. */
    private void awaitLast() {
        try {
            if (live.latest().filter(LiveRun::isOver).isPresent()) {
                await(MOMENT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Work work, PageWatch watch, CompletableFuture<String> opened) {
        try {
            work.run(watch);
            // What did not come so far as to begin has told why on the terminal alone.
            opened.completeExceptionally(new IllegalStateException("the run did not begin"));
        } catch (Exception e) {
            opened.completeExceptionally(e);
            watch.fails(e);
        }
    }

    private static String id(CompletableFuture<String> opened) {
        try {
            return opened.get();
        } catch (ExecutionException e) {
            throw PlanMistakes.of(
                    e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotNowException("the server is being stopped");
        }
    }

    /** Whether a run goes on, or does what follows its end. */
    public boolean isGoing() {
        return going.isPresent();
    }

    /** Waits for the end of the run that goes on, but not for ever. */
    public void await(Duration patience) throws InterruptedException {
        var end = going;
        if (end.isPresent()) {
            boolean _ = end.get().await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
