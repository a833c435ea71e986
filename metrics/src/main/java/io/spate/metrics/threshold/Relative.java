package io.spate.metrics.threshold;

/**
 * A bound that follows from what another run came to: {@code baseline * 1.1}, {@code baseline +
 * 20ms}.
 *
 * @param factor by which the baseline's value is multiplied
 * @param addend what is added then, in the unit of bounds
 */
public record Relative(double factor, double addend) {
    /** The bound for a value of the baseline. */
    double bound(double baseline) {
        return baseline * factor + addend;
    }
}
