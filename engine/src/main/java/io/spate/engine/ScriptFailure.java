package io.spate.engine;

import java.io.Serial;
import java.util.List;

/**
 * What a script in another language than Java threw. Its message is that language's, with the kind
 * of the error in it; its frames are those of the script.
 */
public final class ScriptFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /**
     * With the frames of the script, the innermost first.
     *
     * @param frames each with a function, a file and a line
     */
    public ScriptFailure(String message, List<StackTraceElement> frames, Throwable cause) {
        super(message, cause, false, true);
        setStackTrace(frames.toArray(StackTraceElement[]::new));
    }
}
