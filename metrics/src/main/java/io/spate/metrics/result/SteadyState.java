package io.spate.metrics.result;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds the end of a warm-up from what each second brought: requests (without any, iterations) per
 * second and their median time. Belongs to one thread.
 *
 * <p>Each of the two is looked at with the marginal standard error rule (MSER): of all ways to
 * leave out the first d of n seconds, the best is the one after which the mean of the others has
 * the least standard error. While the measurements still move in one direction, leaving out more is
 * always better, and the best d lies at the end of what is allowed, which is half of the seconds;
 * once they only vary about a mean it lies before. When both have been steady for three seconds in
 * a row, of ten or more, the warm-up is over. So it lasts up to twice as long as what has to be
 * left out. See K. P. White, "An effective truncation heuristic for bias reduction in simulation
 * output", Simulation 69 (1997); K. Hoad, S. Robinson, R. Davies, "Automating warm-up length
 * estimation", Journal of the Operational Research Society 61 (2010), which compares the known
 * methods and settles on this one and on the half. They batch single observations in fives; here a
 * second is the batch.
 *
 * <p>Where it misleads: a drift so slow that a dozen seconds of noise hide it looks steady. And a
 * load that itself rises or falls is not steady before it is constant.
 */
public final class SteadyState {
    /** Fewer seconds than these say nothing. */
    static final int SECONDS_MIN = 10;

    /**
     * By what share of the mean values may always differ: without any noise, the last thousandth of
     * an approach would still be seen and waited for.
     */
    private static final double IRRELEVANT = 0.02;

    /** How many seconds in a row must look steady: one may by chance. */
    private static final int CONFIRMED = 3;

    private final long maxNanos;
    private final Curve rates = new Curve();
    private final Curve medians = new Curve();
    private int steadySeconds;
    private boolean over;

    /**
     * A warm-up that has not begun.
     *
     * @param max when it ends at the latest, since the run's start
     */
    public SteadyState(Duration max) {
        this.maxNanos = max.toNanos();
    }

    /** Takes the next second; whether the warm-up is over with it. */
    public boolean add(Snapshot second) {
        boolean http = second.find(BuiltinMetrics.HTTP_REQS).isPresent();
        Metric count = http ? BuiltinMetrics.HTTP_REQS : BuiltinMetrics.ITERATIONS;
        Metric time = http ? BuiltinMetrics.HTTP_REQ_DURATION : BuiltinMetrics.ITERATION_DURATION;
        if (second.seconds() > 0
                && second.find(count).orElse(null) instanceof Aggregate.Count(var total)) {
            rates.add(total / second.seconds());
        }
        if (second.find(time).orElse(null) instanceof Aggregate.Distribution(var times)) {
            medians.add((double) times.percentile(50));
        }
        steadySeconds = rates.steady() && medians.steady() ? steadySeconds + 1 : 0;
        over |= steadySeconds >= CONFIRMED || second.endNanos() >= maxNanos;
        return over;
    }

    /**
     * How many seconds of a finished run its warm-up took, by the same rule: those whose loss makes
     * the means of both measures the most certain.
     *
     * @param seconds all of the run's, in order
     * @return nothing where the run never was steady, or is too short to tell
     */
    public static OptionalInt warmUp(List<Snapshot> seconds) {
        var state = new SteadyState(Duration.ofSeconds(Long.MAX_VALUE / 1_000_000_000));
        seconds.forEach(state::add);
        return state.rates.steady() && state.medians.steady()
                ? OptionalInt.of(Math.max(state.rates.truncation(), state.medians.truncation()))
                : OptionalInt.empty();
    }

    /** The values of one measure, second by second. */
    static final class Curve {
        private double[] values = new double[64];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        boolean steady() {
            return size >= SECONDS_MIN && truncation() < size / 2;
        }

        /** The d of 0 to half the values after which the mean has the least standard error. */
        int truncation() {
            int best = size;
            double least = Double.POSITIVE_INFINITY;
            double mean = 0;
            double squares = 0;
            // From the last value back, by Welford's recurrence, which keeps its precision.
            for (int d = size - 1; d >= 0; d--) {
                int count = size - d;
                double off = values[d] - mean;
                mean += off / count;
                squares += off * (values[d] - mean);
                double irrelevant = IRRELEVANT * mean;
                double error = (squares / count + irrelevant * irrelevant) / count;
                if (d <= size / 2 && error <= least) {
                    least = error;
                    best = d;
                }
            }
            return best;
        }
    }
}
