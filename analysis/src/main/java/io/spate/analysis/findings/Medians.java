package io.spate.analysis.findings;

import java.util.Arrays;
import java.util.Collection;

/** The middle of some values; those that are not numbers are left out. */
final class Medians {
    private Medians() {}

    /** NaN without values. */
    static double of(Collection<Double> values) {
        return of(values.stream().mapToDouble(it -> it).toArray());
    }

    /** NaN without values. */
    static double of(double... values) {
        double[] sorted = Arrays.stream(values).filter(it -> !Double.isNaN(it)).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
