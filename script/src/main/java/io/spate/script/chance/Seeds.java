package io.spate.script.chance;

/** Makes seeds from what is to tell sequences of chance apart. Pure arithmetic. */
public final class Seeds {
    private Seeds() {}

    /**
     * The seed of something that has a name, such as a scenario.
     *
     * @param seed of the run
     */
    public static long of(long seed, String name) {
        long hash = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash ^ name.charAt(i));
        }
        return mix(hash ^ name.length());
    }

    /** The seed of something that has a number, such as an iteration. Far apart for neighbours. */
    public static long of(long seed, long number) {
        return mix(seed ^ mix(number));
    }

    /**
     * A number from 0 up to a bound, all equally likely, that follows from a seed alone.
     *
     * @param bound at least 1, itself not included
     */
    public static int below(int bound, long seed) {
        return (int) Math.unsignedMultiplyHigh(mix(seed), bound);
    }

    /**
     * Stafford's variant 13 of the finalizer of MurmurHash3, as in Steele, Lea, Flood: Fast
     * splittable pseudorandom number generators (2014).
     */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
