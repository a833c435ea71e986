package io.spate.engine.health;

import io.spate.engine.health.machine.Machine;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A made-up run: what each of its seconds measured. On 4 cores with 2 loops. */
record RunOfSeconds(TestPlan plan, List<Snapshot> seconds, List<Threshold> thresholds) {
    private static final long SECOND = 1_000_000_000;

    /** What one second measured of one series. */
    record Values(Series series, Aggregate aggregate) {
        static Values share(Metric metric, double share) {
            return level(metric, Math.round(share * metric.unit()));
        }

        static Values level(Metric metric, long value) {
            return new Values(
                    new Series(metric, Tags.NONE), new Aggregate.Level(value, 0, value, value));
        }

        static Values count(Metric metric, long total) {
            return new Values(
                    new Series(metric, Tags.of("scenario", "shop")), new Aggregate.Count(total));
        }

        static Values times(Metric metric, double... millis) {
            long[] nanos = Arrays.stream(millis).mapToLong(it -> Math.round(it * 1e6)).toArray();
            return new Values(
                    new Series(metric, Tags.of("scenario", "shop")),
                    new Aggregate.Distribution(Histogram.of(nanos)));
        }

        Values tagged(Tags tags) {
            return new Values(new Series(series.metric(), tags), aggregate);
        }
    }

    static RunOfSeconds of(Executor executor, int seconds) {
        var plan =
                new TestPlan(
                        "test", "", List.of(Scenario.of("shop", executor)), List.of(), Tags.NONE);
        var empty = new ArrayList<Snapshot>();
        for (int i = 0; i < seconds; i++) {
            empty.add(Snapshot.empty(i * SECOND, (i + 1) * SECOND));
        }
        return new RunOfSeconds(plan, List.copyOf(empty), List.of());
    }

    RunOfSeconds each(Values values) {
        return from(0, seconds.size(), values);
    }

    RunOfSeconds in(int second, Values values) {
        return from(second, second + 1, values);
    }

    RunOfSeconds from(int start, int end, Values values) {
        var changed = new ArrayList<>(seconds);
        for (int i = start; i < end; i++) {
            var more =
                    new Snapshot(
                            i * SECOND,
                            (i + 1) * SECOND,
                            Map.of(values.series(), values.aggregate()),
                            Map.of());
            changed.set(i, changed.get(i).merge(more));
        }
        return new RunOfSeconds(plan, changed, thresholds);
    }

    RunOfSeconds threshold(String metric, String condition) {
        return new RunOfSeconds(plan, seconds, List.of(Threshold.parse(metric, condition)));
    }

    GeneratorHealth judge() {
        var judge = new Judge();
        seconds.forEach(judge::see);
        var total = seconds.stream().reduce(Snapshot::merge).orElseThrow();
        var limits = new Machine.Limits(4, OptionalLong.of(1024), OptionalLong.of(28_232));
        var result =
                new RunResult(
                        Instant.EPOCH,
                        Duration.ofSeconds(seconds.size()),
                        RunResult.Ending.COMPLETED,
                        total,
                        List.of(),
                        Verdict.of(thresholds, total));
        return judge.judge(Facts.of(plan, limits, 2), result);
    }
}
