package io.spate.analysis.capacity;

import io.spate.analysis.capacity.Capacity.Interval;
import io.spate.analysis.capacity.Trial.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the limit lies, by Bayes' rule. A load x holds with the chance 1 / (1 + (x / limit)^(1 /
 * s)): surely far below the limit, by the toss of a coin at it. How sharp the limit is (s) is not
 * known; five values from 0.002 to 0.03 are as likely to begin with, and any limit on a scale of
 * factors. One outcome in a hundred is wrong for reasons of its own. So outcomes that contradict
 * one another widen the interval.
 */
final class Limit {
    private static final double[] SHARPNESS = {0.002, 0.005, 0.01, 0.02, 0.03};
    private static final double WRONG = 0.01;
    private static final int POINTS = 2000;
    private static final double CHANCE = 0.95;

    private Limit() {}

    /** Empty where no load held, or none was too much. */
    static Optional<Interval> interval(List<Trial> trials) {
        var told = trials.stream().filter(it -> it.outcome() != Outcome.GENERATOR_LIMITED).toList();
        double held = highest(told, Outcome.HELD);
        double broken = -highest(told, Outcome.BROKEN);
        if (Double.isInfinite(held) || Double.isInfinite(broken)) {
            return Optional.empty();
        }
        // Room for a limit outside of what contradicts itself.
        double from = Math.log(Math.min(held, broken) / 1.5);
        double step = (Math.log(Math.max(held, broken) * 1.5) - from) / (POINTS - 1);
        var weights = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            for (double sharpness : SHARPNESS) {
                weights[i] += likelihood(told, from + i * step, sharpness);
            }
        }
        double tail = (1 - CHANCE) / 2;
        return Optional.of(
                new Interval(
                        Math.exp(from + step * quantile(weights, tail)),
                        Math.exp(from + step * quantile(weights, 1 - tail))));
    }

    /** The highest that held; of what broke, the lowest, negated. */
    private static double highest(List<Trial> trials, Outcome outcome) {
        return trials.stream()
                .filter(it -> it.outcome() == outcome)
                .mapToDouble(it -> outcome == Outcome.HELD ? it.load() : -it.load())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static double likelihood(List<Trial> trials, double logLimit, double sharpness) {
        double product = 1;
        for (var trial : trials) {
            double over = (Math.log(trial.load()) - logLimit) / sharpness;
            double holds = WRONG / 2 + (1 - WRONG) / (1 + Math.exp(over));
            product *= trial.outcome() == Outcome.HELD ? holds : 1 - holds;
        }
        return product;
    }

    /** Between which points so much of the weight lies below. */
    private static double quantile(double[] weights, double share) {
        double left = share * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            if (left <= weights[i]) {
                return i + (weights[i] == 0 ? 0 : left / weights[i]) - 0.5;
            }
            left -= weights[i];
        }
        return weights.length - 1.0;
    }
}
