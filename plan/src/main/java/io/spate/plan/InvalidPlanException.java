package io.spate.plan;

import java.io.Serial;
import java.util.List;

/** A plan that cannot be run; it names every problem found. */
public final class InvalidPlanException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // an immutable list of texts, which is serializable
    private final List<String> problems;

    /** With one line for each problem. */
    public InvalidPlanException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one line each. */
    public List<String> problems() {
        return problems;
    }
}
