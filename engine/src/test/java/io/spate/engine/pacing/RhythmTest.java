package io.spate.engine.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.plan.Spacing;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration ONE = Duration.ofSeconds(1);

    @Test
    void pacingGoesByDueTimesWhateverAnIterationTakes() {
        var rhythm = new Rhythm(ThinkTime.NONE, 5 * SECOND, 0, ThinkTime.NONE, 1);

        assertThat(rhythm.nextDueNanos(10 * SECOND, 11 * SECOND, 1, 0)).isEqualTo(15 * SECOND);
        assertThat(rhythm.nextDueNanos(10 * SECOND, 99 * SECOND, 1, 0)).isEqualTo(15 * SECOND);
    }

    @Test
    void thinkTimeMovesWhatPacingAsksFor() {
        var rhythm = new Rhythm(new ThinkTime.Constant(ONE), 5 * SECOND, 0, ThinkTime.NONE, 1);

        assertThat(rhythm.nextDueNanos(0, 2 * SECOND, 1, 0)).isEqualTo(5 * SECOND);
        assertThat(rhythm.nextDueNanos(0, 7 * SECOND, 1, 0)).isEqualTo(8 * SECOND);
    }

    @Test
    void aBurstIsFollowedByItsPause() {
        var rhythm = new Rhythm(ThinkTime.NONE, 0, 3, new ThinkTime.Constant(ONE), 1);

        assertThat(rhythm.pauseNanos(1, 0)).isZero();
        assertThat(rhythm.pauseNanos(2, 0)).isZero();
        assertThat(rhythm.pauseNanos(3, 0)).isEqualTo(SECOND);
        assertThat(rhythm.pauseNanos(4, 0)).isZero();
        assertThat(rhythm.pauseNanos(6, 0)).isEqualTo(SECOND);
    }

    @Test
    void pausesFollowFromSeedAndKeyAlone() {
        var uniform = new ThinkTime.Uniform(ONE, Duration.ofSeconds(3));
        var rhythm = new Rhythm(uniform, 0, 0, ThinkTime.NONE, 7);
        var same = new Rhythm(uniform, 0, 0, ThinkTime.NONE, 7);
        var other = new Rhythm(uniform, 0, 0, ThinkTime.NONE, 8);

        assertThat(rhythm.pauseNanos(1, 5)).isEqualTo(same.pauseNanos(9, 5));
        assertThat(rhythm.pauseNanos(1, 5)).isNotEqualTo(other.pauseNanos(1, 5));
        assertThat(rhythm.pauseNanos(1, 5)).isNotEqualTo(rhythm.pauseNanos(1, 6));
    }

    @Test
    void pausesHaveTheirDistributions() {
        var exponential = new Rhythm(new ThinkTime.Exponential(ONE), 0, 0, ThinkTime.NONE, 1);
        var uniform =
                new Rhythm(
                        new ThinkTime.Uniform(ONE, Duration.ofSeconds(3)), 0, 0, ThinkTime.NONE, 1);
        double sum = 0;
        int beyondMean = 0;
        double uniformSum = 0;
        for (int key = 0; key < 100_000; key++) {
            var pause = exponential.pauseNanos(1, key);
            sum += pause;
            beyondMean += pause > SECOND ? 1 : 0;
            uniformSum += uniform.pauseNanos(1, key);
            assertThat(uniform.pauseNanos(1, key)).isBetween(SECOND, 3 * SECOND);
        }

        assertThat(sum / 100_000 / SECOND).isCloseTo(1, within(0.015));
        assertThat(beyondMean / 100_000.0).isCloseTo(Math.exp(-1), within(0.01));
        assertThat(uniformSum / 100_000 / SECOND).isCloseTo(2, within(0.01));
    }

    /** The distances of a Poisson process by the Kolmogorov-Smirnov test at 1 in 1,000. */
    @Test
    void poissonArrivalsHaveExponentialDistances() {
        var arrivals = Arrivals.of(Spacing.POISSON, 42);
        var distances = new ArrayList<Double>();
        double last = 0;
        for (int i = 0; i < 10_000; i++) {
            var place = arrivals.skip(1);
            distances.add(place - last);
            last = place;
        }
        distances.sort(null);
        double greatest = 0;
        for (int i = 0; i < distances.size(); i++) {
            var expected = 1 - Math.exp(-distances.get(i));
            greatest = Math.max(greatest, Math.abs(expected - (i + 0.5) / distances.size()));
        }

        assertThat(greatest).isLessThan(1.95 / Math.sqrt(distances.size()));
    }
}
