package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_WAIT;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_THROTTLED;
import static io.spate.metrics.BuiltinMetrics.MACHINE_CPU;
import static io.spate.metrics.BuiltinMetrics.MACHINE_STEAL;

import io.spate.metrics.Metric;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * A share of CPU that others took for three seconds or longer. These are causes: whether they did
 * harm is told by late starts, lag and stalls, so they do not make a run invalid themselves.
 */
final class ShareRule implements Rule {
    static final double STEAL = 0.05;
    static final double THROTTLED = 0.05;
    static final double WAIT = 0.10;
    static final double LONG_WAIT = 0.25;

    private final String kind;
    private final Metric metric;
    private final double note;
    private final double warning;
    private final String what;
    private final String consequence;
    private final Spell noted = new Spell();
    private final Spell warned = new Spell();
    private double highest;
    private double machine;

    private ShareRule(
            String kind,
            Metric metric,
            double note,
            double warning,
            String what,
            String consequence) {
        this.kind = kind;
        this.metric = metric;
        this.note = note;
        this.warning = warning;
        this.what = what;
        this.consequence = consequence;
    }

    /** The hypervisor gave cores to other machines. */
    static Rule steal() {
        return new ShareRule(
                "steal",
                MACHINE_STEAL,
                STEAL,
                STEAL,
                "The hypervisor took up to %s of the machine's CPU",
                "Response times contain waiting for a core. Use a machine that is not shared.");
    }

    /** A quota was used up. */
    static Rule throttled() {
        return new ShareRule(
                "throttled",
                GENERATOR_THROTTLED,
                THROTTLED,
                THROTTLED,
                "The container's quota of CPU was used up in up to %s of its periods",
                "The generator stands still for the rest of each such period, and response times"
                        + " contain that. Raise the quota (docker --cpus, Kubernetes limits.cpu).");
    }

    /** Others used the cores. */
    static Rule contention() {
        return new ShareRule(
                "contention",
                GENERATOR_LOOP_WAIT,
                WAIT,
                LONG_WAIT,
                "An event loop was ready and had no core for up to %s of the time",
                "Response times contain this waiting. Keep other programs off the machine, the"
                        + " target too, or use fewer --workers than cores.");
    }

    @Override
    public void see(Second second) {
        double share = second.share(metric);
        noted.see(second, share > note);
        warned.see(second, share > warning);
        highest = Math.max(highest, share);
        machine = Math.max(machine, second.share(MACHINE_CPU));
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        if (!noted.lasted()) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        warned.lasted() ? Severity.WARNING : Severity.NOTE,
                        kind,
                        what.formatted(Words.percent(highest))
                                + ", more than %s for %s; the machine was %s busy."
                                        .formatted(
                                                Words.percent(note),
                                                Words.of(noted),
                                                Words.percent(machine)),
                        consequence,
                        noted.sinceNanos()));
    }
}
