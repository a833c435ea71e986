package io.spate.web.live;

import io.spate.metrics.Histogram;

/** Times of requests in milliseconds; 0 where there are none. */
record Times(Histogram nanos) {
    private static final double NANOS_PER_MILLI = 1e6;

    double at(double percentile) {
        return nanos.percentile(percentile) / NANOS_PER_MILLI;
    }

    double min() {
        return nanos.min() / NANOS_PER_MILLI;
    }

    double max() {
        return nanos.max() / NANOS_PER_MILLI;
    }

    double mean() {
        return nanos.mean() / NANOS_PER_MILLI;
    }
}
