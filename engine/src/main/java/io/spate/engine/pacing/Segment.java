package io.spate.engine.pacing;

/**
 * The share of a workload that one of several equal workers carries: every {@code count}-th, from
 * {@code index}. All segments together are the whole, exactly.
 *
 * @param index from 0
 * @param count how many workers share the workload
 */
public record Segment(int index, int count) {
    /** The whole, carried by one. */
    public static final Segment WHOLE = new Segment(0, 1);

    public Segment {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("no segment " + index + " of " + count);
        }
    }

    /** How many of a total this segment carries. */
    public long share(long total) {
        return total <= index ? 0 : (total - index - 1) / count + 1;
    }

    /** The place in the whole of this segment's n-th (from 0). */
    public long global(long local) {
        return local * count + index;
    }
}
