package io.spate.metrics.reload;

import io.spate.metrics.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Watches the seconds of a run near a reload. Belongs to one thread. */
public final class ReloadWatch {
    /** How much of the run before is compared with. */
    private static final long BEFORE_NANOS = Duration.ofSeconds(30).toNanos();

    /** How long after the window it is still looked whether the target settles. */
    private static final long AFTER_NANOS = Duration.ofMinutes(10).toNanos();

    /** A shorter rest of a second, at the end of a run, has no rate worth comparing. */
    private static final double SECONDS_MIN = 0.5;

    private final ReloadPlan plan;
    private final long atNanos;
    private final long endNanos;
    private final List<ReloadSecond> before = new ArrayList<>();
    private final List<ReloadSecond> after = new ArrayList<>();

    /** A watch of a reload to come. */
    public ReloadWatch(ReloadPlan plan) {
        this.plan = plan;
        atNanos = plan.at().toNanos();
        endNanos = atNanos + plan.window().toNanos();
    }

    /** Takes the next second of the run. */
    public void add(Snapshot second) {
        boolean isBefore = second.endNanos() <= atNanos;
        if (isBefore && second.endNanos() > atNanos - BEFORE_NANOS) {
            before.add(ReloadSecond.of(second));
        } else if (!isBefore && second.startNanos() < endNanos + AFTER_NANOS) {
            after.add(ReloadSecond.of(second));
        }
    }

    /**
     * What came of it.
     *
     * @param command what became of the command
     * @param longestGapNanos between two successes in the window
     */
    public ReloadResult result(Optional<CommandRun> command, OptionalLong longestGapNanos) {
        var window = after.stream().filter(it -> it.startNanos() < endNanos).toList();
        var whole = window.stream().filter(it -> it.seconds() >= SECONDS_MIN).toList();
        Map<String, Long> failures = new TreeMap<>();
        window.forEach(it -> it.failures().forEach((k, n) -> failures.merge(k, n, Long::sum)));
        boolean comparable =
                before.stream().filter(it -> it.requests() > 0).count() >= Settling.BEFORE_MIN;
        var settling = Settling.of(before);
        return new ReloadResult(
                plan,
                !after.isEmpty(),
                command,
                window.stream().mapToLong(ReloadSecond::requests).sum(),
                failures,
                window.stream().mapToLong(ReloadSecond::opened).sum(),
                usuallyOpened(),
                window.stream().mapToLong(ReloadSecond::repeated).sum(),
                longestGapNanos,
                comparable ? settled(settling) : OptionalDouble.empty(),
                comparable,
                settling.rateMean(),
                whole.stream().mapToDouble(ReloadSecond::rate).min().orElse(0),
                settling.p95Mean(),
                window.stream()
                        .mapToDouble(ReloadSecond::p95Nanos)
                        .filter(it -> !Double.isNaN(it))
                        .max()
                        .orElse(Double.NaN));
    }

    /** The median: all connections of a run are opened in its first second. */
    private double usuallyOpened() {
        var opened = before.stream().mapToDouble(it -> it.opened() / it.seconds()).sorted();
        double[] each = opened.toArray();
        return each.length == 0 ? Double.NaN : each[each.length / 2];
    }

    /** Since the reload; the second in which it happened has begun before. */
    private OptionalDouble settled(Settling settling) {
        var whole = after.stream().filter(it -> it.seconds() >= SECONDS_MIN).toList();
        var at = settling.settledNanos(whole);
        return at.isEmpty() ? at : OptionalDouble.of(Math.max(0, at.getAsDouble() - atNanos));
    }
}
