package io.spate.store;

/**
 * What a run came to, as far as lists show it. Times in milliseconds; NaN where there were none.
 *
 * @param requests how many; of a test without HTTP, iterations
 * @param failures how many of them failed
 * @param requestsPerSecond over the measured time
 * @param p50Millis the median of the service time
 */
public record Figures(
        long requests,
        long failures,
        double requestsPerSecond,
        double p50Millis,
        double p95Millis,
        double p99Millis) {

    /** The share of requests that failed; 0 where there were none. */
    public double failureRate() {
        return requests == 0 ? 0 : (double) failures / requests;
    }
}
