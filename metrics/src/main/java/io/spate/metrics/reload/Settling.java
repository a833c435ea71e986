package io.spate.metrics.reload;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * When rate and p95 were again what they were before a reload: from the first second on from which
 * five seconds in a row have a rate that is not lower, and a p95 that is not higher, than what the
 * seconds before vary by. These vary by three standard deviations about their mean, and by a tenth
 * of it at least, and for the p95 by a millisecond at least, as otherwise a very steady target
 * would never be seen to settle.
 */
record Settling(double rateMean, double rateMin, double p95Mean, double p95Max) {
    /** With fewer seconds before, nothing can be said. */
    static final int BEFORE_MIN = 3;

    /** How many seconds in a row must be as before. */
    static final int IN_A_ROW = 5;

    private static final double DEVIATIONS = 3;
    private static final double SHARE = 0.1;
    private static final double P95_NANOS = 1e6;

    /** What the seconds before a reload vary by. */
    static Settling of(List<ReloadSecond> before) {
        var full = before.stream().filter(it -> it.requests() > 0).toList();
        double rate = mean(full, ReloadSecond::rate);
        double p95 = mean(full, ReloadSecond::p95Nanos);
        double rateRoom = Math.max(SHARE * rate, DEVIATIONS * deviation(full, ReloadSecond::rate));
        double p95Room =
                Math.max(
                        Math.max(P95_NANOS, SHARE * p95),
                        DEVIATIONS * deviation(full, ReloadSecond::p95Nanos));
        return new Settling(rate, rate - rateRoom, p95, p95 + p95Room);
    }

    /** The start of the first of five seconds that are as before; empty where there are none. */
    OptionalDouble settledNanos(List<ReloadSecond> after) {
        int inARow = 0;
        for (int i = 0; i < after.size(); i++) {
            inARow = isAsBefore(after.get(i)) ? inARow + 1 : 0;
            if (inARow == IN_A_ROW) {
                return OptionalDouble.of((double) after.get(i - IN_A_ROW + 1).startNanos());
            }
        }
        return OptionalDouble.empty();
    }

    private boolean isAsBefore(ReloadSecond second) {
        return second.rate() >= rateMin && second.p95Nanos() <= p95Max;
    }

    private static double mean(List<ReloadSecond> of, ToDoubleFunction<ReloadSecond> value) {
        return of.stream().mapToDouble(value).average().orElse(0);
    }

    private static double deviation(List<ReloadSecond> of, ToDoubleFunction<ReloadSecond> value) {
        double mean = mean(of, value);
        double squares =
                of.stream().mapToDouble(it -> Math.pow(value.applyAsDouble(it) - mean, 2)).sum();
        return of.size() < 2 ? 0 : Math.sqrt(squares / (of.size() - 1));
    }
}
