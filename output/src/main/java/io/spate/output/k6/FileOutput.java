package io.spate.output.k6;

import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SampleSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes each value into a file. One that cannot be written any more is told once, and left out;
 * what it misses is counted. The values are written by the thread that takes them.
 */
public final class FileOutput implements OpenOutput, SampleSink {
    private static final int TURNS_PER_FLUSH = 4;
    private static final int CHUNK = 1 << 16;

    private final String shown;
    private final SampleFormat format;
    private final OutputStream stream;
    private final Consumer<String> messages;
    private final StringBuilder text = new StringBuilder(CHUNK);
    private long waiting;
    private int turns;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private volatile String failure = "";

    /**
     * Begins.
     *
     * @param shown what messages call it
     * @param stream closed at the end
     */
    public FileOutput(
            String shown, SampleFormat format, OutputStream stream, Consumer<String> messages) {
        this.shown = shown;
        this.format = format;
        this.stream = stream;
        this.messages = messages;
        text.append(format.head());
    }

    @Override
    public Optional<SampleSink> samples() {
        return Optional.of(this);
    }

    @Override
    public void sample(int lane, Series series, long epochNanos, long value) {
        if (format.append(text, lane, series, epochNanos, value)) {
            waiting++;
        }
        if (text.length() >= CHUNK - 1024) {
            pass();
        }
    }

    @Override
    public void turn() {
        pass();
        if (turns++ % TURNS_PER_FLUSH == 0) {
            attempt(stream::flush);
        }
    }

    @Override
    public void end() {
        pass();
        attempt(stream::close);
    }

    private void pass() {
        if (!text.isEmpty()) {
            attempt(() -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
            text.setLength(0);
        }
        // What went into a file that then fails to close may be lost as well; nobody can tell.
        if (failure.isEmpty()) {
            sent.addAndGet(waiting);
        } else {
            lost.addAndGet(waiting);
        }
        waiting = 0;
    }

    @FunctionalInterface
    private interface Attempt {
        void go() throws IOException;
    }

    private void attempt(Attempt attempt) {
        if (!failure.isEmpty()) {
            return;
        }
        try {
            attempt.go();
        } catch (IOException e) {
            failure = "cannot be written any more: " + e.getMessage();
            messages.accept(
                    "%s cannot be written any more and is left out: %s"
                            .formatted(shown, e.getMessage()));
        }
    }

    @Override
    public void accept(Snapshot second) {}

    @Override
    public void finish(RunResult result) {}

    @Override
    public Delivered await(long deadlineNanos) {
        return new Delivered(shown, sent.get(), lost.get(), 0, failure);
    }
}
