package io.spate.report.json;

import io.spate.metrics.Histogram;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the document has them: no longer than what was measured is exact. */
final class Numbers {
    // Histograms keep three significant digits; two more let means and sums keep theirs.
    private static final MathContext DIGITS = new MathContext(5);

    // What a threshold compares, and what the summary cuts after two decimals, must not be rounded
    // up to a whole.
    private static final MathContext MANY_DIGITS = new MathContext(9);

    private Numbers() {}

    /** A number to five significant digits. */
    static double rounded(double value) {
        return rounded(value, DIGITS);
    }

    /** A number to nine significant digits. */
    static double precise(double value) {
        return rounded(value, MANY_DIGITS);
    }

    private static double rounded(double value, MathContext digits) {
        return Double.isFinite(value) ? new BigDecimal(value).round(digits).doubleValue() : value;
    }

    /** Nanoseconds as milliseconds. */
    static double millis(double nanos) {
        return rounded(nanos / 1e6);
    }

    /** Nanoseconds as milliseconds. */
    static double millis(long nanos) {
        return millis((double) nanos);
    }

    /** Nanoseconds as seconds, to the millisecond. */
    static double seconds(long nanos) {
        return Math.round(nanos / 1e6) / 1e3;
    }

    /** So many in a time; 0 where there was no time. */
    static double perSecond(long count, double seconds) {
        return seconds > 0 ? rounded(count / seconds) : 0;
    }

    /** A part of a whole; 0 where there is no whole. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : rounded((double) part / whole);
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
