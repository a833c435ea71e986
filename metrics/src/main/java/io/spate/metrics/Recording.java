package io.spate.metrics;

import io.spate.metrics.KeptRequests.KeptRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a {@link Recorder} has handed over. Belongs to the thread that received it. */
public final class Recording {
    private final SeriesRegistry registry;
    private final Consumer<Recording> whenDrained;
    private final Cell.Chunks chunks = new Cell.Chunks();
    private final Map<ScriptError, Long> errors = new HashMap<>();
    private final List<KeptRequest> slowest = new ArrayList<>();
    private final List<KeptRequest> failed = new ArrayList<>();
    private final List<KeptRequest> sampled = new ArrayList<>();
    private @Nullable Cell[] cells = new @Nullable Cell[16];
    private boolean handedOver;

    Recording(SeriesRegistry registry, Consumer<Recording> whenDrained) {
        this.registry = registry;
        this.whenDrained = whenDrained;
    }

    /**
     * Its values as an immutable snapshot; empties the recording and returns its storage. To be
     * called once.
     *
     * @param startNanos from when it was filled, since the run's start
     * @param endNanos until when; the last values of gauges count as set then
     */
    public Snapshot drain(long startNanos, long endNanos) {
        if (!handedOver) {
            throw new IllegalStateException("this recording has been drained already");
        }
        var aggregates = new HashMap<Series, Aggregate>();
        for (int number = 0; number < cells.length; number++) {
            Cell cell = cells[number];
            if (cell != null) {
                Series series = registry.series(number);
                cell.drain(endNanos).ifPresent(values -> aggregates.put(series, values));
            }
        }
        var kept = KeptRequests.of(slowest, failed, sampled);
        var result = new Snapshot(startNanos, endNanos, aggregates, errors, kept);
        errors.clear();
        slowest.clear();
        failed.clear();
        sampled.clear();
        handedOver = false;
        whenDrained.accept(this);
        return result;
    }

    Recording handedOver() {
        handedOver = true;
        return this;
    }

    /** The storage of a series, made when it is first asked for. */
    Cell cell(int series) {
        if (series < cells.length) {
            Cell cell = cells[series];
            if (cell != null) {
                return cell;
            }
        }
        return newCell(series);
    }

    void error(ScriptError error) {
        errors.merge(error, 1L, Long::sum);
    }

    void keep(KeptRequest request, boolean slow, boolean fails, boolean traced) {
        if (slow) {
            slowest.add(request);
        }
        if (fails) {
            failed.add(request);
        }
        if (traced) {
            sampled.add(request);
        }
    }

    private Cell newCell(int series) {
        Metric metric = registry.series(series).metric();
        if (series >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(series + 1, cells.length * 2));
        }
        Cell cell = Cell.of(metric, chunks);
        cells[series] = cell;
        return cell;
    }
}
