package io.spate.metrics;

import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.keeping.Keeper;
import io.spate.metrics.keeping.Tracing;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of one worker. {@link #record} belongs to one thread (the worker's event loop
 * with its virtual users), takes no lock and allocates nothing once a series has its storage.
 *
 * <p>There are two recordings that change places: one is filled by the worker while the other is
 * drained by the collector.
 *
 * <ol>
 *   <li>No value is lost: a recording is given away only when the other one is back.
 *   <li>No value is counted twice: a recording that was given away is not written until it is back.
 *   <li>Neither side waits for the other.
 * </ol>
 */
public final class Recorder {
    /** The most kinds of script errors that one recorder tells apart in a run. */
    public static final int ERROR_LIMIT = 100;

    /** What stands for all errors of the script beyond {@link #ERROR_LIMIT}. */
    public static final ScriptError OTHER_ERRORS = new ScriptError("", "(other errors)", "");

    private final SeriesRegistry registry;
    private final Set<ScriptError> knownErrors = new HashSet<>();
    private final AtomicReference<@Nullable Recording> spare = new AtomicReference<>();
    private final @Nullable SampleLog samples;
    private final Keeper keeper;
    private Recording active;

    /** A recorder that gets the numbers of its series from a registry shared by a run. */
    public Recorder(SeriesRegistry registry) {
        this(registry, null, Tracing.OFF);
    }

    /**
     * The same, which also keeps each value for a moment.
     *
     * @param logs who reads them
     * @param ticker tells when each is recorded
     */
    public Recorder(SeriesRegistry registry, SampleLogs logs, Ticker ticker) {
        this(registry, logs.open(registry::series, ticker), Tracing.OFF);
    }

    private Recorder(SeriesRegistry registry, @Nullable SampleLog samples, Tracing tracing) {
        this.registry = registry;
        this.samples = samples;
        this.keeper = new Keeper(tracing);
        active = new Recording(registry, spare::set);
        spare.set(new Recording(registry, spare::set));
    }

    /**
     * One of all that a run may ask for.
     *
     * @param logs who reads each value; empty where nobody does
     * @param tracing whether requests are traced
     */
    public static Recorder of(
            SeriesRegistry registry, Optional<SampleLogs> logs, Ticker ticker, Tracing tracing) {
        var log = logs.map(it -> it.open(registry::series, ticker)).orElse(null);
        return new Recorder(registry, log, tracing);
    }

    /**
     * The number of a series, for {@link #record}. Registers it at first; a map look-up. Numbers
     * are the registry's: they hold for all recorders that share it.
     *
     * @throws IllegalArgumentException where a metric of another kind has the same name
     */
    public int series(Metric metric, Tags tags) {
        return registry.number(new Series(metric, tags));
    }

    /**
     * Records a value.
     *
     * @param series the number that {@link #series} gave
     * @param value counter: what to add; gauge: the new level; rate: 0 or 1; trend: the value in
     *     nanoseconds, bytes (below 0 counts as 0), millionths or plain
     */
    public void record(int series, long value) {
        active.cell(series).record(value);
        if (samples != null) {
            samples.add(series, value);
        }
    }

    /**
     * Records an error of the script. The first {@link #ERROR_LIMIT} different ones are told apart,
     * the others are counted as {@link #OTHER_ERRORS}.
     */
    public void error(ScriptError error) {
        boolean known =
                knownErrors.contains(error)
                        || (knownErrors.size() < ERROR_LIMIT && knownErrors.add(error));
        active.error(known ? error : OTHER_ERRORS);
    }

    /** The series of a number that {@link #series} gave. */
    public Series seriesOf(int number) {
        return registry.series(number);
    }

    /** Says which requests are kept; belongs to the recording thread. */
    public Keeper keeper() {
        return keeper;
    }

    /**
     * Keeps a request as a whole, where {@link #keeper} says so.
     *
     * @param slow as one of the slowest
     * @param failed as one that has failed
     * @param sampled for its trace
     */
    public void keep(KeptRequest request, boolean slow, boolean failed, boolean sampled) {
        active.keep(request, slow, failed, sampled);
    }

    /**
     * Gives away what has been recorded since the last call and goes on with an empty recording.
     * Belongs to the recording thread; takes constant time. Whoever drains the recording must get
     * it by a safe hand-over, such as a queue.
     *
     * <p>Where the last one given away has not been drained yet, an empty one is given, and what
     * has been recorded comes with the next. So at the end of a run hand over once more when all
     * before has been drained.
     */
    public Recording handOver() {
        keeper.nextSecond();
        Recording next = spare.getAndSet(null);
        if (next == null) {
            return new Recording(registry, _ -> {}).handedOver();
        }
        Recording filled = active;
        active = next;
        return filled.handedOver();
    }
}
