package io.spate.store;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Runs to be kept, and a clock that is set by hand. */
final class Fixtures {
    static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private Fixtures() {}

    static final class Clock implements Ticker {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static RunFacts facts(String test, Instant startedAt) {
        return new RunFacts(
                new PlanFacts(test, "browse: 10 looping VUs for 30s", "k-" + test),
                test + ".yml",
                "http://localhost:8000",
                "staging",
                startedAt,
                Map.of("build", "17", "wo", "K\0ln"),
                "0.1.0",
                new Machine("build-1", 4, 8L << 30, "EPYC", "Linux 6.1", "25.0.3"),
                Optional.of(new Commit("0123456789abcdef", "main", true)));
    }

    static Snapshot second(int number) {
        long start = number * 1_000_000_000L;
        return new Snapshot(
                start,
                start + 1_000_000_000L,
                Map.of(
                        new Series(BuiltinMetrics.HTTP_REQS, Tags.of("name", "/a")),
                        new Aggregate.Count(100 + number),
                        new Series(BuiltinMetrics.HTTP_REQ_DURATION, Tags.of("name", "/a")),
                        new Aggregate.Distribution(Histogram.of(1_000_000, 2_000_000L + number))),
                number % 2 == 0
                        ? Map.of()
                        : Map.of(new ScriptError("browse", "no token", "Shop.java:12"), 3L));
    }

    static Outcome outcome(Instant startedAt) {
        return new Outcome(
                startedAt,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                RunState.COMPLETED,
                true,
                new Figures(303, 3, 101, 1, 2, Double.NaN),
                "{\"done\":true}");
    }
}
