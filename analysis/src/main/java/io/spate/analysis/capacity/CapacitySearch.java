package io.spate.analysis.capacity;

import io.spate.analysis.capacity.Capacity.Status;
import io.spate.analysis.capacity.Trial.Outcome;
import io.spate.analysis.capacity.Trial.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The search for the highest load that holds: doubles the load until it is too much, halves the gap
 * between what holds and what does not, and then tries both sides again until each has come out as
 * often as asked. What is next follows from what was tried, and nothing else; an outcome that is
 * not confirmed is outvoted by those that follow, and the search goes on from there.
 *
 * @param trials in the order in which they were made
 */
public record CapacitySearch(SearchPlan plan, List<Trial> trials) {

    public CapacitySearch {
        trials = List.copyOf(trials);
    }

    /** One that has not begun. */
    public static CapacitySearch of(SearchPlan plan) {
        return new CapacitySearch(plan, List.of());
    }

    /** The same with what the last step came to. */
    public CapacitySearch with(Trial trial) {
        var all = new ArrayList<>(trials);
        all.add(trial);
        return new CapacitySearch(plan, all);
    }

    /** How often a load held, and how often not. */
    private record Votes(int held, int broken, int limited) {
        static final Votes NONE = new Votes(0, 0, 0);

        Votes with(Outcome outcome) {
            return switch (outcome) {
                case HELD -> new Votes(held + 1, broken, limited);
                case BROKEN -> new Votes(held, broken + 1, limited);
                case GENERATOR_LIMITED -> new Votes(held, broken, limited + 1);
            };
        }

        boolean tied() {
            return held == broken && held > 0 && held + broken < SearchPlan.SAME_MAX;
        }

        boolean holds() {
            return held > broken;
        }

        boolean breaks() {
            return broken > 0 && !holds();
        }
    }

    private TreeMap<Double, Votes> votes() {
        var votes = new TreeMap<Double, Votes>();
        for (var trial : trials) {
            votes.merge(
                    trial.load(),
                    Votes.NONE.with(trial.outcome()),
                    (all, _) -> all.with(trial.outcome()));
        }
        return votes;
    }

    /** What is to be tried next, or what the search has come to. */
    public Next next() {
        if (trials.size() >= SearchPlan.TRIALS_MAX) {
            return new Next.Done(Status.UNCONFIRMED);
        }
        if (trials.isEmpty()) {
            return new Next.Try(plan.rounded(plan.from()), Purpose.CLIMB);
        }
        var votes = votes();
        var last = trials.getLast();
        if (last.outcome() == Outcome.GENERATOR_LIMITED) {
            boolean again =
                    votes.getOrDefault(last.load(), Votes.NONE).limited
                            < SearchPlan.GENERATOR_TRIES;
            return again
                    ? new Next.Try(last.load(), last.purpose())
                    : new Next.Done(Status.GENERATOR_LIMITED);
        }
        for (var each : votes.entrySet()) {
            if (each.getValue().tied()) {
                return new Next.Try(each.getKey(), Purpose.CONFIRM);
            }
        }
        var breaks = lowestThatBreaks(votes);
        var holds = highestThatHolds(votes, breaks);
        if (breaks.isEmpty()) {
            return climb(votes, holds.orElseThrow());
        }
        return holds.isEmpty()
                ? descend(breaks.getAsDouble())
                : close(votes, holds.getAsDouble(), breaks.getAsDouble());
    }

    private Next climb(TreeMap<Double, Votes> votes, double holds) {
        if (holds < plan.to()) {
            double next = plan.rounded(Math.min(plan.to(), holds * SearchPlan.CLIMB));
            return new Next.Try(Math.max(next, holds + (plan.whole() ? 1 : 0)), Purpose.CLIMB);
        }
        return votes.getOrDefault(holds, Votes.NONE).held < plan.confirmations()
                ? new Next.Try(holds, Purpose.CONFIRM)
                : new Next.Done(Status.NOT_REACHED);
    }

    private Next descend(double breaks) {
        double next = plan.rounded(breaks / SearchPlan.CLIMB);
        double least = plan.from() / Math.pow(SearchPlan.CLIMB, SearchPlan.DESCENTS_MAX);
        return next < breaks && next >= least
                ? new Next.Try(next, Purpose.DESCEND)
                : new Next.Done(Status.NOTHING_HOLDS);
    }

    private Next close(TreeMap<Double, Votes> votes, double holds, double breaks) {
        if (!plan.close(holds, breaks)) {
            return new Next.Try(plan.between(holds, breaks), Purpose.BISECT);
        }
        var below = votes.getOrDefault(holds, Votes.NONE);
        var above = votes.getOrDefault(breaks, Votes.NONE);
        int needed = plan.confirmations() + 1;
        // By turns, the lower first: it is the one that is reported.
        if (below.held - below.broken < needed
                && below.held - below.broken <= above.broken - above.held) {
            return new Next.Try(holds, Purpose.CONFIRM);
        }
        if (above.broken - above.held < plan.confirmations()) {
            return new Next.Try(breaks, Purpose.CONFIRM);
        }
        return below.held - below.broken < needed
                ? new Next.Try(holds, Purpose.CONFIRM)
                : new Next.Done(Status.FOUND);
    }

    private static OptionalDouble lowestThatBreaks(TreeMap<Double, Votes> votes) {
        return votes.entrySet().stream()
                .filter(it -> it.getValue().breaks())
                .mapToDouble(it -> it.getKey())
                .min();
    }

    private static OptionalDouble highestThatHolds(
            TreeMap<Double, Votes> votes, OptionalDouble below) {
        return votes.entrySet().stream()
                .filter(it -> it.getValue().holds())
                .mapToDouble(it -> it.getKey())
                .filter(it -> below.isEmpty() || it < below.getAsDouble())
                .max();
    }

    /** The highest load that holds by what is known so far. */
    OptionalDouble holds() {
        var votes = votes();
        return highestThatHolds(votes, lowestThatBreaks(votes));
    }

    /** What is known so far. */
    public Capacity capacity() {
        return capacity(next() instanceof Next.Done(var status) ? status : Status.UNCONFIRMED);
    }

    /** What is known of a search that ends here. */
    public Capacity capacity(Status status) {
        return Capacity.of(this, status);
    }
}
