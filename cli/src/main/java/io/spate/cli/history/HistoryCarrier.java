package io.spate.cli.history;

import io.spate.cli.process.SpateProcess;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SendException;
import io.spate.store.Commit;
import io.spate.store.Outcome;
import io.spate.store.PlanFacts;
import io.spate.store.RunFacts;
import io.spate.store.RunRecording;
import io.spate.store.RunStore;
import io.spate.store.StoreException;
import io.spate.store.StoreLocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes each second of a run into the history. Belongs to the thread of its delivery, and to the
 * run's own when that has ended.
 */
final class HistoryCarrier implements Carrier<Interval, Snapshot> {
    /** Without letters that are taken for others. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int ID_LENGTH = 8;

    private final SpateProcess process;
    private final StoreLocation place;
    private final RunKeeper.Start start;
    private final Ticker ticker;
    private final Instant startedAt;
    private final String id = newId();

    /** What is told of the run before its first second; a short run would wait for it. */
    private final FutureTask<Before> before = new FutureTask<>(this::before);

    private @Nullable RunStore store;
    private @Nullable RunRecording recording;
    private volatile boolean failing;

    HistoryCarrier(
            SpateProcess process, StoreLocation place, RunKeeper.Start start, Ticker ticker) {
        this.process = process;
        this.place = place;
        this.start = start;
        this.ticker = ticker;
        this.startedAt = ticker.instant();
        Thread.ofPlatform().daemon().name("before the run").start(before);
    }

    private record Before(Optional<Commit> commit, String document) {}

    private Before before() throws InterruptedException {
        return new Before(GitFacts.of(process.directory()), Outcomes.before(start, startedAt));
    }

    private static String newId() {
        var random = ThreadLocalRandom.current();
        var id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    String id() {
        return id;
    }

    /** Whether what was tried last did not work. */
    boolean isFailing() {
        return failing;
    }

    @Override
    public void prepare() throws SendException, InterruptedException {
        try {
            var known = before.get();
            attempt(() -> recording(known));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private RunRecording recording(Before known) {
        var begun = recording;
        if (begun != null) {
            return begun;
        }
        var opened = store == null ? RunStore.open(place, ticker) : store;
        store = opened;
        begun = opened.begin(id, facts(known.commit()), known.document());
        recording = begun;
        return begun;
    }

    /** Also where it could not be prepared, by who ended that. */
    private RunRecording recording() {
        return recording(
                before.state() == Future.State.SUCCESS
                        ? before.resultNow()
                        : new Before(Optional.empty(), Outcomes.before(start, startedAt)));
    }

    private RunFacts facts(Optional<Commit> commit) {
        var plan = start.plan();
        return new RunFacts(
                PlanFacts.of(plan),
                start.source(),
                plan.target(),
                start.environment(),
                startedAt,
                plan.tags().values(),
                start.version(),
                MachineFacts.of(process),
                commit);
    }

    @Override
    public List<Parcel<Snapshot>> encode(Interval interval) {
        return List.of(new Parcel<>(interval.snapshot(), 1));
    }

    @Override
    public List<Parcel<Snapshot>> rest(RunResult result) {
        return List.of();
    }

    @Override
    public void send(Snapshot second) throws SendException {
        attempt(() -> recording().second(second));
    }

    private void attempt(Runnable step) throws SendException {
        try {
            step.run();
            failing = false;
        } catch (StoreException e) {
            failing = true;
            var words = String.valueOf(e.getMessage());
            throw e.kind() == StoreException.Kind.PASSING
                    ? SendException.passing(words)
                    : SendException.lasting(words);
        }
    }

    /** Writes down how it ended, by the thread of the run. */
    void end(Outcome outcome) {
        recording().end(outcome);
    }

    /** Nothing yet: the end is still to be written. */
    @Override
    public void close() {}

    /** Lets go of the history. */
    void release() {
        var opened = store;
        if (opened != null && !failing) {
            opened.close();
        }
    }
}
