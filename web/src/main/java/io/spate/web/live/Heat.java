package io.spate.web.live;

import io.spate.metrics.Histogram;
import java.util.ArrayList;
import java.util.List;

/** The rows of the heat map: how many times lie between two bounds. */
final class Heat {
    /** The lower bounds of the rows, in milliseconds; the last row has no upper one. */
    static final List<Double> BOUNDS_MS =
            List.of(
                    0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0,
                    1000.0, 2000.0, 5000.0, 10_000.0, 30_000.0);

    private static final double NANOS_PER_MILLI = 1e6;

    private Heat() {}

    /** How many of the values, in nanoseconds, lie in each row. */
    static List<Long> counts(Histogram nanos) {
        var rows = new long[BOUNDS_MS.size()];
        nanos.forEach((lowest, _, count) -> rows[row(lowest / NANOS_PER_MILLI)] += count);
        var counts = new ArrayList<Long>(rows.length);
        for (var each : rows) {
            counts.add(each);
        }
        return counts;
    }

    private static int row(double millis) {
        int row = 0;
        while (row + 1 < BOUNDS_MS.size() && millis >= BOUNDS_MS.get(row + 1)) {
            row++;
        }
        return row;
    }
}
