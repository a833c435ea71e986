package io.spate.metrics.result;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimelineTest {
    @Property(tries = 50)
    void losesNothingAndStaysWithinItsLimit(@ForAll @IntRange(max = 6000) int seconds) {
        var timeline = new Timeline();
        for (int second = 0; second < seconds; second++) {
            timeline.add(second(second));
        }
        List<Snapshot> intervals = timeline.snapshots();

        assertThat(intervals.size()).isLessThanOrEqualTo(Timeline.LIMIT);
        assertThat(
                        intervals.stream()
                                .mapToLong(it -> ((Count) it.find(HTTP_REQS).orElseThrow()).total())
                                .sum())
                .isEqualTo(seconds * 3L);
        long width = seconds == 0 ? 0 : intervals.getFirst().endNanos();
        for (int i = 0; i < intervals.size(); i++) {
            assertThat(intervals.get(i).startNanos()).isEqualTo(i * width);
            assertThat(intervals.get(i).endNanos()).isEqualTo(Math.min((i + 1) * width, seconds));
        }
    }

    @Example
    void keepsSecondsApartWhileThereIsRoom() {
        var timeline = new Timeline();
        for (int second = 0; second < Timeline.LIMIT - 1; second++) {
            timeline.add(second(second));
        }
        assertThat(timeline.snapshots()).hasSize(Timeline.LIMIT - 1);
        timeline.add(second(Timeline.LIMIT - 1));
        assertThat(timeline.snapshots()).hasSize(Timeline.LIMIT / 2);
    }

    @Example
    void keepsOneSeriesPerMetricAndTwoDigitsOfItsPercentiles() {
        var timeline = new Timeline();
        timeline.add(second(0));
        Snapshot interval = timeline.snapshots().getFirst();
        assertThat(interval.aggregates().keySet())
                .containsExactlyInAnyOrder(
                        new Series(HTTP_REQS, Tags.NONE), new Series(HTTP_REQ_DURATION, Tags.NONE));
        var times = ((Distribution) interval.find(HTTP_REQ_DURATION).orElseThrow()).histogram();
        assertThat(times.max()).isEqualTo(3_000_001);
        assertThat(times.percentile(50)).isBetween(1_000_001L, 1_008_000L);
    }

    private static Snapshot second(int second) {
        return new Snapshot(
                second,
                second + 1,
                Map.of(
                        new Series(HTTP_REQS, Tags.of("name", "/a")),
                        new Count(1),
                        new Series(HTTP_REQS, Tags.of("name", "/b")),
                        new Count(2),
                        new Series(HTTP_REQ_DURATION, Tags.of("name", "/a")),
                        new Distribution(Histogram.of(1_000_001, 3_000_001))),
                Map.of());
    }
}
