package io.spate.output.k6;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.SampleLogs;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
 * Writes each value of a run while it goes on, into one or more files, on a thread of its own: the
 * load never waits for it. Values that come faster than they can be written are dropped, and the
 * end tells how many. A file that cannot be written any more is told once, and left out.
 */
public final class SampleFiles implements Output {
    private static final long TURN_MILLIS = 50;
    private static final int TURNS_PER_FLUSH = 4;
    private static final int GAUGES_MAX = 1_000;
    private static final int CHUNK = 1 << 16;

    private final List<Target> targets;
    private final SampleLogs logs;
    private final Ticker ticker;
    private final Consumer<String> messages;
    private final Set<Metric> shown;
    private final long epochOfTickerNanos;
    private final BlockingQueue<Gauge> gauges = new ArrayBlockingQueue<>(GAUGES_MAX);
    private final AtomicLong lostGauges = new AtomicLong();
    private final Thread writer;
    private volatile boolean ended;

    /**
     * Begins to write.
     *
     * @param targets what is written where; each is closed at the end
     * @param logs where recorders put their values; read by nobody else
     * @param ticker the clock of the logs
     * @param own the metrics that the script adds
     * @param messages told of what is missing; by any thread
     */
    public SampleFiles(
            List<Target> targets,
            SampleLogs logs,
            Ticker ticker,
            List<Metric> own,
            Consumer<String> messages) {
        this.targets = new ArrayList<>(targets);
        this.logs = logs;
        this.ticker = ticker;
        this.messages = messages;
        this.shown = new HashSet<>(BuiltinMetrics.OF_K6);
        this.shown.addAll(own);
        var now = ticker.instant();
        epochOfTickerNanos =
                now.getEpochSecond() * 1_000_000_000 + now.getNano() - ticker.nanoTime();
        this.writer = Thread.ofPlatform().daemon().name("samples").start(this::write);
    }

    /**
     * Where lines go.
     *
     * @param name for messages
     * @param stream closed at the end
     */
    public record Target(String name, SampleFormat format, OutputStream stream) {}

    private record Gauge(Series series, long atNanos, long value) {}

    @Override
    public void accept(Snapshot second) {
        long now = ticker.nanoTime();
        second.aggregates()
                .forEach(
                        (series, value) -> {
                            boolean users =
                                    series.metric().equals(BuiltinMetrics.VUS)
                                            || series.metric().equals(BuiltinMetrics.VUS_MAX);
                            if (users && value instanceof Aggregate.Level level) {
                                keep(new Gauge(series, now, level.last()));
                            }
                        });
    }

    private void keep(Gauge gauge) {
        if (!gauges.offer(gauge)) {
            lostGauges.incrementAndGet();
        }
    }

    /** Writes what is left, and closes the files. */
    @Override
    public void finish(RunResult result) {
        ended = true;
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        long lost = logs.dropped() + lostGauges.get();
        if (lost > 0) {
            messages.accept(
                    ("%d samples came faster than they could be written, and are missing in the"
                                    + " outputs")
                            .formatted(lost));
        }
    }

    private void write() {
        targets.removeIf(it -> !put(it, it.format.head()));
        var texts = targets.stream().map(it -> new Text(it, new StringBuilder(CHUNK))).toList();
        for (int turn = 0; !ended; turn++) {
            drain(texts);
            texts.forEach(it -> pass(it, 1));
            if (turn % TURNS_PER_FLUSH == 0) {
                targets.removeIf(it -> !attempt(it, it.stream::flush));
            }
            await(texts);
        }
        drain(texts);
        texts.forEach(it -> pass(it, 1));
        targets.removeIf(it -> !attempt(it, it.stream::close));
    }

    private record Text(Target target, StringBuilder text) {}

    private void drain(List<Text> texts) {
        logs.drain((series, atNanos, value) -> append(texts, series, atNanos, value));
        for (var next = gauges.poll(); next != null; next = gauges.poll()) {
            append(texts, next.series, next.atNanos, next.value);
        }
    }

    private void append(List<Text> texts, Series series, long atNanos, long value) {
        if (!shown.contains(series.metric())) {
            return;
        }
        for (var each : texts) {
            each.target.format.append(each.text, series, epochOfTickerNanos + atNanos, value);
            pass(each, CHUNK - 1024);
        }
    }

    /** Passes a text on where it has so many characters. */
    private void pass(Text text, int least) {
        if (text.text.length() < least) {
            return;
        }
        if (targets.contains(text.target) && !put(text.target, text.text.toString())) {
            targets.remove(text.target);
        }
        text.text.setLength(0);
    }

    private boolean put(Target target, String text) {
        return attempt(target, () -> target.stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @FunctionalInterface
    private interface Attempt {
        void go() throws IOException;
    }

    private boolean attempt(Target target, Attempt attempt) {
        try {
            attempt.go();
            return true;
        } catch (IOException e) {
            messages.accept(
                    "%s cannot be written any more and is left out: %s"
                            .formatted(target.name, e.getMessage()));
            return false;
        }
    }

    /** Waits for a turn, or for a gauge. */
    private void await(List<Text> texts) {
        try {
            var gauge = gauges.poll(TURN_MILLIS, TimeUnit.MILLISECONDS);
            if (gauge != null) {
                append(texts, gauge.series, gauge.atNanos, gauge.value);
            }
        } catch (InterruptedException _) {
            ended = true;
        }
    }
}
