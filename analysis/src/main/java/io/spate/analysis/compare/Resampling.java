package io.spate.analysis.compare;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much the figures of one side would vary, found by drawing its data anew with replacement:
 * whole runs, and seconds within each run. Seconds follow each other in blocks of random length, so
 * that what depends on the second before goes on doing so: the stationary bootstrap of Politis and
 * Romano, Journal of the American Statistical Association 89 (1994).
 *
 * <p>The two levels are not drawn at once: the variance among runs has that within them in it
 * already, and to draw both with replacement counts it twice (Davison and Hinkley, "Bootstrap
 * Methods and their Application", 1997, section 3.8).
 */
final class Resampling {
    private static final int INTERVALS_MIN = 8;

    private final List<EndpointRun> runs;
    private final Cells perInterval;
    private final Cells perRun;
    private final SplittableRandom random;

    Resampling(List<EndpointRun> runs, Grid grid, long seed) {
        this.runs = runs;
        this.perInterval = Cells.ofIntervals(runs, grid);
        this.perRun = Cells.ofRuns(runs, grid);
        this.random = new SplittableRandom(seed);
    }

    /**
     * The variance of each figure from run to run, as an unbiased estimate; not a number where
     * there is one run.
     */
    double[] amongRuns(int replicates) {
        int count = runs.size();
        if (count < 2) {
            return unknown();
        }
        var figures = new double[replicates][];
        for (int i = 0; i < replicates; i++) {
            var weights = new int[count];
            for (int drawn = 0; drawn < count; drawn++) {
                weights[random.nextInt(count)]++;
            }
            figures[i] = perRun.figures(weights);
        }
        // Of the mean of n, and n - 1 of n parts of it, as what is drawn varies around its own
        // mean.
        double correction = (double) count * count / (count - 1);
        return variances(figures, correction);
    }

    /** The variance of each figure of a single run by what goes on within it. */
    double[] withinRuns(int replicates) {
        if (runs.stream().anyMatch(it -> it.intervals() < INTERVALS_MIN)) {
            return unknown();
        }
        double length = blockLength();
        var figures = new double[replicates][];
        for (int i = 0; i < replicates; i++) {
            var weights = new int[perInterval.count()];
            int from = 0;
            for (EndpointRun run : runs) {
                draw(weights, from, run.intervals(), length);
                from += run.intervals();
            }
            figures[i] = perInterval.figures(weights);
        }
        return variances(figures, runs.size());
    }

    /** The average length of the blocks: what the figure that remembers longest asks for. */
    double blockLength() {
        var once = new int[perInterval.count()];
        Arrays.fill(once, 1);
        double longest = 1;
        for (Figure figure : Figure.values()) {
            int[] from = {0};
            var series =
                    runs.stream()
                            .map(
                                    run -> {
                                        int start = from[0];
                                        from[0] += run.intervals();
                                        return perInterval.influence(figure, start, from[0], once);
                                    })
                            .toList();
            longest = Math.max(longest, BlockLength.of(series));
        }
        return longest;
    }

    private void draw(int[] weights, int from, int intervals, double length) {
        int at = 0;
        for (int drawn = 0; drawn < intervals; drawn++) {
            boolean begins = drawn == 0 || random.nextDouble() * length < 1;
            at = begins ? random.nextInt(intervals) : (at + 1) % intervals;
            weights[from + at]++;
        }
    }

    private static double[] variances(double[][] replicates, double factor) {
        return IntStream.range(0, Figure.values().length)
                .mapToDouble(it -> factor * variance(replicates, it))
                .toArray();
    }

    private static double variance(double[][] replicates, int figure) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (double[] replicate : replicates) {
            double value = replicate[figure];
            if (!Double.isNaN(value)) {
                count++;
                double before = value - mean;
                mean += before / count;
                squares += before * (value - mean);
            }
        }
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    private static double[] unknown() {
        var unknown = new double[Figure.values().length];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }
}
