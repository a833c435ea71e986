package io.spate.locust;

import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

/** What Python throws, for the author of a script. */
final class Errors {
    private static final String OWN = "<spate>";

    private Errors() {}

    /** The message, and the line of the script that it comes from where that is known. */
    static LocustException told(PolyglotException e) {
        // Locust's own errors say enough without their names.
        var message = String.valueOf(e.getMessage()).replaceFirst("^LocustError: ", "");
        return new LocustException(
                StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
                        .map(PolyglotException.StackFrame::getSourceLocation)
                        .filter(it -> it != null && isOfScript(it))
                        .findFirst()
                        .map(
                                it ->
                                        "%s, line %d: %s"
                                                .formatted(file(it), it.getStartLine(), message))
                        .orElse(message));
    }

    private static boolean isOfScript(SourceSection at) {
        var name = file(at);
        return at.getSource().getLanguage().equals("python")
                && !name.startsWith(OWN)
                && !name.startsWith("<frozen")
                && !name.contains("/lib/python");
    }

    private static String file(SourceSection at) {
        var path = at.getSource().getPath();
        return path == null ? at.getSource().getName() : path;
    }
}
