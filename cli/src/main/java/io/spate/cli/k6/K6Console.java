package io.spate.cli.k6;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.spate.k6.summary.ProgressLines;
import io.spate.k6.vu.ScriptLog;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.Terminal;
import io.spate.report.text.Cells;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * What people see of a run while it goes on: messages, and progress below them. Any thread may hand
 * over messages and goes on at once; a thread of its own prints them. Where there are more than it
 * can print, they are dropped, and counted.
 */
final class K6Console implements Output, ScriptLog, AutoCloseable {
    private static final int WAITING_MAX = 10_000;
    private static final double PLAIN_SECONDS = 10;

    private final PrintStream err;
    private final K6Logs logs;
    private final Terminal terminal;
    private final boolean quiet;
    private final Ticker ticker;
    private final long startNanos;

    /** Ends with nothing. */
    private final BlockingQueue<Optional<K6Message>> waiting =
            new ArrayBlockingQueue<>(WAITING_MAX);

    private final AtomicLong dropped = new AtomicLong();
    private final Thread printer;
    private Optional<ProgressLines> progress = Optional.empty();
    private List<String> block = List.of();
    private BiConsumer<String, String> listener = (_, _) -> {};
    private double nextSeconds = PLAIN_SECONDS;

    /**
     * A console.
     *
     * @param err where progress is shown
     * @param logs where messages go
     */
    K6Console(PrintStream err, K6Logs logs, Terminal terminal, boolean quiet, Ticker ticker) {
        this.err = err;
        this.logs = logs;
        this.terminal = terminal;
        this.quiet = quiet;
        this.ticker = ticker;
        this.startNanos = ticker.nanoTime();
        this.printer = Thread.ofPlatform().daemon().name("console").start(this::print);
    }

    @Override
    public void log(Level level, String message, String source) {
        if (!logs.takes(level)) {
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(ticker.nanoTime() - startNanos);
        var line = new K6Message(level, message, source, ticker.instant(), seconds);
        if (!waiting.offer(Optional.of(line))) {
            dropped.incrementAndGet();
        }
    }

    /** Says which run's progress is to be shown. */
    synchronized void progressOf(TestPlan plan) {
        progress = Optional.of(new ProgressLines(plan));
    }

    private void print() {
        try {
            for (var line = waiting.take(); line.isPresent(); line = waiting.take()) {
                print(line.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has somebody know of what is printed from now on: a level, and a message. */
    synchronized void tell(BiConsumer<String, String> who) {
        listener = who;
    }

    private synchronized void print(K6Message message) {
        listener.accept(message.level().name().toLowerCase(Locale.ROOT), message.text());
        boolean drawn = !block.isEmpty();
        if (drawn) {
            err.print("\u001B[" + block.size() + "A\u001B[J");
        }
        var place = message.source().equals("console") ? logs.console() : logs.messages();
        place.write(message);
        if (drawn) {
            block.forEach(it -> err.print(it + "\n"));
        }
        err.flush();
    }

    @Override
    public synchronized void accept(Snapshot second) {
        if (quiet || progress.isEmpty()) {
            return;
        }
        progress.get().add(second);
        double seconds = second.endNanos() / 1e9;
        if (terminal.interactive()) {
            draw();
        } else if (seconds >= nextSeconds) {
            nextSeconds = seconds + PLAIN_SECONDS - seconds % PLAIN_SECONDS;
            plain();
        }
    }

    private void draw() {
        var lines = new ArrayList<String>();
        lines.add("");
        progress.orElseThrow()
                .lines()
                .forEach(it -> lines.add(Cells.cut(it, terminal.width() - 1)));
        if (!block.isEmpty()) {
            err.print("\u001B[" + block.size() + "A\u001B[J");
        }
        lines.forEach(it -> err.print(it + "\n"));
        err.flush();
        block = List.copyOf(lines);
    }

    private void plain() {
        err.print("\n");
        progress.orElseThrow().lines().forEach(it -> err.print(it + "\n"));
        err.flush();
    }

    @Override
    public synchronized void finish(RunResult result) {
        if (!quiet && progress.isPresent() && !terminal.interactive()) {
            plain();
        }
        block = List.of();
    }

    /** Prints what is left. */
    @Override
    public void close() {
        try {
            // A printer that has been interrupted takes no more: nobody waits for it.
            while (printer.isAlive() && !waiting.offer(Optional.empty(), 100, MILLISECONDS)) {
                // It is still at what came before.
            }
            printer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            err.print(lost + " messages were more than could be printed, and are left out.\n");
        }
        err.flush();
    }
}
