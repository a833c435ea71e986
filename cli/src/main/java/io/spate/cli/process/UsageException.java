package io.spate.cli.process;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.io.Serial;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something the user has to change; the message says what and how. */
public final class UsageException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** A mistake in the configuration. */
    public UsageException(String message) {
        this(message, ExitCode.INVALID_CONFIGURATION);
    }

    /** A mistake that ends with a code of its own. */
    public UsageException(String message, ExitCode exitCode) {
        this(message, exitCode, null);
    }

    private UsageException(String message, ExitCode exitCode, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /**
     * The mistakes of a test. Those with a line start a line of their own, by which editors and
     * terminals find the place.
     *
     * @param source as the user named it
     */
    public static UsageException of(String source, ScriptException e, ExitCode exitCode) {
        var placed = e.problems().stream().anyMatch(it -> it.line() > 0);
        var text =
                placed
                        ? "%s cannot be run:%n%s".formatted(source, e.getMessage())
                        : e.problems().stream()
                                .map(UsageException::inOneLine)
                                .collect(Collectors.joining("\n"));
        return new UsageException(text, exitCode, e);
    }

    /** The mistakes of a file that is no test. */
    public static UsageException ofFile(String source, ScriptException e) {
        var placed = e.problems().stream().anyMatch(it -> it.line() > 0);
        var text = placed ? "%s cannot be used:%n%s".formatted(source, e.getMessage()) : "";
        var lines = e.problems().stream().map(UsageException::inOneLine);
        return new UsageException(
                placed ? text : lines.collect(Collectors.joining("\n")),
                ExitCode.INVALID_CONFIGURATION,
                e);
    }

    private static String inOneLine(SourceProblem problem) {
        return problem.file().isEmpty()
                ? problem.message()
                : problem.file() + ": " + problem.message();
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
