package io.spate.locust.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatsBookTest {
    private final Numbers numbers = new Numbers();
    private final StatsBook book = numbers.book();

    @Test
    void countsByMethodAndNameAndInAll() {
        var entry = book.entry("GET", "/a");
        numbers.after(1);
        entry.log(10, 100);
        entry.log(30, 200);
        book.entry("POST", "/a").log(20, 0);

        assertThat(entry.requests()).isEqualTo(2);
        assertThat(entry.averageMillis()).isEqualTo(20);
        assertThat(entry.minMillis()).isEqualTo(10);
        assertThat(entry.maxMillis()).isEqualTo(30);
        assertThat(entry.averageBytes()).isEqualTo(150);
        assertThat(book.total().requests()).isEqualTo(3);
        assertThat(book.total().totalRate()).isEqualTo(3);
        assertThat(book.entries()).extracting(StatsEntry::method).containsExactly("GET", "POST");
    }

    @Test
    void roundsTimesAsLocustDoes() {
        var entry = book.entry("GET", "/a");
        entry.log(0.5, 0);
        entry.log(99.4, 0);
        entry.log(145, 0);
        entry.log(1250, 0);
        entry.log(12_499, 0);

        assertThat(entry.timesByMillis())
                .isEqualTo(Map.of(0L, 1L, 99L, 1L, 140L, 1L, 1200L, 1L, 12_000L, 1L));
    }

    @Test
    void failuresAreToldApartByTheirError() {
        var entry = book.entry("GET", "/a");
        entry.fail(1, 0, "A()");
        entry.fail(1, 0, "B()");
        entry.fail(1, 0, "A()");

        assertThat(entry.failRatio()).isEqualTo(1);
        assertThat(book.errors())
                .extracting(FailureEntry::text, FailureEntry::occurrences)
                .containsExactly(tuple("A()", 2L), tuple("B()", 1L));
    }

    @Test
    void kindsOfFailuresHaveALimit() {
        var entry = book.entry("GET", "/a");
        for (int i = 0; i < 1_100; i++) {
            entry.failed("E(" + i + ")");
        }

        assertThat(book.errors()).hasSizeLessThan(1_010);
        assertThat(book.errors().stream().mapToLong(FailureEntry::occurrences).sum())
                .isEqualTo(1_100);
    }

    @Test
    void currentFiguresAreOfTheLastSeconds() {
        var entry = book.entry("GET", "/a");
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 5; i++) {
                entry.log(second < 15 ? 10 : 90, 0);
            }
            numbers.after(1);
            book.second();
        }

        assertThat(entry.currentRate()).isEqualTo(5);
        assertThat(book.total().currentPercentileMillis(0.5)).isEqualTo(90);
        assertThat(book.total().percentileMillis(0.5)).isEqualTo(90);
        assertThat(book.total().percentileMillis(0.4)).isEqualTo(10);
    }

    @Test
    void startsOver() {
        var entry = book.entry("GET", "/a");
        entry.fail(5, 1, "A()");

        book.reset();

        assertThat(book.entries()).isEmpty();
        assertThat(book.errors()).isEmpty();
        assertThat(book.total().requests()).isZero();
        entry.log(7, 1);
        assertThat(entry.minMillis()).isEqualTo(7);
    }

    @Test
    void requestsWithoutATimeAreInNoAverage() {
        var entry = book.entry("GET", "/a");
        entry.log(10, 0);
        entry.fail(-1, 0, "A()");

        assertThat(entry.requests()).isEqualTo(2);
        assertThat(entry.untimed()).isEqualTo(1);
        assertThat(entry.averageMillis()).isEqualTo(10);
    }

    @Property(tries = 200)
    void percentilesAreWithinAStepOfWhatWasMeasured(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 20_000) Double> times,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        var fresh = new Numbers().book();
        var entry = fresh.entry("GET", "/a");
        for (double each : times) {
            entry.log(each, 0);
        }
        var sorted = times.stream().mapToDouble(it -> it).sorted().toArray();

        long found = entry.percentileMillis(share);
        assertThat((double) found)
                .isBetween(
                        sorted[0] - step(sorted[0]),
                        sorted[sorted.length - 1] + step(sorted[sorted.length - 1]));
        assertThat((double) entry.percentileMillis(1))
                .isCloseTo(sorted[sorted.length - 1], within(step(sorted[sorted.length - 1])));
    }

    private static double step(double millis) {
        return millis < 100 ? 1 : millis < 1_000 ? 10 : millis < 10_000 ? 100 : 1_000;
    }
}
