package io.spate.analysis.compare;

import io.spate.metrics.Histogram;
import java.util.List;

/**
 * What an endpoint did in each of several intervals or runs, laid out so that the figures of any
 * mixture of them are quickly found: a percentile takes a dozen sums over the cells, by halving.
 */
final class Cells {
    private final Grid grid;
    private final int count;
    private final double[] seconds;
    private final long[] requests;
    private final long[] failures;
    private final long[] values;
    private final double[] sums;

    /** How many values are at or below a bound: cells beside each other, bound after bound. */
    private final long[] atOrBelow;

    private Cells(Grid grid, int count) {
        this.grid = grid;
        this.count = count;
        this.seconds = new double[count];
        this.requests = new long[count];
        this.failures = new long[count];
        this.values = new long[count];
        this.sums = new double[count];
        this.atOrBelow = new long[grid.size() * count];
    }

    /** A cell for each interval of each run, one run after the other. */
    static Cells ofIntervals(List<EndpointRun> runs, Grid grid) {
        var cells = new Cells(grid, runs.stream().mapToInt(EndpointRun::intervals).sum());
        int cell = 0;
        for (EndpointRun run : runs) {
            for (int i = 0; i < run.intervals(); i++) {
                cells.add(cell++, run, i);
            }
        }
        cells.accumulate();
        return cells;
    }

    /** A cell for each run. */
    static Cells ofRuns(List<EndpointRun> runs, Grid grid) {
        var cells = new Cells(grid, runs.size());
        for (int cell = 0; cell < cells.count; cell++) {
            EndpointRun run = runs.get(cell);
            for (int i = 0; i < run.intervals(); i++) {
                cells.add(cell, run, i);
            }
        }
        cells.accumulate();
        return cells;
    }

    private void add(int cell, EndpointRun run, int interval) {
        seconds[cell] += run.seconds(interval);
        requests[cell] += run.requests(interval);
        failures[cell] += run.failures(interval);
        for (Histogram times : run.times(interval)) {
            values[cell] += times.count();
            sums[cell] += times.sum();
            times.forEach(
                    (lowest, highest, many) ->
                            atOrBelow[
                                            grid.index(lowest + (highest - lowest) / 2.0) * count
                                                    + cell] +=
                                    many);
        }
    }

    private void accumulate() {
        for (int at = count; at < atOrBelow.length; at++) {
            atOrBelow[at] += atOrBelow[at - count];
        }
    }

    int count() {
        return count;
    }

    long values(int cell) {
        return values[cell];
    }

    /**
     * The figures of a mixture, one for each {@link Figure}: logarithms, of ns or per second, but
     * for the error rate. Not a number where there is nothing to tell.
     *
     * @param weights how often each cell counts
     */
    double[] figures(int... weights) {
        double time = 0;
        double asked = 0;
        double failed = 0;
        double sum = 0;
        long timed = 0;
        for (int i = 0; i < count; i++) {
            time += weights[i] * seconds[i];
            asked += (double) weights[i] * requests[i];
            failed += (double) weights[i] * failures[i];
            sum += weights[i] * sums[i];
            timed += weights[i] * values[i];
        }
        var figures = new double[Figure.values().length];
        for (Figure figure : Figure.values()) {
            figures[figure.place()] =
                    switch (figure) {
                        case P50, P95, P99 -> percentile(figure.share(), timed, weights);
                        case MEAN -> timed == 0 ? Double.NaN : Math.log(Math.max(1, sum / timed));
                        case ERROR_RATE -> asked == 0 ? Double.NaN : failed / asked;
                        case THROUGHPUT ->
                                time <= 0 ? Double.NaN : Math.log(Math.max(0.5, asked) / time);
                    };
        }
        return figures;
    }

    /** The figures of one cell. */
    double[] figures(int cell) {
        var weights = new int[count];
        weights[cell] = 1;
        return figures(weights);
    }

    private double percentile(double share, long timed, int... weights) {
        if (timed == 0) {
            return Double.NaN;
        }
        double wanted = share * timed;
        int low = 0;
        int high = grid.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (atOrBelow(middle, weights) >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double below = low == 0 ? 0 : atOrBelow(low - 1, weights);
        double within = atOrBelow(low, weights) - below;
        double part = within <= 0 ? 0 : (wanted - below) / within;
        return grid.log(low - 1 + part);
    }

    private long atOrBelow(int bound, int... weights) {
        long sum = 0;
        int from = bound * count;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * atOrBelow[from + i];
        }
        return sum;
    }

    /**
     * What each cell adds to how far a figure is from its mean, up to a factor: how a figure
     * depends on time is how this does.
     *
     * @param from the first cell
     * @param to after the last
     * @param weights all cells, once each
     */
    double[] influence(Figure figure, int from, int to, int... weights) {
        double[] all = figures(weights);
        double level = all[figure.place()];
        var series = new double[to - from];
        int bound = 0;
        double share = 0;
        if (figure.isPercentile() && !Double.isNaN(level)) {
            bound = grid.index(Math.exp(level));
            long timed = atOrBelow(grid.size() - 1, weights);
            share = (double) atOrBelow(bound, weights) / Math.max(1, timed);
        }
        for (int i = from; i < to; i++) {
            series[i - from] =
                    switch (figure) {
                        case P50, P95, P99 -> atOrBelow[bound * count + i] - share * values[i];
                        case MEAN -> sums[i] - Math.exp(level) * values[i];
                        case ERROR_RATE -> failures[i] - level * requests[i];
                        case THROUGHPUT -> requests[i] / Math.max(1e-9, seconds[i]);
                    };
            if (Double.isNaN(series[i - from])) {
                series[i - from] = 0;
            }
        }
        return series;
    }
}
