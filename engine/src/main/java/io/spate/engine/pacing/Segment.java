package io.spate.engine.pacing;

import io.spate.engine.portion.Portion;

/**
 * The share of a workload that one of several equal workers carries: every {@code count}-th, from
 * {@code index}, of what its process carries of the whole. All segments together are the whole,
 * exactly.
 *
 * @param index from 0
 * @param count how many workers share the workload
 * @param portion what the workers together carry
 */
public record Segment(int index, int count, Portion portion) {
    /** The whole, carried by one. */
    public static final Segment WHOLE = new Segment(0, 1);

    public Segment {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("no segment " + index + " of " + count);
        }
    }

    /** One of a process that carries the whole. */
    public Segment(int index, int count) {
        this(index, count, Portion.WHOLE);
    }

    /** How many of a total this segment carries. */
    public long share(long total) {
        long ours = portion.share(total);
        return ours <= index ? 0 : (ours - index - 1) / count + 1;
    }

    /** The place in the whole of this segment's n-th (from 0). */
    public long global(long local) {
        return portion.global(local * count + index);
    }
}
