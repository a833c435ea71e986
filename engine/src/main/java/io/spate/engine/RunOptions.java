package io.spate.engine;

import io.spate.engine.portion.Portion;
import io.spate.metrics.SampleLogs;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Ticker;
import io.spate.metrics.keeping.Tracing;
import io.spate.net.NetOptions;
import java.util.Optional;

/**
 * How a run uses its machine.
 *
 * @param workers event loops, each with a thread; at least 1
 * @param net how loops move bytes
 * @param seriesLimit how many series are told apart before the rest are folded
 * @param ticker the clock; of the same time as {@link System#nanoTime} while event loops wait
 * @param samples who reads each value, beside what they come to; empty where nobody does
 * @param portion what of the plan's load this machine carries
 * @param tracing whether requests are traced
 */
public record RunOptions(
        int workers,
        NetOptions net,
        int seriesLimit,
        Ticker ticker,
        Optional<SampleLogs> samples,
        Portion portion,
        Tracing tracing) {
    /** Where requests are not traced. */
    public RunOptions(
            int workers,
            NetOptions net,
            int seriesLimit,
            Ticker ticker,
            Optional<SampleLogs> samples,
            Portion portion) {
        this(workers, net, seriesLimit, ticker, samples, portion, Tracing.OFF);
    }

    /** Where this machine carries the whole load. */
    public RunOptions(
            int workers,
            NetOptions net,
            int seriesLimit,
            Ticker ticker,
            Optional<SampleLogs> samples) {
        this(workers, net, seriesLimit, ticker, samples, Portion.WHOLE);
    }

    /** Where nobody asks for each value. */
    public RunOptions(int workers, NetOptions net, int seriesLimit, Ticker ticker) {
        this(workers, net, seriesLimit, ticker, Optional.empty());
    }

    /** One worker per processor, the best transport, the usual limit of series. */
    public static RunOptions ofThisMachine() {
        return new RunOptions(
                Runtime.getRuntime().availableProcessors(),
                NetOptions.DEFAULT,
                SeriesRegistry.LIMIT,
                Ticker.system());
    }

    public RunOptions {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }
    }

    /** The same with another number of workers. */
    public RunOptions withWorkers(int count) {
        return new RunOptions(count, net, seriesLimit, ticker, samples, portion, tracing);
    }

    /** The same with somebody who reads each value. */
    public RunOptions withSamples(SampleLogs logs) {
        return new RunOptions(
                workers, net, seriesLimit, ticker, Optional.of(logs), portion, tracing);
    }

    /** The same for a part of the load. */
    public RunOptions withPortion(Portion part) {
        return new RunOptions(workers, net, seriesLimit, ticker, samples, part, tracing);
    }

    /** The same with requests that are traced, or are not. */
    public RunOptions withTracing(Tracing how) {
        return new RunOptions(workers, net, seriesLimit, ticker, samples, portion, how);
    }
}
