package io.spate.script;

/** Runs a test from a {@code main} method; found as a service, so that scripts need no more. */
public interface Launcher {

    /**
     * Runs a test as {@code spate run} would, and ends the process with its exit code.
     *
     * @param args the options of {@code spate run}
     */
    void launch(LoadTest test, String... args);
}
