package io.spate.script.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedChoiceTest {
    private static final int PICKS = 100_000;

    @Test
    void picksInProportionToWeights() {
        var weights = List.of(3, 1, 0, 6);
        var tasks = tasks(weights.size());
        var weighted = new WeightedChoice<>(tasks, weights);
        var random = new SplittableRandom(7);
        var seen = new int[weights.size()];
        for (int i = 0; i < PICKS; i++) {
            seen[tasks.indexOf(weighted.pick(random))]++;
        }

        assertThat(seen[2]).isZero();
        double chiSquare = 0;
        for (int i : List.of(0, 1, 3)) {
            double expected = PICKS * weights.get(i) / 10.0;
            chiSquare += (seen[i] - expected) * (seen[i] - expected) / expected;
        }
        // The value that chance alone exceeds once in a thousand times, for 2 degrees of freedom.
        assertThat(chiSquare).isLessThan(13.8);
    }

    @Property
    void neverPicksWhatWeighsNothing(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 3) Integer> drawn,
            @ForAll long seed) {
        var weights = new ArrayList<>(drawn);
        weights.add(1);
        var tasks = tasks(weights.size());
        var weighted = new WeightedChoice<>(tasks, weights);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            assertThat(weights.get(tasks.indexOf(weighted.pick(random)))).isPositive();
        }
    }

    @Test
    void holdsWeightsUpToTheLargestSum() {
        var tasks = tasks(2);
        var weighted = new WeightedChoice<>(tasks, List.of(Integer.MAX_VALUE - 1, 1));
        assertThat(weighted.pick(new SplittableRandom(1))).isSameAs(tasks.getFirst());
    }

    private static List<Object> tasks(int count) {
        var tasks = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            tasks.add(new Object());
        }
        return tasks;
    }
}
