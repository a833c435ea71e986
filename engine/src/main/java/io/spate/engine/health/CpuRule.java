package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_CPU;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_CPU;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_LAG;

import io.spate.metrics.Aggregate;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * Loops that have no time left: the load is then what the generator can do.
 *
 * <p>A closed workload at full speed always ends so where the target is the faster one, and its
 * figures are bounds that hold: requests per second from below, response times from above. So it is
 * a warning. A threshold that was met within such bounds is met; one that was crossed may have been
 * crossed by the generator, and then the verdict is worth nothing: the run is invalid.
 */
final class CpuRule implements Rule {
    static final double BUSY = 0.90;
    static final double FULL = 0.98;
    static final double FULL_SHARE_MAX = 0.20;

    private static final String VERDICT =
            " A threshold was crossed, and that may be the generator's doing.";

    private final Spell busy = new Spell();
    private final Spell full = new Spell();
    private double highest;
    private double sum;
    private long seen;

    @Override
    public void see(Second second) {
        double loop = second.share(GENERATOR_LOOP_CPU);
        busy.see(second, loop >= BUSY);
        full.see(second, loop >= FULL);
        highest = Math.max(highest, loop);
        sum += second.share(GENERATOR_CPU);
        seen++;
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        if (!busy.lasted()) {
            return Optional.empty();
        }
        boolean invalid = full.share() > FULL_SHARE_MAX && !result.verdict().passed();
        String what =
                "An event loop used %s of a core, %s or more for %s; all %d used %s of what they may."
                        .formatted(
                                Words.percent(highest),
                                Words.percent(BUSY),
                                Words.of(busy),
                                facts.loops(),
                                Words.percent(sum / seen));
        return Optional.of(
                new Finding(
                        invalid ? Severity.INVALID : Severity.WARNING,
                        "cpu",
                        what,
                        consequence(result) + (invalid ? VERDICT : "") + remedy(facts),
                        busy.sinceNanos()));
    }

    private static String consequence(RunResult result) {
        String waited =
                result.total().find(GENERATOR_LOOP_LAG).orElse(null)
                                instanceof Aggregate.Distribution(var lag)
                        ? " (median %s)".formatted(Words.time(lag.percentile(50)))
                        : "";
        return "The generator was the limit: the target may be able to do more requests per second,"
                + " and response times contain waiting in the generator%s, so they are upper bounds."
                        .formatted(waited);
    }

    private static String remedy(Facts facts) {
        int cores = (int) facts.limits().cores();
        return facts.loops() < cores
                ? " Use more --workers (%d of %d cores have one).".formatted(facts.loops(), cores)
                : " Use more machines or cores, or less load.";
    }
}
