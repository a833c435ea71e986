package io.spate.cli;

import io.spate.cli.process.SpateProcess;
import io.spate.script.Launcher;
import io.spate.script.LoadTest;

/** Runs a test from its own {@code main}, as {@code spate run} would. */
public final class IdeLauncher implements Launcher {

    /** For the service loader. */
    public IdeLauncher() {}

    @Override
    public void launch(LoadTest test, String... args) {
        System.exit(new Spate(SpateProcess.current()).run(test, args));
    }
}
