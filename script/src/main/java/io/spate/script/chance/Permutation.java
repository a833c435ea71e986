package io.spate.script.chance;

/**
 * The numbers from 0 up to a size in an order that follows from a seed, worked out one by one: a
 * million rows in a random order need no memory, and no lock.
 *
 * <p>A Feistel network over the smallest even number of bits that holds the size is a permutation
 * of more numbers than wanted; those beyond the size are followed until they lead back below it
 * (Black, Rogaway: Ciphers with arbitrary finite domains, 2002), at most a few times on average.
 */
public final class Permutation {
    private static final int ROUNDS = 6;

    private final int size;
    private final int halfBits;
    private final long halfMask;

    /**
     * Of so many numbers.
     *
     * @param size at least 1
     */
    public Permutation(int size) {
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1L));
        this.halfBits = (bits + 1) / 2;
        this.halfMask = (1L << halfBits) - 1;
    }

    /**
     * What stands at a place of the order that a seed gives.
     *
     * @param place from 0 up to the size
     */
    public int at(int place, long seed) {
        long value = place;
        do {
            value = network(value, seed);
        } while (value >= size);
        return (int) value;
    }

    private long network(long value, long seed) {
        long left = value >>> halfBits;
        long right = value & halfMask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Seeds.mix(seed + right * ROUNDS + round) & halfMask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
