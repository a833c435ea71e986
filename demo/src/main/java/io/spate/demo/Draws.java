package io.spate.demo;

import io.spate.demo.web.Cost;
import java.util.SplittableRandom;

/**
 * What is left to chance, from a seed. Each question draws from a sequence of its own and each
 * request asks each question once, so that one answer never shifts the others: with the same seed,
 * the n-th request in service has the same delay whatever the error rate is.
 */
final class Draws {
    private final Latency latency;
    private final double errorRate;
    private final SplittableRandom delays;
    private final SplittableRandom errors;
    private final SplittableRandom slowdowns;

    Draws(Latency latency, double errorRate, long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        this.latency = latency;
        this.errorRate = errorRate;
        this.delays = root.split();
        this.errors = root.split();
        this.slowdowns = root.split();
    }

    /** How long the next request is in service. */
    long delayNanos(Cost cost) {
        long nanos = latency.sampleNanos(delays);
        boolean slow = slowdowns.nextDouble() < cost.slowShare();
        double factor = slow ? cost.slowFactor() : cost.factor();
        return Math.min((long) (nanos * factor), Latency.MAX.toNanos());
    }

    /** Whether the next request fails. */
    boolean fails() {
        return errors.nextDouble() < errorRate;
    }
}
