package io.spate.analysis.compare;

import io.spate.metrics.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Estimates how each figure of one endpoint changed, and how much it varies by chance. */
final class EndpointEstimates {
    /** So many values beyond a percentile make it one. */
    private static final double BEYOND = 10;

    /** So many values make a mean. */
    private static final double VALUES = 20;

    /** How much runs differ, where nothing tells it: 3 %, and a fifth of the errors. */
    private static final double USUAL = 0.03;

    private static final double USUAL_ERRORS = 0.2;

    /** Histograms are exact to 0.1 %. */
    private static final double RESOLUTION = 0.001;

    private final List<EndpointRun> a;
    private final List<EndpointRun> b;
    private final List<EndpointRun> history;
    private final ComparisonOptions options;
    private final Totals totalsA;
    private final Totals totalsB;

    EndpointEstimates(
            List<EndpointRun> a,
            List<EndpointRun> b,
            List<EndpointRun> history,
            ComparisonOptions options) {
        this.a = a;
        this.b = b;
        this.history = history;
        this.options = options;
        this.totalsA = Totals.of(a);
        this.totalsB = Totals.of(b);
    }

    /** What a side comes to. */
    private record Totals(double seconds, long requests, long failures, Histogram times) {
        static Totals of(List<EndpointRun> runs) {
            double seconds = 0;
            long requests = 0;
            long failures = 0;
            for (EndpointRun run : runs) {
                for (int i = 0; i < run.intervals(); i++) {
                    seconds += run.seconds(i);
                    requests += run.requests(i);
                    failures += run.failures(i);
                }
            }
            var times = EndpointRun.merged(runs.stream().map(EndpointRun::allTimes).toList());
            return new Totals(seconds, requests, failures, times);
        }

        double figure(Figure figure) {
            return switch (figure) {
                case P50, P95, P99 -> times.percentile(figure.share() * 100) / 1e6;
                case MEAN -> times.mean() / 1e6;
                case ERROR_RATE -> requests == 0 ? 0 : (double) failures / requests;
                case THROUGHPUT -> seconds <= 0 ? 0 : requests / seconds;
            };
        }
    }

    /** An estimate for each figure, in their order. */
    List<Estimate> estimates(long seed) {
        var grid =
                Grid.over(
                        Stream.of(
                                        Stream.of(totalsA.times, totalsB.times),
                                        history.stream().map(EndpointRun::allTimes))
                                .flatMap(it -> it)
                                .toList());
        var ofA = new Resampling(a, grid, seed);
        var ofB = new Resampling(b, grid, ~seed);
        double[] amongA = ofA.amongRuns(options.replicates());
        double[] amongB = ofB.amongRuns(options.replicates());
        double[] withinA = ofA.withinRuns(withinReplicates());
        double[] withinB = ofB.withinRuns(withinReplicates());
        Noise[] before = history(grid);
        return Arrays.stream(Figure.values())
                .map(
                        figure -> {
                            int at = figure.place();
                            var runs =
                                    List.of(
                                            new Noise(amongA[at], a.size() - 1.0),
                                            new Noise(amongB[at], b.size() - 1.0),
                                            before[at]);
                            double within = mean(withinA[at], withinB[at]);
                            return estimate(figure, Noise.pooled(runs), within);
                        })
                .toList();
    }

    /** Where there are several runs, what is within them is a lower bound alone. */
    private int withinReplicates() {
        return a.size() > 1 && b.size() > 1
                ? Math.max(50, options.replicates() / 5)
                : options.replicates();
    }

    private Noise[] history(Grid grid) {
        var cells = Cells.ofRuns(history, grid);
        double[][] figures =
                IntStream.range(0, history.size())
                        .filter(it -> history.get(it).requests() > 0)
                        .mapToObj(cells::figures)
                        .toArray(double[][]::new);
        return Arrays.stream(Figure.values())
                .map(
                        figure ->
                                Noise.ofHistory(
                                        Arrays.stream(figures)
                                                .mapToDouble(it -> it[figure.place()])
                                                .toArray()))
                .toArray(Noise[]::new);
    }

    private Estimate estimate(Figure figure, Noise measured, double within) {
        double before = totalsA.figure(figure);
        double after = totalsB.figure(figure);
        double usual = figure.relative() ? USUAL : USUAL_ERRORS * (before + after) / 2;
        var noise = measured.withUsual(within, usual).atLeast(within).atLeast(least(figure));
        return new Estimate(
                figure,
                before,
                after,
                shift(figure, before, after),
                noise,
                a.size(),
                b.size(),
                Math.min(plenty(figure, totalsA), plenty(figure, totalsB)));
    }

    private double shift(Figure figure, double before, double after) {
        if (totalsA.requests == 0 || totalsB.requests == 0) {
            return Double.NaN;
        }
        if (!figure.relative()) {
            return after - before;
        }
        return before > 0 && after > 0 ? Math.log(after / before) : Double.NaN;
    }

    /** What varies at least: by the resolution of histograms, and as counts of errors do. */
    private double least(Figure figure) {
        if (figure.relative()) {
            return RESOLUTION * RESOLUTION;
        }
        double requests = totalsA.requests + totalsB.requests;
        double rate = (totalsA.failures + totalsB.failures + 1) / (requests + 2);
        return rate * (1 - rate) * (a.size() + b.size()) / Math.max(1, requests);
    }

    private static double plenty(Figure figure, Totals side) {
        return switch (figure) {
            case P50, P95, P99 -> side.times.count() * (1 - figure.share()) / BEYOND;
            case MEAN -> side.times.count() / VALUES;
            case ERROR_RATE, THROUGHPUT -> 1;
        };
    }

    /** Of both sides, or of the one that is known. */
    private static double mean(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Double.isNaN(one) ? other : one;
        }
        return (one + other) / 2;
    }
}
