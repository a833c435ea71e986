package io.spate.output.registry;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.SampleLogs;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.output.delivery.Clock;
import io.spate.output.delivery.SampleSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reads each value of a run while it goes on, on a thread of its own, and gives it to those who
 * want it: the load never waits. Values that come faster than they are taken are dropped and
 * counted.
 */
final class SamplePump {
    private static final long TURN_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int GAUGES_MAX = 1_000;

    /** The lane of what is not recorded one by one; those of recorders follow. */
    private static final int GAUGES = 0;

    private final List<SampleSink> sinks;
    private final SampleLogs logs;
    private final Ticker ticker;
    private final Clock clock;
    private final Instants instants = new Instants();
    private final Consumer<String> messages;
    private final Set<Metric> shown;
    private final BlockingQueue<Gauge> gauges = new ArrayBlockingQueue<>(GAUGES_MAX);
    private final AtomicLong lostGauges = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;

    /**
     * Begins to read.
     *
     * @param logs where recorders put their values; read by nobody else
     * @param ticker the clock of the logs
     * @param own the metrics that the script adds
     * @param messages told of a sink that has failed
     */
    SamplePump(
            List<SampleSink> sinks,
            SampleLogs logs,
            Ticker ticker,
            List<Metric> own,
            Consumer<String> messages) {
        this.sinks = new ArrayList<>(sinks);
        this.logs = logs;
        this.ticker = ticker;
        this.clock = Clock.now(ticker);
        this.messages = messages;
        this.shown = new HashSet<>(BuiltinMetrics.OF_K6);
        this.shown.addAll(own);
        this.thread = Thread.ofPlatform().daemon().name("samples").start(this::run);
    }

    private record Gauge(Series series, long atNanos, long value) {}

    /** Takes the users of a second, which are not recorded one by one. */
    void gauges(Snapshot second) {
        long now = ticker.nanoTime();
        second.aggregates()
                .forEach(
                        (series, value) -> {
                            boolean users =
                                    series.metric().equals(BuiltinMetrics.VUS)
                                            || series.metric().equals(BuiltinMetrics.VUS_MAX);
                            if (users
                                    && value instanceof Aggregate.Level level
                                    && !gauges.offer(new Gauge(series, now, level.last()))) {
                                lostGauges.incrementAndGet();
                            }
                        });
    }

    /** Gives what is left, and tells the sinks that it was the last; returns how many were lost. */
    long finish() {
        ended = true;
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return logs.dropped() + lostGauges.get();
    }

    private void run() {
        while (!ended) {
            drain();
            each(SampleSink::turn);
            pause();
        }
        drain();
        each(SampleSink::end);
    }

    private void drain() {
        for (int recorder = 0; recorder < logs.recorders(); recorder++) {
            int lane = recorder + 1;
            logs.drain(recorder, (series, atNanos, value) -> give(lane, series, atNanos, value));
        }
        for (var next = gauges.poll(); next != null; next = gauges.poll()) {
            give(GAUGES, next.series, next.atNanos, next.value);
        }
    }

    private void give(int lane, Series series, long atNanos, long value) {
        if (!shown.contains(series.metric())) {
            return;
        }
        long epochNanos = instants.next(lane, clock.epochNanos(atNanos));
        // By index, as this is done for each value.
        for (int i = 0; i < sinks.size(); i++) {
            var sink = sinks.get(i);
            try {
                sink.sample(lane, series, epochNanos, value);
            } catch (RuntimeException e) {
                broken(sink, e);
            }
        }
    }

    private void each(Consumer<SampleSink> what) {
        for (var sink : List.copyOf(sinks)) {
            try {
                what.accept(sink);
            } catch (RuntimeException e) {
                broken(sink, e);
            }
        }
    }

    private void broken(SampleSink sink, RuntimeException e) {
        sinks.remove(sink);
        messages.accept(
                "%s has failed and is left out from now on: %s"
                        .formatted(sink.getClass().getSimpleName(), e));
    }

    /** Waits for a turn, or for a gauge. */
    private void pause() {
        try {
            var gauge = gauges.poll(TURN_MILLIS, TimeUnit.MILLISECONDS);
            if (gauge != null) {
                give(GAUGES, gauge.series, gauge.atNanos, gauge.value);
            }
        } catch (InterruptedException _) {
            ended = true;
        }
    }
}
