package io.spate.engine.portion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a whole load that one of several processes carries, which know nothing of each other:
 * some places of a pattern that repeats. All portions of the same weights together are the whole,
 * exactly, at any instant. Immutable.
 *
 * <p>A place of the pattern goes to the heaviest portion that is not ahead of its share: the
 * pattern is that of k6's execution segments, so that a test can be divided between both.
 */
public final class Portion {
    /** All of it. */
    public static final Portion WHOLE = new Portion(List.of(1L), 0);

    /** Places of a pattern; more would be finer than anybody divides a load. */
    private static final int CYCLE_MAX = 10_000_000;

    private final List<Long> weights;
    private final int index;
    private final int[] owners;
    private final int[] places;

    private Portion(List<Long> weights, int index) {
        this.weights = List.copyOf(weights);
        this.index = index;
        this.owners = owners(weights);
        this.places = IntStream.range(0, owners.length).filter(it -> owners[it] == index).toArray();
    }

    /**
     * One of several portions.
     *
     * @param weights of all of them, in their order; above 0
     * @param index which one, from 0
     * @throws IllegalArgumentException where there is none of that index, or the weights have so
     *     many digits that their pattern has over 10 million places
     */
    public static Portion of(List<Long> weights, int index) {
        if (index < 0 || index >= weights.size() || weights.stream().anyMatch(it -> it < 1)) {
            throw new IllegalArgumentException("no portion " + index + " of " + weights);
        }
        return new Portion(weights, index);
    }

    private static int[] owners(List<Long> weights) {
        long divisor = Math.max(1, weights.stream().reduce(0L, Portion::gcd));
        var parts = weights.stream().mapToLong(it -> it / divisor).toArray();
        long cycle = Math.max(1, Arrays.stream(parts).sum());
        if (cycle > CYCLE_MAX) {
            throw new IllegalArgumentException(
                    "a pattern of " + cycle + " places is too fine; at most " + CYCLE_MAX);
        }
        var order =
                IntStream.range(0, parts.length)
                        .filter(it -> parts[it] > 0)
                        .boxed()
                        .sorted((a, b) -> Long.compare(parts[b], parts[a]))
                        .toList();
        var owners = new int[(int) cycle];
        var given = new long[parts.length];
        for (int place = 0; place < cycle; place++) {
            for (int each : order) {
                if (given[each] * cycle <= place * parts[each]) {
                    given[each]++;
                    owners[place] = each;
                    break;
                }
            }
        }
        return owners;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Whether it is all there is. */
    public boolean isWhole() {
        return places.length == owners.length;
    }

    /** What part of the whole it is, from 0 to 1. */
    public double fraction() {
        return (double) places.length / owners.length;
    }

    /** How many of a total it carries. */
    public long share(long total) {
        if (isWhole()) {
            return total;
        }
        int rest = Arrays.binarySearch(places, (int) (total % owners.length));
        return total / owners.length * places.length + (rest < 0 ? -rest - 1 : rest);
    }

    /** The place in the whole of its n-th (from 0). */
    public long global(long local) {
        return isWhole()
                ? local
                : local / places.length * owners.length + places[(int) (local % places.length)];
    }

    /** The portion of what is divided by who carries how much of a total, such as by users. */
    public Portion by(long total) {
        if (isWhole()) {
            return this;
        }
        var shares = new long[weights.size()];
        var ofCycle = new long[weights.size()];
        for (int owner : owners) {
            ofCycle[owner]++;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = total / owners.length * ofCycle[i];
        }
        for (int place = 0; place < total % owners.length; place++) {
            shares[owners[place]]++;
        }
        return new Portion(Arrays.stream(shares).boxed().toList(), index);
    }
}
