package io.spate.script.chance;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 that can be seeded anew, so that each iteration has a sequence of its own without an
 * object of its own. Belongs to one thread.
 */
public final class SeededRandom implements RandomGenerator {
    /** The golden ratio in 64 bits, odd: the state takes every value before one comes again. */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long state;

    /** With a first seed. */
    public SeededRandom(long seed) {
        state = seed;
    }

    /** Starts the sequence that follows from a seed. */
    public void reseed(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += STEP;
        return Seeds.mix(state);
    }
}
