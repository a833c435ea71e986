package io.spate.locust;

import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** What Python throws, for the author of a script. */
final class Errors {
    private static final String OWN = "<spate>";

    private Errors() {}

    /**
     * The message, and the line of the script that it comes from where that is known. For a thread
     * that may call Python.
     */
    static LocustException told(PolyglotException e) {
        // Locust's own errors say enough without their names.
        var message = String.valueOf(e.getMessage()).replaceFirst("^LocustError: ", "");
        return new LocustException(place(e).map(place -> place + ": " + message).orElse(message));
    }

    private static Optional<String> place(PolyglotException e) {
        var error = e.getGuestObject();
        try {
            return error == null ? Optional.empty() : place(error);
        } catch (PolyglotException | IllegalStateException _) {
            // Python ends meanwhile; what went wrong can be told all the same.
            return Optional.empty();
        }
    }

    /** The innermost line of the script. The frames of the engine have the lines of functions. */
    private static Optional<String> place(Value error) {
        var place = Optional.<String>empty();
        if (!error.hasMember("__traceback__")) {
            return place;
        }
        for (var at = error.getMember("__traceback__");
                at.hasMember("tb_frame");
                at = at.getMember("tb_next")) {
            var code = at.getMember("tb_frame").getMember("f_code");
            var file = code.getMember("co_filename").asString();
            if (isOfScript(file)) {
                place =
                        Optional.of(
                                "%s, line %d".formatted(file, at.getMember("tb_lineno").asInt()));
            }
        }
        return place;
    }

    private static boolean isOfScript(String file) {
        return !file.startsWith(OWN)
                && !file.startsWith("<frozen")
                && !file.contains("/lib/python");
    }
}
