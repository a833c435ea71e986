package io.spate.report.json;

import io.spate.metrics.Histogram;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the document has them: no longer than what was measured is exact. */
final class Numbers {
    // Histograms keep three significant digits; two more let means and sums keep theirs.
    private static final MathContext DIGITS = new MathContext(5);

    private Numbers() {}

    /** A number to five significant digits. */
    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    /** Nanoseconds as milliseconds. */
    static double millis(double nanos) {
        return rounded(nanos / 1e6);
    }

    /** Nanoseconds as milliseconds. */
    static double millis(long nanos) {
        return millis((double) nanos);
    }

    /** So many in a time; 0 where there was no time. */
    static double perSecond(long count, double seconds) {
        return seconds > 0 ? rounded(count / seconds) : 0;
    }

    static Results.Times times(Histogram nanos) {
        return new Results.Times(
                millis(nanos.min()),
                millis(nanos.mean()),
                millis(nanos.percentile(50)),
                millis(nanos.percentile(75)),
                millis(nanos.percentile(90)),
                millis(nanos.percentile(95)),
                millis(nanos.percentile(99)),
                millis(nanos.percentile(99.9)),
                millis(nanos.max()));
    }
}
