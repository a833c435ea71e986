package io.spate.cli.repeat;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much a figure differs from run to run.
 *
 * @param mean over the runs
 * @param deviation the standard deviation of the runs, as a sample of all there could be; NaN of a
 *     single run
 * @param min the lowest
 * @param max the highest
 */
record Spread(double mean, double deviation, double min, double max) {

    static Spread of(List<Repetition> runs, ToDoubleFunction<Repetition> figure) {
        var values = runs.stream().mapToDouble(figure).toArray();
        double mean = 0;
        double squares = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - mean;
            mean += off / (i + 1);
            squares += off * (values[i] - mean);
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        double deviation =
                values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        return new Spread(mean, deviation, min, max);
    }

    /** The deviation as a share of the mean; NaN of a single run and of a mean of 0. */
    double variation() {
        return mean == 0 ? Double.NaN : deviation / mean;
    }
}
