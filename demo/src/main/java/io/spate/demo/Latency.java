package io.spate.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long a request is in service: the distribution that the shop draws its delays from.
 *
 * <p>Delays of all kinds are between 0 and {@link #MAX}; the tail of a log-normal distribution is
 * cut there.
 */
public sealed interface Latency {

    /** The longest delay there is. */
    Duration MAX = Duration.ofMinutes(1);

    /**
     * The next delay, in nanoseconds. It is a function of what {@code random} yields and nothing
     * else, so a seeded generator gives the same delays each time.
     */
    long sampleNanos(RandomGenerator random);

    /** The text that {@link #parse} reads back as an equal value. */
    String text();

    /**
     * Reads {@code none}, {@code constant:10ms}, {@code lognormal:20ms,0.5} (median, sigma) or
     * {@code bimodal:5ms,200ms,0.05} (fast, slow, share of slow ones). Units are us, ms and s.
     * Throws {@link InvalidDemoOptionsException}.
     */
    static Latency parse(String text) {
        return LatencyText.parse(text);
    }

    /** No delay. */
    record None() implements Latency {
        @Override
        public long sampleNanos(RandomGenerator random) {
            return 0;
        }

        @Override
        public String text() {
            return "none";
        }
    }

    /**
     * Always the same delay.
     *
     * @param delay 0 to 1 minute
     */
    record Constant(Duration delay) implements Latency {
        /** Checks the range. */
        public Constant {
            LatencyText.check(LatencyText.delayProblems("delay", delay));
        }

        @Override
        public long sampleNanos(RandomGenerator random) {
            return delay.toNanos();
        }

        @Override
        public String text() {
            return "constant:" + LatencyText.format(delay);
        }
    }

    /**
     * Delays whose logarithm is normally distributed, which is how the latencies of most servers
     * look: many near the median, few much longer. The quantile p is {@code median x exp(sigma x
     * z(p))}, with z(p) of the standard normal distribution.
     *
     * @param median half of the delays are below it, 0 to 1 minute
     * @param sigma standard deviation of the natural logarithm, 0 to 4; 0.5 puts p95 at 2.3 times
     *     the median and p99 at 3.2 times
     */
    record LogNormal(Duration median, double sigma) implements Latency {
        private static final double SIGMA_MAX = 4;

        /** Checks the ranges. */
        public LogNormal {
            List<String> problems = new ArrayList<>(LatencyText.delayProblems("median", median));
            if (!(sigma >= 0 && sigma <= SIGMA_MAX)) {
                problems.add("sigma " + sigma + " is not between 0 and 4");
            }
            LatencyText.check(problems);
        }

        @Override
        public long sampleNanos(RandomGenerator random) {
            double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
            return Math.min((long) nanos, MAX.toNanos());
        }

        @Override
        public String text() {
            return "lognormal:" + LatencyText.format(median) + "," + sigma;
        }
    }

    /**
     * One of two delays: the cache hit and the miss.
     *
     * @param fast the usual delay, 0 to 1 minute
     * @param slow the other one, 0 to 1 minute, not below {@code fast}
     * @param slowShare share of slow ones, 0 to 1
     */
    record Bimodal(Duration fast, Duration slow, double slowShare) implements Latency {
        /** Checks the ranges. */
        public Bimodal {
            List<String> problems = new ArrayList<>(LatencyText.delayProblems("fast delay", fast));
            problems.addAll(LatencyText.delayProblems("slow delay", slow));
            if (slow.compareTo(fast) < 0) {
                problems.add("the slow delay is below the fast one; swap them");
            }
            if (!(slowShare >= 0 && slowShare <= 1)) {
                problems.add("share of slow requests " + slowShare + " is not between 0 and 1");
            }
            LatencyText.check(problems);
        }

        @Override
        public long sampleNanos(RandomGenerator random) {
            return (random.nextDouble() < slowShare ? slow : fast).toNanos();
        }

        @Override
        public String text() {
            return "bimodal:"
                    + LatencyText.format(fast)
                    + ","
                    + LatencyText.format(slow)
                    + ","
                    + slowShare;
        }
    }
}
