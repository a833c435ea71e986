package io.spate.script;

import io.spate.plan.InvalidPlanException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers the mistakes of a test, each with the script's line that made it. */
final class Problems {
    private final List<SourceProblem> found = new ArrayList<>();

    void add(String message) {
        add(Place.here(), message);
    }

    void add(Place place, String message) {
        found.add(place.problem(message));
    }

    /** What a step gives; empty where it found what it was given invalid, which is then told. */
    <V> Optional<V> attempt(Place place, String what, Supplier<V> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidPlanException invalid) {
            invalid.problems().forEach(problem -> add(place, what + ": " + problem));
        } catch (IllegalArgumentException invalid) {
            add(place, what + ": " + invalid.getMessage());
        }
        return Optional.empty();
    }

    /** Throws where there are any. */
    void check() {
        if (!found.isEmpty()) {
            throw new ScriptException(sorted(found));
        }
    }

    /** All so far, and one that ended the description. */
    ScriptException with(SourceProblem last, Throwable cause) {
        var all = new ArrayList<>(found);
        all.add(last);
        return new ScriptException(sorted(all), cause);
    }

    /** As a reader goes through the file; what has no place comes last. */
    private static List<SourceProblem> sorted(List<SourceProblem> problems) {
        return problems.stream()
                .sorted(
                        Comparator.comparing((SourceProblem it) -> it.line() == 0)
                                .thenComparing(SourceProblem::file)
                                .thenComparingInt(SourceProblem::line))
                .toList();
    }
}
