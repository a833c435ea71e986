package io.spate.metrics.threshold;

import io.spate.metrics.Aggregate;
import io.spate.metrics.threshold.Threshold.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The merge of the last parts of a run that make up a given length. Belongs to one thread.
 *
 * <p>Aggregates merge but do not subtract: a maximum forgets what it was before. So the parts lie
 * on two stacks. New ones go on the back, which keeps the merge of all it holds; the oldest are
 * taken off the front, where each carries the merge of itself and all that are newer in the front.
 * When the front is empty the back is turned over onto it. Each part is merged three times at most,
 * however long the window is. See Tangwongsan, Hirzel, Schneider, Wu, "General incremental
 * sliding-window aggregation", VLDB 2015.
 */
final class SlidingWindow {
    private final long lengthNanos;

    /** Half a part: seconds are never cut in time. */
    private final long slackNanos;

    private final List<Part> back = new ArrayList<>();

    /** The oldest last. */
    private final List<Part> front = new ArrayList<>();

    private Optional<Aggregate> backMerged = Optional.empty();

    private record Part(Optional<Aggregate> values, long fromNanos, long toNanos) {}

    SlidingWindow(long lengthNanos, long partNanos) {
        this.lengthNanos = lengthNanos;
        this.slackNanos = partNanos / 2;
    }

    /** Adds the next part and drops those which are no longer needed for the length. */
    void add(Optional<Aggregate> values, long fromNanos, long toNanos) {
        back.add(new Part(values, fromNanos, toNanos));
        backMerged = merge(backMerged, values);
        while (size() > 1 && toNanos - second().fromNanos >= lengthNanos - slackNanos) {
            dropOldest();
        }
    }

    /** Whether it is as long as it should be. */
    boolean full() {
        return size() > 0
                && stretch().toNanos() - stretch().fromNanos() >= lengthNanos - slackNanos;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** Which part of the run it holds; it must hold some. */
    Stretch stretch() {
        var oldest = front.isEmpty() ? back.getFirst() : front.getLast();
        var newest = back.isEmpty() ? front.getFirst() : back.getLast();
        return new Stretch(oldest.fromNanos, newest.toNanos);
    }

    /** What it holds. */
    Optional<Aggregate> values() {
        return front.isEmpty() ? backMerged : merge(front.getLast().values, backMerged);
    }

    private int size() {
        return front.size() + back.size();
    }

    /** The part after the oldest; there must be two. */
    private Part second() {
        turnOverIfEmpty();
        return front.size() > 1 ? front.get(front.size() - 2) : back.getFirst();
    }

    private void dropOldest() {
        turnOverIfEmpty();
        front.removeLast();
    }

    private void turnOverIfEmpty() {
        if (!front.isEmpty()) {
            return;
        }
        Optional<Aggregate> merged = Optional.empty();
        for (var part : back.reversed()) {
            merged = merge(part.values, merged);
            front.add(new Part(merged, part.fromNanos, part.toNanos));
        }
        back.clear();
        backMerged = Optional.empty();
    }

    static Optional<Aggregate> merge(Optional<Aggregate> one, Optional<Aggregate> other) {
        if (one.isEmpty()) {
            return other;
        }
        return other.isEmpty() ? one : Optional.of(one.get().merge(other.get()));
    }
}
