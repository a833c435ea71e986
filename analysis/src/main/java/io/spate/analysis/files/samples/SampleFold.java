package io.spate.analysis.files.samples;

import io.spate.analysis.MeasuredRun;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a run out of single samples, which may come in any order. Intervals are seconds; where
 * there would be more of them than {@link #INTERVALS_MAX}, or more in them than memory is given,
 * neighbours merge and intervals double.
 */
public final class SampleFold {
    /** The most intervals of a run: an hour of seconds. */
    public static final int INTERVALS_MAX = 3_600;

    private static final int SERIES_MAX = 20_000;
    private static final long SECOND = 1_000_000_000;
    private static final long RANGE_NANOS = 31L * 24 * 3_600 * SECOND;

    /** How many intervals are open for samples at a time, and how many series in them all. */
    private static final int OPEN_MAX = 64;

    private static final int OPEN_SERIES_MAX = 60_000;

    /** What closed intervals may hold: some 100 MB. */
    private static final long BUCKETS_MAX = 6_000_000;

    private static final int BUCKETS_OF_SERIES = 16;

    private final SeriesRegistry registry = new SeriesRegistry(SERIES_MAX);
    private final Recorder numbers = new Recorder(registry);
    private final TreeMap<Long, Recorder> open = new TreeMap<>();
    private final TreeMap<Long, Snapshot> closed = new TreeMap<>();
    private final long resolutionNanos;
    private long widthNanos = SECOND;
    private long buckets;
    private int seriesCount;

    private boolean begun;
    private long originNanos;
    private long firstNanos;
    private long lastNanos;

    private long lastIndex;
    private @Nullable Recorder lastRecorder;

    /**
     * One without samples.
     *
     * @param resolutionNanos how exact their times are: a second where there are no fractions
     */
    public SampleFold(long resolutionNanos) {
        this.resolutionNanos = resolutionNanos;
    }

    /** The number of a series, for {@link #add}. A map look-up. */
    public int series(Metric metric, Tags tags) {
        int number = numbers.series(metric, tags);
        seriesCount = Math.max(seriesCount, number + 1);
        return number;
    }

    /** How many series were folded into others. */
    public long folded() {
        return registry.overflowed();
    }

    /** Whether there is no sample yet. */
    public boolean isEmpty() {
        return !begun;
    }

    /** Whether a time may belong to the run: it is at most 31 days from the first one. */
    public boolean accepts(long epochNanos) {
        return !begun || Math.abs(epochNanos - originNanos) <= RANGE_NANOS;
    }

    /**
     * Takes a sample.
     *
     * @param beginNanos when what it tells of began, since 1970, which the run spans too
     * @param epochNanos when it was measured, since 1970; must be one that is accepted
     * @param series the number that {@link #series} gave
     * @param value in the units in which a {@link Recorder} takes it
     */
    public void add(long beginNanos, long epochNanos, int series, long value) {
        long begin = epochNanos - beginNanos <= RANGE_NANOS ? beginNanos : epochNanos;
        if (!begun) {
            begun = true;
            originNanos = begin;
            firstNanos = begin;
            lastNanos = epochNanos;
        }
        firstNanos = Math.min(firstNanos, begin);
        lastNanos = Math.max(lastNanos, epochNanos);
        recorder(epochNanos).record(series, value);
    }

    private long index(long epochNanos) {
        return Math.floorDiv(epochNanos - originNanos, widthNanos);
    }

    private Recorder recorder(long epochNanos) {
        while (index(lastNanos) - index(firstNanos) >= INTERVALS_MAX) {
            widen();
        }
        long index = index(epochNanos);
        Recorder same = lastRecorder;
        if (same != null && index == lastIndex) {
            return same;
        }
        var recorder = open.get(index);
        if (recorder == null) {
            makeRoom();
            // Where intervals have become wider, it is another one, and all are closed.
            index = index(epochNanos);
            recorder = open.computeIfAbsent(index, _ -> new Recorder(registry));
        }
        lastIndex = index;
        lastRecorder = recorder;
        return recorder;
    }

    private void makeRoom() {
        while (open.size() >= 2
                && (open.size() >= OPEN_MAX
                        || (long) open.size() * seriesCount > OPEN_SERIES_MAX)) {
            closeFirst();
        }
        while (buckets > BUCKETS_MAX && index(lastNanos) > index(firstNanos)) {
            widen();
        }
    }

    /** One that gets samples again opens again, and is merged with itself. */
    private void closeFirst() {
        var first = open.pollFirstEntry();
        lastRecorder = null;
        long start = originNanos + first.getKey() * widthNanos;
        var brought = first.getValue().handOver().drain(start, start + widthNanos);
        buckets += buckets(brought);
        closed.merge(first.getKey(), brought, Snapshot::merge);
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            closeFirst();
        }
    }

    private void widen() {
        closeAll();
        var narrow = new ArrayList<>(closed.entrySet());
        closed.clear();
        for (var interval : narrow) {
            closed.merge(
                    Math.floorDiv(interval.getKey(), 2L), interval.getValue(), Snapshot::merge);
        }
        widthNanos *= 2;
        buckets = closed.values().stream().mapToLong(SampleFold::buckets).sum();
    }

    private static long buckets(Snapshot snapshot) {
        long count = 0;
        for (var values : snapshot.aggregates().values()) {
            count += BUCKETS_OF_SERIES;
            if (values instanceof Aggregate.Distribution(var histogram)) {
                count += histogram.buckets();
            }
        }
        return count;
    }

    /**
     * The run: its intervals without gaps, from the begin of the first sample to the last one. What
     * is left at either end joins its neighbour where it is not half as long.
     */
    public MeasuredRun run(String name) {
        closeAll();
        long endNanos = lastNanos + resolutionNanos;
        var intervals = new ArrayList<Snapshot>();
        long last = index(endNanos - 1);
        long first = Math.min(index(firstNanos), last);
        for (long index = first; index <= last; index++) {
            long start = Math.max(firstNanos, originNanos + index * widthNanos);
            long end = Math.min(endNanos, originNanos + (index + 1) * widthNanos);
            var brought = closed.getOrDefault(index, Snapshot.empty(start, end));
            intervals.add(
                    new Snapshot(
                            start - firstNanos,
                            end - firstNanos,
                            brought.aggregates(),
                            brought.errors()));
        }
        joinRests(intervals);
        return new MeasuredRun(name, instant(firstNanos), intervals);
    }

    private void joinRests(List<Snapshot> intervals) {
        if (intervals.size() > 1 && isRest(intervals.getFirst())) {
            var rest = intervals.removeFirst();
            intervals.set(0, rest.merge(intervals.getFirst()));
        }
        int last = intervals.size() - 1;
        if (last > 0 && isRest(intervals.get(last))) {
            var rest = intervals.removeLast();
            intervals.set(last - 1, intervals.getLast().merge(rest));
        }
    }

    private boolean isRest(Snapshot interval) {
        return interval.endNanos() - interval.startNanos() < widthNanos / 2;
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND));
    }
}
