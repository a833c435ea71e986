package io.spate.store;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
    /** It goes on: something was written in the last seconds. */
    RUNNING,
    /** Its workload was done. */
    COMPLETED,
    /** It was told to stop. */
    INTERRUPTED,
    /** A threshold with abortOnFail was crossed. */
    THRESHOLD_ABORT,
    /** The script could not go on. */
    SCRIPT_ERROR,
    /** It ended without a word: its process was killed, or could not write any more. */
    KILLED;

    /** As it is written: {@code threshold_abort}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
