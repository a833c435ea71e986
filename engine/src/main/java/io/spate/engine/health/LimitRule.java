package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_OPEN_FILES;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_PORTS;

import io.spate.engine.health.machine.Machine.Limits;
import io.spate.metrics.Metric;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A limit of the generator's own that comes near or is reached. A request that fails for it is
 * counted among the failures of the target, which did nothing wrong: one is enough to make the run
 * invalid.
 */
final class LimitRule implements Rule {
    static final double NEAR = 0.80;

    private final String kind;
    private final Metric level;
    private final Function<Limits, OptionalLong> limit;
    private final ToLongFunction<Second> failures;
    private final Severity near;
    private final String noun;
    private final String remedy;
    private final Spell failing = new Spell();
    private long failed;
    private long highest;
    private long highestSinceNanos;

    private LimitRule(
            String kind,
            Metric level,
            Function<Limits, OptionalLong> limit,
            ToLongFunction<Second> failures,
            Severity near,
            String noun,
            String remedy) {
        this.kind = kind;
        this.level = level;
        this.limit = limit;
        this.failures = failures;
        this.near = near;
        this.noun = noun;
        this.remedy = remedy;
    }

    /** Files that the process may have open; a connection is one. */
    static Rule openFiles() {
        return new LimitRule(
                "open_files",
                GENERATOR_OPEN_FILES,
                Limits::openFiles,
                Second::withoutFile,
                Severity.WARNING,
                "open files",
                "Raise the limit (ulimit -n), or use fewer users at once.");
    }

    /**
     * Local ports; one that is in TIME_WAIT is not free for some time. How many are in use is known
     * for all targets together only, and each has the whole range to itself: so near is a note.
     */
    static Rule ports() {
        return new LimitRule(
                "ports",
                GENERATOR_PORTS,
                Limits::ports,
                Second::withoutPort,
                Severity.NOTE,
                "local ports",
                "Keep connections open (no Connection: close), widen"
                        + " net.ipv4.ip_local_port_range, or use more machines.");
    }

    @Override
    public void see(Second second) {
        long failures = this.failures.applyAsLong(second);
        failing.see(second, failures > 0);
        failed += failures;
        if (second.level(level) > highest) {
            highest = second.level(level);
            highestSinceNanos = second.startNanos();
        }
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        OptionalLong most = limit.apply(facts.limits());
        if (failed > 0) {
            return Optional.of(
                    new Finding(
                            Severity.INVALID,
                            kind,
                            "%s requests failed because the generator had no more %s%s."
                                    .formatted(Words.count(failed), noun, outOf(most)),
                            "These failures are not the target's, and it got less load than planned. "
                                    + remedy,
                            failing.sinceNanos()));
        }
        if (most.isPresent() && highest > NEAR * most.getAsLong()) {
            return Optional.of(
                    new Finding(
                            near,
                            kind,
                            "Up to %s %s were in use%s."
                                    .formatted(Words.count(highest), noun, outOf(most)),
                            "With more load requests may fail for it. " + remedy,
                            highestSinceNanos));
        }
        return Optional.empty();
    }

    private static String outOf(OptionalLong most) {
        return most.isPresent() ? " (limit: " + Words.count(most.getAsLong()) + ")" : "";
    }
}
