package io.spate.k6;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.io.Serial;
import java.util.List;

/** Options that make no test; it names every mistake with its place. */
public final class K6OptionsException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // an immutable list of records of texts and numbers
    private final List<SourceProblem> problems;

    K6OptionsException(ScriptException cause) {
        super(cause.getMessage(), cause);
        problems = cause.problems();
    }

    /** What is wrong; at least one. */
    public List<SourceProblem> problems() {
        return problems;
    }
}
