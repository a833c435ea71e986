package io.spate.report.histogram;

import io.spate.metrics.Histogram;
import java.util.ArrayList;
import java.util.List;

/**
 * A distribution of times in a dozen bars, whose edges are round numbers. Where the slowest took
 * more than ten times as long as the fastest, the edges grow by factors, as otherwise nearly all
 * would stand in the first bar.
 *
 * @param time {@code service_time} or, of an open workload, {@code response_time}
 * @param scale {@code linear} or {@code logarithmic}
 * @param bars in ascending order, without gaps; empty where no request took any time
 */
public record Bars(String time, String scale, List<Bar> bars) {
    /** More bars are not drawn. */
    public static final int MAX = 14;

    private static final double DECADE = 10;

    /**
     * No response takes less; a refused request has no time at all, and belongs to the first bar.
     */
    private static final double NANOS_MIN = 1_000;

    /** Steps much smaller than the times themselves are lost in a double's rounding. */
    private static final double RELATIVE_STEP_MIN = 1e-12;

    /**
     * Numbers of a decade, from many bars to few: the series R10 and R5 of ISO 3, rounded, whose
     * steps are equal factors, and what most people count by.
     */
    private static final List<List<Double>> WITHIN_DECADE =
            List.of(
                    List.of(1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0, 5.0, 6.3, 8.0),
                    List.of(1.0, 1.6, 2.5, 4.0, 6.3),
                    List.of(1.0, 2.0, 5.0),
                    List.of(1.0, 3.0),
                    List.of(1.0));

    private static final List<Double> STEPS = List.of(1.0, 2.0, 5.0);

    public Bars {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param fromMs its lowest time, in milliseconds
     * @param toMs where the next one begins
     * @param count how many requests took that long
     */
    public record Bar(double fromMs, double toMs, long count) {}

    /** The bars of times in nanoseconds. */
    public static Bars of(String time, Histogram nanos) {
        if (nanos.count() == 0 || nanos.max() == 0) {
            return new Bars(time, "linear", List.of());
        }
        double min = Math.max(NANOS_MIN, (double) nanos.min());
        double max = Math.max(min, (double) nanos.max());
        boolean linear = max <= DECADE * min;
        var edges = linear ? linear(min, max) : logarithmic(min, max);
        return new Bars(time, linear ? "linear" : "logarithmic", bars(nanos, edges));
    }

    /** How many requests all bars stand for. */
    public long count() {
        return bars.stream().mapToLong(Bar::count).sum();
    }

    private static List<Bar> bars(Histogram nanos, List<Double> edges) {
        var bars = new ArrayList<Bar>();
        long below = 0;
        for (int i = 1; i < edges.size(); i++) {
            boolean last = i == edges.size() - 1;
            long upTo = last ? nanos.count() : nanos.countAtOrBelow(Math.round(edges.get(i)) - 1);
            bars.add(new Bar(edges.get(i - 1) / 1e6, edges.get(i) / 1e6, upTo - below));
            below = upTo;
        }
        // A value at the very edge may count for the bar before, as a histogram rounds.
        while (bars.size() > 1 && bars.getLast().count() == 0) {
            bars.removeLast();
        }
        return bars;
    }

    /** Equal steps of 1, 2 or 5 times a power of ten: the smallest that make few enough bars. */
    private static List<Double> linear(double min, double max) {
        double least = Math.max(Math.max(1, max * RELATIVE_STEP_MIN), (max - min) / MAX);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        while (true) {
            for (double round : STEPS) {
                double step = round * power;
                double first = Math.floor(min / step);
                double last = Math.floor(max / step) + 1;
                if (last - first <= MAX) {
                    var edges = new ArrayList<Double>();
                    for (double i = first; i <= last; i++) {
                        edges.add(i * step);
                    }
                    return edges;
                }
            }
            power *= 10;
        }
    }

    private static List<Double> logarithmic(double min, double max) {
        for (var round : WITHIN_DECADE) {
            var edges = logarithmic(min, max, round);
            if (edges.size() - 1 <= MAX) {
                return edges;
            }
        }
        // Fourteen decades of nanoseconds are a day and more.
        return logarithmic(max / 1e13, max, WITHIN_DECADE.getLast());
    }

    /** From the last edge at or below the fastest to the first one above the slowest. */
    private static List<Double> logarithmic(double min, double max, List<Double> round) {
        var edges = new ArrayList<Double>();
        for (double power = Math.pow(10, Math.floor(Math.log10(min))); ; power *= 10) {
            for (double factor : round) {
                double edge = factor * power;
                if (edge <= min) {
                    edges.clear();
                }
                edges.add(edge);
                if (edge > max) {
                    return edges;
                }
            }
        }
    }
}
