package io.spate.analysis.compare;

/**
 * How runs are compared.
 *
 * @param minEffect the least relative change that counts, above 0 and below 1: 0.05 is 5 %
 * @param minErrors the least difference of the error rate that counts, as a share of all requests;
 *     where the error rate is high, {@code minEffect} of it counts instead
 * @param confidence how often intervals hold the true change, above 0.5 and below 1
 * @param latency the metric of the times that are compared
 * @param seed where chance starts
 * @param replicates how often is resampled, 50 to 100,000
 */
public record ComparisonOptions(
        double minEffect,
        double minErrors,
        double confidence,
        String latency,
        long seed,
        int replicates) {

    /** What is usual: 5 %, 0.2 percentage points of errors, 95 %, service times. */
    public static final ComparisonOptions DEFAULT =
            new ComparisonOptions(0.05, 0.002, 0.95, "http_req_duration", 1, 999);

    public ComparisonOptions {
        require(minEffect > 0 && minEffect < 1, "a least effect from above 0 to below 1");
        require(minErrors > 0 && minErrors < 1, "a least difference from above 0 to below 1");
        require(confidence > 0.5 && confidence < 1, "a confidence from above 0.5 to below 1");
        require(replicates >= 50 && replicates <= 100_000, "50 to 100,000 replicates");
    }

    /** The same with another least effect. */
    public ComparisonOptions withMinEffect(double other) {
        return new ComparisonOptions(other, minErrors, confidence, latency, seed, replicates);
    }

    /** The same with another seed. */
    public ComparisonOptions withSeed(long other) {
        return new ComparisonOptions(minEffect, minErrors, confidence, latency, other, replicates);
    }

    /** The same with times of another metric, such as {@code http_req_response_time}. */
    public ComparisonOptions withLatency(String other) {
        return new ComparisonOptions(minEffect, minErrors, confidence, other, seed, replicates);
    }

    /** How often a verdict may be wrong. */
    double risk() {
        return 1 - confidence;
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("expected " + what);
        }
    }
}
