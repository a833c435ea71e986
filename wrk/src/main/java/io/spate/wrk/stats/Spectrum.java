package io.spate.wrk.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a percentile distribution as HdrHistogram prints it: the steps from one to the next
 * are halved whenever the distance to the 100 % has halved.
 */
public final class Spectrum {
    private static final int TICKS_PER_HALF_DISTANCE = 5;

    private Spectrum() {}

    /**
     * A row.
     *
     * @param percentile 0 to 100
     * @param value so many in a hundred are at most this
     * @param count so many in all are
     */
    public record Row(double percentile, long value, long count) {}

    /** The rows of some numbers. */
    public static List<Row> of(Values values) {
        var rows = new ArrayList<Row>();
        double level = 0;
        long total = 0;
        for (int i = 0; i < values.distinct(); i++) {
            total += values.countAt(i);
            double reached = 100.0 * total / values.count();
            // At the last number HdrHistogram writes one row, and goes over to the 100 %.
            boolean last = total == values.count();
            while (level <= reached) {
                rows.add(new Row(level, values.value(i), total));
                level += 100.0 / ticks(level);
                if (last) {
                    break;
                }
            }
        }
        rows.add(new Row(100, values.max(), values.count()));
        return rows;
    }

    private static long ticks(double level) {
        long halvings = (long) (Math.log(100 / (100 - level)) / Math.log(2)) + 1;
        return TICKS_PER_HALF_DISTANCE * (1L << Math.min(halvings, 40));
    }
}
