package io.spate.script.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.script.feed.Feeder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final List<Map<String, Integer>> TEN =
            IntStream.range(0, 10).mapToObj(it -> Map.of("n", it)).toList();
    private static final Feeder FEEDER = Feeder.of(TEN);

    @Test
    void aSequenceBeginsAgainOrStops() {
        assertThat(rows(feed(FEEDER, false, 1), 12))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
        assertThat(rows(feed(FEEDER.stop(), false, 1), 12))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -1);
    }

    @Test
    void numberedIterationsHaveTheRowOfTheirNumberWhateverCameBefore() {
        var feed = feed(FEEDER, true, 1);
        assertThat(feed.rowOfIteration(7)).isEqualTo(7);
        assertThat(feed.rowOfIteration(2)).isEqualTo(2);
        assertThat(feed.rowOfIteration(13)).isEqualTo(3);
        assertThat(feed(FEEDER.stop(), true, 1).rowOfIteration(10)).isEqualTo(Feed.NO_MORE);
    }

    @Test
    void aShuffleHasEveryRowOnceInEachRoundAndRoundsDiffer() {
        var rows = rows(feed(FEEDER.shuffle(), false, 1), 20);
        var all = IntStream.range(0, 10).boxed().toList();
        assertThat(rows.subList(0, 10)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(rows.subList(10, 20)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(rows.subList(0, 10)).isNotEqualTo(rows.subList(10, 20)).isNotEqualTo(all);
        assertThat(rows(feed(FEEDER.shuffle(), false, 1), 20)).isEqualTo(rows);
        assertThat(rows(feed(FEEDER.shuffle(), false, 2), 20)).isNotEqualTo(rows);
        assertThat(rows(feed(FEEDER.shuffle().stop(), false, 1), 12)).endsWith(-1, -1);
    }

    @Test
    void aRandomRowFollowsFromTheIteration() {
        var feed = feed(FEEDER.random(), false, 1);
        var rows = IntStream.range(0, 1000).mapToObj(feed::rowOfIteration).toList();
        assertThat(rows).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        var again = feed(FEEDER.random(), true, 1);
        assertThat(IntStream.range(0, 1000).mapToObj(again::rowOfIteration)).isEqualTo(rows);
    }

    @Test
    void eachUserHasARowOfItsOwn() {
        var feed = feed(FEEDER.uniquePerUser().stop(), false, 1);
        assertThat(feed.isPerUser()).isTrue();
        assertThat(feed.usersMax()).isEqualTo(10);
        assertThat(feed.rowOfUser(9)).isEqualTo(9);
        assertThat(feed.rowOfUser(10)).isEqualTo(Feed.NO_MORE);
        assertThat(feed(FEEDER.uniquePerUser(), false, 1).rowOfUser(10)).isZero();
    }

    @Test
    void randomNeverStops() {
        assertThatThrownBy(() -> feed(FEEDER.random().stop(), false, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use shuffle()");
    }

    private static List<Integer> rows(Feed feed, int count) {
        return IntStream.range(0, count).mapToObj(feed::rowOfIteration).toList();
    }

    private static Feed feed(Feeder feeder, boolean byKey, long seed) {
        try {
            return new Feed(feeder, ListTable.of(rows(feeder)), byKey, seed);
        } catch (InvalidDataException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static List<Map<String, Object>> rows(Feeder feeder) {
        return ((Feeder.Source.Rows) feeder.source()).rows();
    }
}
