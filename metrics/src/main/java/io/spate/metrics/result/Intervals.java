package io.spate.metrics.result;

import io.spate.metrics.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Snapshots in their order within bounded memory: when as many intervals as there may be are full,
 * neighbours merge and intervals double. Belongs to one thread.
 */
public final class Intervals {
    private final int limit;
    private final List<Snapshot> full = new ArrayList<>();
    private int width = 1;
    private Optional<Snapshot> begun = Optional.empty();
    private int begunWidth;

    /**
     * None yet.
     *
     * @param limit the most there may be; an even number above 0
     */
    public Intervals(int limit) {
        this.limit = limit;
    }

    /** Adds the next snapshot. */
    public void add(Snapshot next) {
        begun = Optional.of(begun.map(it -> it.merge(next)).orElse(next));
        begunWidth++;
        if (begunWidth == width) {
            full.add(begun.get());
            begun = Optional.empty();
            begunWidth = 0;
        }
        if (full.size() == limit) {
            halve();
        }
    }

    /** How many of the snapshots added make one interval now; a power of two. */
    public int width() {
        return width;
    }

    /** The intervals. All span as many of the snapshots added, but the last one may span fewer. */
    public List<Snapshot> snapshots() {
        var all = new ArrayList<>(full);
        begun.ifPresent(all::add);
        return List.copyOf(all);
    }

    private void halve() {
        for (int i = 0; i < limit / 2; i++) {
            full.set(i, full.get(2 * i).merge(full.get(2 * i + 1)));
        }
        full.subList(limit / 2, limit).clear();
        width *= 2;
    }
}
