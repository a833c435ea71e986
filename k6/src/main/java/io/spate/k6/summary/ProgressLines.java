package io.spate.k6.summary;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.plan.Durations;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a run goes, in k6's lines. Belongs to one thread. */
public final class ProgressLines {
    private static final int BAR = 38;

    private final TestPlan plan;
    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> iterations = new HashMap<>();
    private long completed;
    private long interrupted;
    private double seconds;

    /** Of a run that has not begun. */
    public ProgressLines(TestPlan plan) {
        this.plan = plan;
    }

    /** Takes what a second brought. */
    public void add(Snapshot second) {
        users.clear();
        seconds = second.endNanos() / 1e9;
        second.aggregates()
                .forEach(
                        (series, value) -> {
                            var scenario = series.tags().get("scenario");
                            var metric = series.metric();
                            if (value instanceof Aggregate.Level level
                                    && metric.equals(BuiltinMetrics.SCENARIO_VUS)) {
                                users.merge(scenario, level.last(), Long::sum);
                            } else if (value instanceof Aggregate.Count count) {
                                count(metric, scenario, count.total());
                            }
                        });
    }

    private void count(Metric metric, String scenario, long total) {
        if (metric.equals(BuiltinMetrics.ITERATIONS)) {
            completed += total;
            iterations.merge(scenario, total, Long::sum);
        } else if (metric.equals(BuiltinMetrics.INTERRUPTED_ITERATIONS)) {
            interrupted += total;
        }
    }

    /** The line of the run, then one for each scenario. */
    public List<String> lines() {
        var all = new ArrayList<String>();
        int most = plan.scenarios().stream().mapToInt(it -> it.executor().maxVus()).sum();
        all.add(
                "running (%s), %s/%d VUs, %d complete and %d interrupted iterations"
                        .formatted(
                                clock(seconds),
                                padded(users.values().stream().mapToLong(it -> it).sum(), most),
                                most,
                                completed,
                                interrupted));
        int width = plan.scenarios().stream().mapToInt(it -> it.name().length()).max().orElse(0);
        for (var scenario : plan.scenarios()) {
            all.add(line(scenario, width));
        }
        return all;
    }

    private String line(Scenario scenario, int width) {
        var executor = scenario.executor();
        double since = Math.max(0, seconds - scenario.startTime().toNanos() / 1e9);
        double whole = executor.duration().toNanos() / 1e9;
        long done = iterations.getOrDefault(scenario.name(), 0L);
        long all = iterations(executor);
        double share = all > 0 ? (double) done / all : whole <= 0 ? 1 : since / whole;
        share = Math.clamp(share, 0, 1);
        var name = scenario.name() + " ".repeat(width - scenario.name().length());
        var vus =
                padded(users.getOrDefault(scenario.name(), 0L), executor.maxVus())
                        + (all > 0 ? "" : "/" + executor.maxVus());
        var right =
                all > 0
                        ? "%s VUs  %s/%s  %s/%d iters"
                                .formatted(
                                        vus,
                                        clock(Math.min(since, whole)),
                                        Durations.formatFull(executor.duration()),
                                        padded(done, all),
                                        all)
                        : "%s VUs  %s/%s"
                                .formatted(
                                        vus,
                                        clock(Math.min(since, whole)),
                                        Durations.formatFull(executor.duration()));
        return "%s   [%s] %s".formatted(name, bar(share), right);
    }

    private static long iterations(Executor executor) {
        return switch (executor) {
            case Executor.SharedIterations it -> it.iterations();
            case Executor.PerVuIterations it -> it.iterations() * it.vus();
            case Executor.ConstantVus _,
                    Executor.RampingVus _,
                    Executor.Steps _,
                    Executor.Burst _,
                    Executor.Shape _,
                    Executor.RampingArrivalRate _,
                    Executor.ConstantArrivalRate _ ->
                    0;
        };
    }

    private static String bar(double share) {
        int done = (int) Math.round(share * BAR);
        if (done >= BAR) {
            return "=".repeat(BAR);
        }
        return "=".repeat(Math.max(0, done - 1)) + (done > 0 ? ">" : "") + "-".repeat(BAR - done);
    }

    /** As wide as the greatest number, with zeros. */
    private static String padded(long number, long most) {
        int width = Math.max(2, Long.toString(most).length());
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    private static String clock(double seconds) {
        var rest = Duration.ofMillis(Math.round(seconds * 1000));
        return rest.toHours() > 0
                ? String.format(
                        Locale.ROOT,
                        "%dh%02dm%04.1fs",
                        rest.toHours(),
                        rest.toMinutesPart(),
                        rest.toSecondsPart() + rest.toMillisPart() / 1000.0)
                : String.format(
                        Locale.ROOT,
                        "%dm%04.1fs",
                        rest.toMinutesPart(),
                        rest.toSecondsPart() + rest.toMillisPart() / 1000.0);
    }
}
