package io.spate.analysis.capacity;

/**
 * How a search goes.
 *
 * @param from the load it begins with; above 0
 * @param to the highest that it tries
 * @param precision how close a load that holds and one that does not have to come, as a share: 0.02
 *     for two of a hundred
 * @param whole whether loads are whole numbers, as those of users
 * @param confirmations how often the outcome at either side of the limit has to come out; at least
 *     1
 */
public record SearchPlan(
        double from, double to, double precision, boolean whole, int confirmations) {
    /** However strange what it sees, a search ends. */
    static final int TRIALS_MAX = 80;

    /**
     * How often a load is tried at most: one that is so close to the limit is taken for too much.
     */
    static final int SAME_MAX = 7;

    /** By how much it climbs. */
    static final double CLIMB = 2;

    /** How often it halves a load that is too much to begin with. */
    static final int DESCENTS_MAX = 8;

    /** How often a load at which the generator was the limit is tried. */
    static final int GENERATOR_TRIES = 2;

    /** With the usual confirmations. */
    public SearchPlan(double from, double to, double precision, boolean whole) {
        this(from, to, precision, whole, 2);
    }

    public SearchPlan {
        if (!(from > 0 && to >= from && Double.isFinite(to))) {
            throw new IllegalArgumentException(
                    "a search goes from a load above 0 up to one that is no lower: %s to %s"
                            .formatted(from, to));
        }
        if (!(precision > 0 && precision < 1)) {
            throw new IllegalArgumentException("precision is between 0 and 1: " + precision);
        }
        if (confirmations < 1) {
            throw new IllegalArgumentException("confirmations are at least 1: " + confirmations);
        }
    }

    double rounded(double load) {
        return whole ? Math.max(1, Math.rint(load)) : load;
    }

    /** Whether nothing is left between a load that holds and one that does not. */
    boolean close(double holds, double breaks) {
        return breaks <= holds * (1 + precision) || (whole && breaks - holds <= 1);
    }

    /** Between the two, half-way as factors. */
    double between(double holds, double breaks) {
        double middle = Math.sqrt(holds * breaks);
        return whole ? Math.clamp(Math.rint(middle), holds + 1, breaks - 1) : middle;
    }
}
