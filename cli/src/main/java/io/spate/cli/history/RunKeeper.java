package io.spate.cli.history;

import io.spate.cli.process.SpateProcess;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.SecondsOutput;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import io.spate.store.StoreException;
import io.spate.store.StoreLocation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a run in the history while it goes on. Whatever becomes of the history, the run goes on:
 * what fails is told once.
 */
public final class RunKeeper implements Output {
    /** How long the end of a run waits for what is still to be written. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HistoryCarrier carrier;
    private final SecondsOutput seconds;
    private final Ticker ticker;
    private final Consumer<String> messages;

    private RunKeeper(HistoryCarrier carrier, Ticker ticker, Consumer<String> messages) {
        this.carrier = carrier;
        this.ticker = ticker;
        this.messages = messages;
        this.seconds = new SecondsOutput("Keeping this run", carrier, ticker, messages);
    }

    /**
     * What is known of a run that is to be kept.
     *
     * @param source what is run, as the user named it
     * @param environment what the target is part of; empty where nobody said
     * @param version of Spate
     */
    public record Start(TestPlan plan, String source, String environment, String version) {}

    /**
     * Begins to keep a run. Nothing is opened before its first second.
     *
     * @param place nothing where it is not to be kept
     */
    public static Optional<RunKeeper> begin(
            SpateProcess process,
            Optional<StoreLocation> place,
            Start start,
            Consumer<String> messages) {
        var ticker = Ticker.system();
        return place.map(
                it ->
                        new RunKeeper(
                                new HistoryCarrier(process, it, start, ticker), ticker, messages));
    }

    /** By which the run is found. */
    public String id() {
        return carrier.id();
    }

    @Override
    public void accept(Snapshot second) {
        seconds.accept(second);
    }

    @Override
    public void finish(RunResult result) {
        seconds.finish(result);
    }

    /** Keeps what the run came to; to be called after {@link #finish}, once. */
    public void end(Results results, RunResult result) {
        // What fails already does not get better by waiting.
        var patience = carrier.isFailing() ? Duration.ZERO : PATIENCE;
        var came = seconds.await(ticker.nanoTime() + patience.toNanos());
        try {
            if (carrier.isFailing()) {
                messages.accept("spate: this run is not in the history, or not all of it.");
                return;
            }
            carrier.end(Outcomes.of(results, result));
            messages.accept(
                    "Kept as run %s%s"
                            .formatted(
                                    id(),
                                    came.lost() == 0 ? "" : "; some of its seconds are lost"));
        } catch (StoreException e) {
            messages.accept("spate: what this run came to is not kept: " + e.getMessage());
        } finally {
            carrier.release();
        }
    }
}
