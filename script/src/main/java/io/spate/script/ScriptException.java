package io.spate.script;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A test that cannot be loaded. Its message shows every mistake found, with its place. */
public final class ScriptException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // an immutable list of records of texts and numbers
    private final List<SourceProblem> problems;

    /** For mistakes with places. */
    public ScriptException(List<SourceProblem> problems) {
        super(render(problems));
        this.problems = List.copyOf(problems);
    }

    /** For mistakes that an exception of the script caused. */
    public ScriptException(List<SourceProblem> problems, Throwable cause) {
        super(render(problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** For one mistake without a place. */
    public ScriptException(String message) {
        this(List.of(SourceProblem.of(message)));
    }

    /** What is wrong; at least one. */
    public List<SourceProblem> problems() {
        return problems;
    }

    private static String render(List<SourceProblem> problems) {
        return problems.stream().map(SourceProblem::render).collect(Collectors.joining("\n"));
    }
}
