package io.spate.script;

import io.spate.metrics.ThresholdSyntaxException;
import io.spate.plan.InvalidPlanException;
import java.util.ArrayList;
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

    /** What a step gives; empty where it found the plan invalid, which is then a mistake. */
    <V> Optional<V> attempt(Place place, String what, Supplier<V> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidPlanException invalid) {
            invalid.problems().forEach(problem -> add(place, what + ": " + problem));
        } catch (ThresholdSyntaxException invalid) {
            add(place, what + ": " + invalid.getMessage());
        }
        return Optional.empty();
    }

    /** Throws where there are any. */
    void check() {
        if (!found.isEmpty()) {
            throw new ScriptException(found);
        }
    }

    /** All so far, and one that ended the description. */
    ScriptException with(SourceProblem last, Throwable cause) {
        var all = new ArrayList<>(found);
        all.add(last);
        return new ScriptException(all, cause);
    }
}
