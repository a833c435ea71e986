package io.spate.k6.vu;

/** Takes what scripts write for people. Called by any thread; returns at once. */
@FunctionalInterface
public interface ScriptLog {
    /** How much it matters. */
    enum Level {
        DEBUG,
        INFO,
        WARNING,
        ERROR
    }

    /**
     * Takes a message.
     *
     * @param source what wrote it: {@code console}, or {@code stacktrace} for an uncaught error
     */
    void log(Level level, String message, String source);
}
