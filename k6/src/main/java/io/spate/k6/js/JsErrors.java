package io.spate.k6.js;

import io.spate.engine.ScriptFailure;
import io.spate.k6.load.ModuleSources;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;

/** What JavaScript threw, with the script's own places. */
public final class JsErrors {
    private static final int FRAMES_MAX = 20;

    private JsErrors() {}

    /** What was thrown while users run. */
    static ScriptFailure failure(PolyglotException e) {
        var frames =
                frames(e).stream()
                        .map(
                                it ->
                                        new StackTraceElement(
                                                "js",
                                                name(it),
                                                shown(it.getSourceLocation()),
                                                it.getSourceLocation().getStartLine()))
                        .toList();
        return new ScriptFailure(message(e), frames, e);
    }

    /** What was thrown by the code at the top level, or what the parser found. */
    static ScriptException inInit(PolyglotException e) {
        var place =
                Optional.ofNullable(e.getSourceLocation())
                        .filter(it -> isScript(it))
                        .or(
                                () ->
                                        frames(e).stream()
                                                .map(StackFrame::getSourceLocation)
                                                .findFirst());
        var message = message(e);
        var problem =
                place.map(it -> problem(it, message)).orElseGet(() -> SourceProblem.of(message));
        return new ScriptException(List.of(problem), e);
    }

    /** Where in the script it was thrown. */
    static Optional<String> place(PolyglotException e) {
        return frames(e).stream()
                .findFirst()
                .map(StackFrame::getSourceLocation)
                .map(it -> "%s:%d".formatted(shown(it), it.getStartLine()));
    }

    private static SourceProblem problem(SourceSection at, String message) {
        var lines = at.getSource().getCharacters().toString().lines();
        var line = lines.skip(Math.max(0, at.getStartLine() - 1)).findFirst().orElse("");
        return new SourceProblem(path(at), at.getStartLine(), at.getStartColumn(), message, line);
    }

    /** The error with its frames, one a line, as k6 tells it. */
    public static String told(ScriptFailure failure) {
        if (!(failure.getCause() instanceof PolyglotException e)) {
            return String.valueOf(failure.getMessage());
        }
        return message(e)
                + frames(e).stream()
                        .map(
                                it ->
                                        "\n\tat %s (%s:%d:%d)"
                                                .formatted(
                                                        name(it),
                                                        shown(it.getSourceLocation()),
                                                        it.getSourceLocation().getStartLine(),
                                                        it.getSourceLocation().getStartColumn()))
                        .collect(Collectors.joining());
    }

    private static String message(PolyglotException e) {
        var text =
                Optional.ofNullable(e.getMessage())
                        .orElseGet(
                                () ->
                                        e.isHostException()
                                                ? e.asHostException().toString()
                                                : "error");
        if (e.isSyntaxError()) {
            // The engine puts the place before it and the line behind it, which are shown apart.
            return text.lines()
                    .findFirst()
                    .orElse(text)
                    .replaceFirst("^(SyntaxError: )(?:.*:\\d+:\\d+ )", "$1");
        }
        return text.startsWith("Uncaught ") ? text.substring(9) : text;
    }

    private static List<StackFrame> frames(PolyglotException e) {
        return StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
                .filter(StackFrame::isGuestFrame)
                .filter(it -> it.getSourceLocation() != null && isScript(it.getSourceLocation()))
                .limit(FRAMES_MAX)
                .toList();
    }

    private static boolean isScript(SourceSection at) {
        var path = path(at);
        return !path.startsWith("/.spate/") && !path.startsWith("spate:") && !path.isEmpty();
    }

    private static String name(StackFrame frame) {
        var name = frame.getRootName();
        return name == null || name.isEmpty() || name.equals(":=>") || name.equals(":anonymous")
                ? "<anonymous>"
                : name.equals(":module") || name.equals(":program") ? "<top level>" : name;
    }

    private static String path(SourceSection at) {
        var path = at.getSource().getPath();
        return path == null ? at.getSource().getName() : path;
    }

    private static String shown(SourceSection at) {
        return ModuleSources.shown(Path.of(path(at)));
    }
}
