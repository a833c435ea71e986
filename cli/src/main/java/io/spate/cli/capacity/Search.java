package io.spate.cli.capacity;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.ITERATIONS;

import io.spate.analysis.capacity.Capacity;
import io.spate.analysis.capacity.CapacitySearch;
import io.spate.analysis.capacity.Next;
import io.spate.analysis.capacity.StepWatch;
import io.spate.analysis.capacity.StepWatch.Step;
import io.spate.analysis.capacity.Trial;
import io.spate.analysis.capacity.Trial.Purpose;
import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives a search by the seconds of one run: sets a load, lets the target settle, judges, lets it
 * work off what is left, and goes on with what {@link CapacitySearch} asks for. Belongs to the
 * run's thread, but for {@link #end}.
 */
final class Search implements Output {
    private final Steps steps;
    private final List<Threshold> objectives;
    private final boolean open;
    private final Hands hands;
    private CapacitySearch search;
    private State state = State.DRAINING;
    private double drained;
    private @Nullable StepWatch watch;
    private Optional<Capacity> capacity = Optional.empty();
    private volatile boolean ended;

    /**
     * How long things take.
     *
     * @param settle what of a step is left out
     * @param step how much of it counts; twice that where a load is confirmed
     * @param drain how long what is left of a step may take at the most
     * @param max when the search ends at the latest
     */
    record Steps(Duration settle, Duration step, Duration drain, Duration max) {}

    /**
     * What a search does to the world.
     *
     * @param load sets the load
     * @param stop ends the run
     * @param begins is told of each step that begins
     * @param done is told of what it came to
     */
    record Hands(
            DoubleConsumer load, Runnable stop, Consumer<Next.Try> begins, Consumer<Trial> done) {}

    private enum State {
        DRAINING,
        MEASURING,
        DONE
    }

    Search(
            CapacitySearch search,
            Steps steps,
            List<Threshold> objectives,
            boolean open,
            Hands hands) {
        this.search = search;
        this.steps = steps;
        this.objectives = objectives;
        this.open = open;
        this.hands = hands;
    }

    @Override
    public void accept(Snapshot second) {
        if (ended || second.endNanos() >= steps.max.toNanos()) {
            finishSearch();
        }
        switch (state) {
            case DRAINING -> drain(second);
            case MEASURING -> measure(second);
            case DONE -> {}
        }
    }

    @Override
    public void finish(RunResult result) {
        finishSearch();
    }

    /** Ends the search with what is known by then; for any thread. */
    void end() {
        ended = true;
    }

    /** What it came to; empty where it has not ended. */
    Optional<Capacity> capacity() {
        return capacity;
    }

    /** A second without anything that ends says that all has ended. */
    private void drain(Snapshot second) {
        boolean quiet = second.count(ITERATIONS) == 0 && second.count(HTTP_REQS) == 0;
        if (!quiet && drained < steps.drain.toNanos() / 1e9) {
            drained += second.seconds();
            return;
        }
        switch (search.next()) {
            case Next.Try next -> begin(next);
            case Next.Done _ -> finishSearch();
        }
    }

    private void begin(Next.Try next) {
        double seconds = steps.step.toNanos() / 1e9 * (next.purpose() == Purpose.CONFIRM ? 2 : 1);
        double settle = steps.settle.toNanos() / 1e9;
        var step = new Step(next.load(), next.purpose(), open, settle, seconds);
        watch = new StepWatch(step, objectives);
        state = State.MEASURING;
        hands.begins.accept(next);
        hands.load.accept(next.load());
    }

    private void measure(Snapshot second) {
        if (watch == null || !watch.add(second)) {
            return;
        }
        var trial = watch.trial();
        hands.load.accept(0);
        search = search.with(trial);
        hands.done.accept(trial);
        drained = 0;
        state = State.DRAINING;
        if (search.next() instanceof Next.Done) {
            finishSearch();
        }
    }

    private void finishSearch() {
        if (state != State.DONE) {
            state = State.DONE;
            capacity =
                    Optional.of(
                            search.next() instanceof Next.Done(var status)
                                    ? search.capacity(status)
                                    : search.capacity(Capacity.Status.UNCONFIRMED));
            hands.stop.run();
        }
    }
}
