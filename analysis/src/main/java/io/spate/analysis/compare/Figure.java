package io.spate.analysis.compare;

import java.util.Locale;

/** What of an endpoint is compared. */
public enum Figure {
    /** The median, in ms. */
    P50(0, "p50", 0.5),
    /** The 95th percentile, in ms. */
    P95(1, "p95", 0.95),
    /** The 99th percentile, in ms. */
    P99(2, "p99", 0.99),
    /** The mean, in ms. */
    MEAN(3, "mean", Double.NaN),
    /** The share of requests that failed, 0 to 1. Its change is a difference, not a ratio. */
    ERROR_RATE(4, "error_rate", Double.NaN),
    /** Requests per second. Less is worse. */
    THROUGHPUT(5, "throughput", Double.NaN);

    private final int place;
    private final String key;
    private final double share;

    Figure(int place, String key, double share) {
        this.place = place;
        this.key = key;
        this.share = share;
    }

    /** Where it stands among all. */
    int place() {
        return place;
    }

    /** Its name in documents. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String title() {
        return key.replace('_', ' ');
    }

    /** The figure of a name, in any case, as {@link #key} writes it. */
    public static Figure of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether its change is a ratio less 1; otherwise it is a difference. */
    public boolean relative() {
        return this != ERROR_RATE;
    }

    /** Whether more is worse. */
    public boolean moreIsWorse() {
        return this != THROUGHPUT;
    }

    /**
     * Whether a comparison is open as long as this figure of all requests is. The 99th percentile
     * and the mean are not among them: a few slow requests in a run decide them, and most tests
     * would never be over.
     */
    public boolean decides() {
        return this != P99 && this != MEAN;
    }

    boolean isTime() {
        return this != ERROR_RATE && this != THROUGHPUT;
    }

    boolean isPercentile() {
        return !Double.isNaN(share);
    }

    /** The percentile's share of the values, 0 to 1. */
    double share() {
        return share;
    }
}
