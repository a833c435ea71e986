package io.spate.output.delivery;

import io.spate.metrics.KeptRequests;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends what each second came to. */
public final class SecondsOutput implements OpenOutput {
    private final Delivery<Interval> delivery;
    private final Ticker ticker;
    private final boolean traces;

    /** The run's start by the time of day, as soon as a second has ended. */
    private Optional<Long> startEpochNanos = Optional.empty();

    /** Begins. */
    public SecondsOutput(
            String name, Carrier<Interval, ?> carrier, Ticker ticker, Consumer<String> messages) {
        this(name, carrier, ticker, messages, false);
    }

    /**
     * The same.
     *
     * @param traces whether requests with sampled traces are sent too
     */
    public SecondsOutput(
            String name,
            Carrier<Interval, ?> carrier,
            Ticker ticker,
            Consumer<String> messages,
            boolean traces) {
        this.ticker = ticker;
        this.traces = traces;
        this.delivery = Delivery.start(name, carrier, ticker, messages);
    }

    @Override
    public void accept(Snapshot second) {
        long start =
                startEpochNanos.orElseGet(
                        () -> Clock.now(ticker).epochNanos(ticker.nanoTime()) - second.endNanos());
        startEpochNanos = Optional.of(start);
        var kept = traces ? second.kept().sampledAlone() : KeptRequests.NONE;
        delivery.offer(new Interval(second.withKept(kept), start + second.endNanos()));
    }

    @Override
    public void finish(RunResult result) {
        delivery.end(result);
    }

    @Override
    public Optional<SampleSink> samples() {
        return Optional.empty();
    }

    @Override
    public Delivered await(long deadlineNanos) {
        return delivery.await(deadlineNanos);
    }
}
