package io.spate.engine.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.engine.portion.Portion;
import io.spate.plan.Spacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Portions of a load add up to it, at any instant and however they are divided further. */
class PortionTest {
    private static List<Portion> portions(List<Long> weights) {
        return IntStream.range(0, weights.size()).mapToObj(it -> Portion.of(weights, it)).toList();
    }

    @Property(tries = 300)
    void togetherTheyAreTheWhole(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 60) Long> weights,
            @ForAll @LongRange(min = 0, max = 5_000) long total) {
        var all = portions(weights);

        assertThat(all.stream().mapToLong(it -> it.share(total)).sum()).isEqualTo(total);
        assertThat(
                        all.stream()
                                .flatMapToLong(
                                        it -> LongStream.range(0, it.share(total)).map(it::global))
                                .sorted()
                                .toArray())
                .isEqualTo(LongStream.range(0, total).toArray());
    }

    @Property(tries = 300)
    void noneIsFarFromItsShare(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 60) Long> weights,
            @ForAll @LongRange(min = 0, max = 5_000) long total) {
        for (var portion : portions(weights)) {
            assertThat((double) portion.share(total))
                    .isBetween(
                            total * portion.fraction() - weights.size(),
                            total * portion.fraction() + weights.size());
        }
    }

    @Property(tries = 200)
    void soAreThoseDividedAsTheirUsersAre(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 60) Long> weights,
            @ForAll @IntRange(min = 1, max = 500) int users,
            @ForAll @LongRange(min = 0, max = 5_000) long iterations) {
        var all = portions(weights);

        assertThat(all.stream().mapToLong(it -> it.by(users).share(iterations)).sum())
                .isEqualTo(iterations);
        for (var portion : all) {
            assertThat(portion.by(users).share(users)).isEqualTo(portion.share(users));
            if (portion.share(users) == 0) {
                assertThat(portion.by(users).share(iterations)).isZero();
            }
        }
    }

    @Property(tries = 100)
    void arrivalsOfAllWorkersOfAllPortionsAreThoseOfTheWhole(
            @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 9) Long> weights,
            @ForAll @IntRange(min = 1, max = 3) int workers,
            @ForAll @IntRange(min = 1, max = 50) int rate,
            @ForAll Spacing spacing) {
        var together = new ArrayList<Long>();
        for (var portion : portions(weights)) {
            for (int i = 0; i < workers; i++) {
                together.addAll(dues(new Segment(i, workers, portion), rate, spacing));
            }
        }
        together.sort(Long::compare);

        assertThat(together).isEqualTo(dues(Segment.WHOLE, rate, spacing));
    }

    private static List<Long> dues(Segment segment, double rate, Spacing spacing) {
        long length = Duration.ofSeconds(5).toNanos();
        var course =
                new Course(0, Timetable.from(0), 0, length, RateCurve.constant(rate, length), 1);
        var pacer = new ArrivalPacer(new Courses(course), segment, spacing, 7);
        var dues = new ArrayList<Long>();
        while (pacer.isDue(length)) {
            dues.add(pacer.dueNanos());
            pacer.take();
        }
        return dues;
    }

    @Test
    void equalPortionsTakeTurnsAndTheHeaviestBegins() {
        assertThat(places(List.of(1L, 1L, 1L), 1, 3)).containsExactly(1, 4, 7);
        assertThat(places(List.of(1L, 2L), 1, 4)).containsExactly(0, 2, 3, 5);
        assertThat(places(List.of(1L, 2L), 0, 2)).containsExactly(1, 4);
    }

    private static long[] places(List<Long> weights, int index, int count) {
        var portion = Portion.of(weights, index);
        return LongStream.range(0, count).map(portion::global).toArray();
    }

    @Test
    void wrongOnesAreRefused() {
        assertThatThrownBy(() -> Portion.of(List.of(1L), 1)).hasMessageContaining("no portion");
        assertThatThrownBy(() -> Portion.of(List.of(1L, 0L), 0)).hasMessageContaining("no portion");
        assertThatThrownBy(() -> Portion.of(List.of(1L, 100_000_000L), 0))
                .hasMessageContaining("too fine");
    }
}
