package io.spate.script;

import io.spate.engine.InterruptedIteration;
import io.spate.http.InterruptedRequestException;

/** What scripts throw. */
final class Interruptions {
    /** Causes looked at; more than anybody wraps, and an end for causes in a circle. */
    private static final int MAX_CAUSES = 16;

    private Interruptions() {}

    /** Whether an exception says that the user was told to stop, also where a script wrapped it. */
    static boolean isInterruption(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof InterruptedIteration
                    || cause instanceof InterruptedRequestException
                    || cause instanceof InterruptedException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The exception as it is, so that the engine reports what the script threw, unwrapped. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is cast
    static <X extends Throwable> X unchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
