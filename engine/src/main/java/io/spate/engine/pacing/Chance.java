package io.spate.engine.pacing;

/**
 * Random numbers that follow from a seed and a key alone, so that runs repeat themselves whatever
 * happens between. Pure functions that allocate nothing.
 */
public final class Chance {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Chance() {}

    /** The seed of something named, within a plan of a seed. */
    public static long seed(long planSeed, String name) {
        return mixed(mixed(planSeed) + name.hashCode());
    }

    /** A fraction from 0 to below 1. */
    public static double fraction(long seed, long key) {
        return (mixed(seed ^ mixed(key + GOLDEN)) >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), after one step. */
    private static long mixed(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
