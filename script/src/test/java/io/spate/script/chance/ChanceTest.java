package io.spate.script.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Property(tries = 200)
    void aPermutationHasEveryNumberOnce(
            @ForAll @IntRange(min = 1, max = 5000) int size, @ForAll long seed) {
        var permutation = new Permutation(size);
        var seen = new BitSet(size);
        for (int i = 0; i < size; i++) {
            seen.set(permutation.at(i, seed));
        }
        assertThat(seen.cardinality()).isEqualTo(size);
        assertThat(seen.length()).isEqualTo(size);
    }

    /** Chi-square over where the first of ten numbers ends up, for many seeds. */
    @Test
    void everyPlaceIsAsLikelyAsAnyOther() {
        int tries = 100_000;
        var permutation = new Permutation(10);
        var seen = new int[10];
        for (int seed = 0; seed < tries; seed++) {
            seen[permutation.at(0, seed)]++;
        }
        double chiSquare = 0;
        for (int count : seen) {
            double expected = tries / 10.0;
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        // The value that chance alone exceeds once in a thousand times, for 9 degrees of freedom.
        assertThat(chiSquare).isLessThan(27.9);
    }

    @Test
    void neighbouringSeedsGiveSequencesOfTheirOwn() {
        var random = new SeededRandom(0);
        var seen = new HashSet<Long>();
        for (int run = 0; run < 10; run++) {
            for (int key = 0; key < 1000; key++) {
                random.reseed(Seeds.of(Seeds.of(run, "browse"), key));
                for (int i = 0; i < 10; i++) {
                    seen.add(random.nextLong());
                }
            }
        }
        assertThat(seen).hasSize(100_000);
    }

    @Property
    void theSameSeedGivesTheSameSequence(@ForAll long seed) {
        var one = new SeededRandom(seed);
        var other = new SeededRandom(~seed);
        other.nextLong();
        other.reseed(seed);
        for (int i = 0; i < 5; i++) {
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    @Property
    void numbersStayBelowTheirBound(@ForAll @IntRange(min = 1) int bound, @ForAll long seed) {
        assertThat(Seeds.below(bound, seed)).isBetween(0, bound - 1);
    }

    @Test
    void namesAreToldApart() {
        assertThat(Seeds.of(1, "ab")).isNotEqualTo(Seeds.of(1, "ba"));
        assertThat(Seeds.of(1, "a")).isNotEqualTo(Seeds.of(2, "a"));
        assertThat(Seeds.of(1, "")).isNotEqualTo(Seeds.of(1, "\0"));
    }
}
