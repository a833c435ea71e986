package io.spate.analysis.capacity;

import io.spate.analysis.capacity.Trial.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a target bears.
 *
 * @param load the highest load that held; empty where none did
 * @param interval where the limit lies, by all trials together; empty where they do not say
 * @param knee the load at which throughput over response time is highest, beyond which each further
 *     request costs more than it brings; empty where no load held
 * @param broken what was missed at the lowest load that is too much, what was missed most first
 * @param trials in the order in which they were made
 */
public record Capacity(
        Status status,
        OptionalDouble load,
        Optional<Interval> interval,
        OptionalDouble knee,
        List<Trial.Objective> broken,
        List<Trial> trials) {

    public Capacity {
        broken = List.copyOf(broken);
        trials = List.copyOf(trials);
    }

    /** What a search came to. */
    public enum Status {
        /** The load is the highest that holds, as often as was asked. */
        FOUND,
        /** The highest load that was to be tried holds: the limit is above it. */
        NOT_REACHED,
        /** Even the lowest load that was tried is too much. */
        NOTHING_HOLDS,
        /** The generator was the limit: of the target is known only what held. */
        GENERATOR_LIMITED,
        /** It ended before the load was confirmed. */
        UNCONFIRMED
    }

    /**
     * Where the limit lies with a chance of 95 %.
     *
     * @param low no lower than that
     * @param high no higher than that
     */
    public record Interval(double low, double high) {}

    static Capacity of(CapacitySearch search, Status status) {
        var trials = search.trials();
        return new Capacity(
                status,
                search.holds(),
                Limit.interval(trials),
                knee(trials),
                trials.stream()
                        .filter(it -> it.outcome() == Outcome.BROKEN)
                        .min(Comparator.comparingDouble(Trial::load))
                        .map(Trial::missed)
                        .orElse(List.of()),
                trials);
    }

    /**
     * By L. Kleinrock's "power", throughput over mean response time ("Power and deterministic rules
     * of thumb for probabilistic problems in computer communications", ICC 1979), whose highest
     * value is the best operating point; among the loads that were tried.
     */
    private static OptionalDouble knee(List<Trial> trials) {
        return trials.stream()
                .filter(it -> it.outcome() == Outcome.HELD && it.figures().meanMillis() > 0)
                .max(
                        Comparator.comparingDouble(
                                it ->
                                        it.figures().iterationsPerSecond()
                                                / it.figures().meanMillis()))
                .map(it -> OptionalDouble.of(it.load()))
                .orElse(OptionalDouble.empty());
    }
}
