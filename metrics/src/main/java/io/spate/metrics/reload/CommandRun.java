package io.spate.metrics.reload;

import java.util.OptionalInt;

/**
 * What became of the command that reloads.
 *
 * @param command as it was given
 * @param exitCode empty where it did not start, or had to be ended
 * @param nanos how long it ran
 * @param output the start of what it printed, or why it did not start
 */
public record CommandRun(String command, OptionalInt exitCode, long nanos, String output) {

    /** Whether it says that it succeeded. */
    public boolean succeeded() {
        return exitCode.isPresent() && exitCode.getAsInt() == 0;
    }
}
