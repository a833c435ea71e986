package io.spate.output.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time up to a limit, less a random part
 * of up to a half, so that many who failed together do not come back together.
 *
 * @param first the wait after the first failure
 * @param longest the limit
 * @param random of the part that is left out
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int DOUBLINGS_MAX = 20;

    /** From half a second to ten. */
    public static Backoff standard() {
        return new Backoff(
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                RandomGenerator.of("L64X128MixRandom"));
    }

    /**
     * The wait after so many failures in a row.
     *
     * @param failures at least 1
     */
    public long nanos(int failures) {
        int doublings = Math.min(failures - 1, DOUBLINGS_MAX);
        long whole = Math.min(first.toNanos() << doublings, longest.toNanos());
        return whole - (long) (random.nextDouble() * whole / 2);
    }
}
