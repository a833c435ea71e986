package io.spate.analysis.compare;

/**
 * A confidence interval of a change, in the unit of the change.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {

    /** Whether a change lies in it, its ends included. */
    public boolean contains(double change) {
        return low <= change && change <= high;
    }
}
