package io.spate.output.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What waits to be sent, in order and within limits. When it is full, those two neighbours become
 * one that make the smallest, so that all of the past is kept, evenly less fine; where neighbours
 * cannot be merged, the oldest is dropped, and its points are counted. Safe for all threads.
 */
final class Outbox<T extends Freight<T>> {
    static final int ITEMS_MAX = 120;
    static final long BYTES_MAX = 64L << 20;

    private final int itemsMax;
    private final long bytesMax;
    private final List<Item<T>> items = new ArrayList<>();
    private long bytes;
    private long dropped;
    private long merged;

    Outbox() {
        this(ITEMS_MAX, BYTES_MAX);
    }

    /**
     * With limits of its own.
     *
     * @param itemsMax at least 1
     */
    Outbox(int itemsMax, long bytesMax) {
        this.itemsMax = itemsMax;
        this.bytesMax = bytesMax;
    }

    /**
     * An item, and how much was put together in it.
     *
     * @param width how many items it is made of
     */
    private record Item<T>(T freight, long bytes, long width) {}

    synchronized void add(T freight) {
        var item = new Item<>(freight, freight.bytes(), 1);
        items.add(item);
        bytes += item.bytes;
        // What stands alone is kept whatever its size: it is bounded by the number of series.
        while (items.size() > itemsMax || (bytes > bytesMax && items.size() > 1)) {
            makeRoom();
        }
    }

    private void makeRoom() {
        int at = smallestPair();
        var earlier = items.get(at);
        var later = at + 1 < items.size() ? items.get(at + 1) : earlier;
        var both =
                at + 1 < items.size() ? earlier.freight.merged(later.freight) : Optional.<T>empty();
        if (both.isPresent()) {
            var item = new Item<>(both.get(), both.get().bytes(), earlier.width + later.width);
            items.set(at, item);
            items.remove(at + 1);
            bytes += item.bytes - earlier.bytes - later.bytes;
            merged++;
            dropped += item.freight.spilled() - earlier.freight.spilled() - later.freight.spilled();
        } else {
            var oldest = items.removeFirst();
            bytes -= oldest.bytes;
            dropped += oldest.freight.points();
        }
    }

    /** The older one of the two that are made of the fewest; the oldest of several. */
    private int smallestPair() {
        int best = 0;
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i + 1 < items.size(); i++) {
            long width = items.get(i).width + items.get(i + 1).width;
            if (width < smallest) {
                smallest = width;
                best = i;
            }
        }
        return best;
    }

    /** Takes away the oldest. */
    synchronized Optional<T> poll() {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var oldest = items.removeFirst();
        bytes -= oldest.bytes;
        return Optional.of(oldest.freight);
    }

    /** Drops all that waits. */
    synchronized void clear() {
        items.forEach(it -> dropped += it.freight.points());
        items.clear();
        bytes = 0;
    }

    synchronized boolean isEmpty() {
        return items.isEmpty();
    }

    /** Points that were dropped. */
    synchronized long dropped() {
        return dropped;
    }

    /** How many items were merged into others. */
    synchronized long merged() {
        return merged;
    }
}
