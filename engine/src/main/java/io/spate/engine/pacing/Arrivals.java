package io.spate.engine.pacing;

import io.spate.plan.Spacing;
import java.util.SplittableRandom;

/**
 * The places of an open workload's iterations on its {@link RateCurve}, one after another. Every
 * worker counts through all of them and takes its own, so that they are the same however many
 * workers there are. Belongs to one thread.
 */
sealed interface Arrivals {

    /** The place of the iteration that is so many after the last one asked for. */
    double skip(long count);

    /** From the first iteration, which the first call skips to with a count of 1. */
    static Arrivals of(Spacing spacing, long seed) {
        return switch (spacing) {
            case EVEN -> new Even();
            case POISSON -> new Poisson(seed);
        };
    }

    /** At 0, 1, 2 and so on. */
    final class Even implements Arrivals {
        private long place = -1;

        @Override
        public double skip(long count) {
            place += count;
            return place;
        }
    }

    /**
     * A Poisson process of rate 1: distances are independent and exponentially distributed. Mapped
     * through the inverse of a rate's integral it is a Poisson process of that rate (E. Cinlar,
     * Introduction to Stochastic Processes, 1975).
     */
    final class Poisson implements Arrivals {
        private final SplittableRandom random;
        private long whole;
        private double fraction;

        Poisson(long seed) {
            this.random = new SplittableRandom(seed);
        }

        /** Whole and fraction apart, so that rounding does not add up over many iterations. */
        @Override
        public double skip(long count) {
            for (long i = 0; i < count; i++) {
                fraction -= Math.log1p(-random.nextDouble());
                var carried = (long) fraction;
                whole += carried;
                fraction -= carried;
            }
            return whole + fraction;
        }
    }
}
