package io.spate.http.h2.hpack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fields that the peer has told to remember, the last one first (RFC 7541, section 2.3.2). */
final class DynamicTable {
    private @Nullable Field[] ring = new @Nullable Field[8];
    private int newest;
    private int count;
    private int size;
    private int sizeMax;
    private long changes;

    DynamicTable(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    int count() {
        return count;
    }

    /** How often it has changed; what refers to it means the same until that moves on. */
    long changes() {
        return changes;
    }

    /** The field of an index from 0, the newest. */
    Field get(int index) {
        Field field = ring[(newest - index) & (ring.length - 1)];
        if (field == null) {
            throw new IllegalStateException("no entry " + index + " of " + count);
        }
        return field;
    }

    /** Adds a field, for which older ones make room; one larger than the table empties it. */
    void add(Field field) {
        changes++;
        evictTo(sizeMax - field.size());
        if (field.size() > sizeMax) {
            return;
        }
        if (count == ring.length) {
            grow();
        }
        newest = (newest + 1) & (ring.length - 1);
        ring[newest] = field;
        count++;
        size += field.size();
    }

    void resize(int max) {
        changes++;
        sizeMax = max;
        evictTo(max);
    }

    private void evictTo(int wanted) {
        while (count > 0 && size > wanted) {
            int oldest = (newest - count + 1) & (ring.length - 1);
            size -= get(count - 1).size();
            ring[oldest] = null;
            count--;
        }
    }

    private void grow() {
        @Nullable Field[] larger = Arrays.copyOf(ring, ring.length * 2);
        for (int i = 0; i < count; i++) {
            larger[count - 1 - i] = get(i);
        }
        ring = larger;
        newest = count - 1;
    }
}
