package io.spate.cli;

import io.spate.http.watch.Successes;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.reload.CommandRun;
import io.spate.metrics.reload.ReloadPlan;
import io.spate.metrics.reload.ReloadResult;
import io.spate.metrics.reload.ReloadWatch;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reloads the target while a run goes on, or lets others do so, and watches what that does. {@link
 * #accept} and {@link #finish} belong to the thread that executes the run; the command runs beside
 * it, on one thread of its own.
 */
final class Reload implements Output, AutoCloseable {
    /** How long after the run a command may still take. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ReloadPlan plan;
    private final Path directory;
    private final Successes successes;
    private final Consumer<String> messages;
    private final ReloadWatch watch;
    private final Ticker ticker = Ticker.system();
    private final ScheduledExecutorService thread;
    private boolean scheduled;
    private boolean finished;
    private long startNanos;
    private long lastNanos;
    private volatile Optional<ShellCommand> running = Optional.empty();
    private volatile Optional<CommandRun> command = Optional.empty();

    /**
     * A reload to come.
     *
     * @param directory where its command runs
     * @param successes what the run marks its successes in
     */
    Reload(ReloadPlan plan, Path directory, Successes successes, Consumer<String> messages) {
        this.plan = plan;
        this.directory = directory;
        this.successes = successes;
        this.messages = messages;
        this.watch = new ReloadWatch(plan);
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("reload").factory());
    }

    @Override
    public void accept(Snapshot second) {
        if (!scheduled) {
            // The first second tells when the run began; no reload is due before its end.
            scheduled = true;
            startNanos = ticker.nanoTime() - second.endNanos();
            long delay = plan.at().toNanos() - second.endNanos();
            var _ = thread.schedule(this::reload, delay, TimeUnit.NANOSECONDS);
        }
        lastNanos = second.endNanos();
        watch.add(second);
    }

    private void reload() {
        successes.open(ticker.nanoTime(), plan.window().toNanos());
        if (plan.command().isEmpty()) {
            messages.accept("Reload now: the window is open.");
            return;
        }
        var shell = new ShellCommand(plan.command().get(), directory, ticker);
        messages.accept("Reload now: " + shell.command());
        running = Optional.of(shell);
        var ended = shell.run();
        command = Optional.of(ended);
        messages.accept(
                ended.exitCode().isPresent()
                        ? "The reload command ended with exit code " + ended.exitCode().getAsInt()
                        : "The reload command did not run to its end: " + ended.output());
    }

    /** Gives a command that still runs some time. */
    @Override
    public void finish(RunResult result) {
        finished = true;
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
                running.ifPresent(ShellCommand::end);
                thread.awaitTermination(GRACE.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it did to the requests; empty before the run has ended. */
    Optional<ReloadResult> result() {
        if (!finished) {
            return Optional.empty();
        }
        var gap =
                plan.at().toNanos() < lastNanos
                        ? successes.longestGapNanos(startNanos + lastNanos)
                        : OptionalLong.empty();
        return Optional.of(watch.result(command, gap));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        running.ifPresent(ShellCommand::end);
    }
}
