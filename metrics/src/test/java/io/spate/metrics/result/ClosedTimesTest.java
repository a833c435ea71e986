package io.spate.metrics.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

class ClosedTimesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Tags BROWSE = Tags.of("scenario", "browse");
    private static final Selector ALL = Selector.parse("http_req_duration");

    @Example
    void theIntervalIsTheUsersTimeOverTheirRequests() {
        var builder = new ResultBuilder(List.of(), List.of(), List.of());
        var users = new Series(BuiltinMetrics.SCENARIO_VUS, BROWSE);
        // 5 users for 2 s and 10 for 1 s: 20 s in all.
        builder.add(second(0, users, 5));
        builder.add(second(1, users, 5));
        builder.add(second(2, users, 10));
        var total =
                builder.build(
                                Instant.EPOCH,
                                Duration.ofSeconds(3),
                                RunResult.Ending.COMPLETED,
                                GeneratorHealth.GOOD)
                        .total();
        assertThat(ClosedTimes.expectedIntervalNanos(total, "browse", 200)).hasValue(SECOND / 10);
        assertThat(ClosedTimes.expectedIntervalNanos(total, "browse", 0)).isEmpty();
        assertThat(ClosedTimes.expectedIntervalNanos(total, "other", 200)).isEmpty();
    }

    @Example
    void correctsEachScenarioByItsOwnInterval() {
        long[] quick = new long[99];
        Arrays.fill(quick, 1_000_000);
        var stalled = Histogram.of(quick).merge(Histogram.of(SECOND));
        var other = Histogram.of(3 * SECOND);
        var total =
                new Snapshot(
                        0,
                        SECOND,
                        Map.of(
                                new Series(BuiltinMetrics.USER_TIME, BROWSE),
                                new Count(2 * SECOND),
                                times(BROWSE.with("name", "/a")),
                                new Distribution(stalled),
                                times(Tags.of("scenario", "open")),
                                new Distribution(other)),
                        Map.of());
        assertThat(ClosedTimes.corrected(total, ALL))
                .isEqualTo(stalled.corrected(20_000_000).merge(other));
        assertThat(ClosedTimes.corrected(total, Selector.parse("http_req_duration{name:/b}")))
                .isEqualTo(Histogram.EMPTY);
    }

    private static Series times(Tags tags) {
        return new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags);
    }

    private static Snapshot second(int from, Series users, long count) {
        return new Snapshot(
                from * SECOND,
                (from + 1) * SECOND,
                Map.of(users, new Level(count, from, count, count)),
                Map.of());
    }
}
