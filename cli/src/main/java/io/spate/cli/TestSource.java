package io.spate.cli;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.UsageException;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.ScriptException;
import io.spate.script.load.TestLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Loads what the user named; tells what is wrong with it, and with which exit code. */
final class TestSource {
    private TestSource() {}

    static LoadedTest load(String source, LoadOptions options) {
        try {
            return TestLoader.load(source, options);
        } catch (ScriptException e) {
            var code = isScript(source) ? ExitCode.SCRIPT_ERROR : ExitCode.INVALID_CONFIGURATION;
            throw UsageException.of(source, e, code);
        }
    }

    /**
     * A test in Java is code; what is wrong with any other, or with its place, is configuration.
     */
    private static boolean isScript(String source) {
        return source.toLowerCase(Locale.ROOT).endsWith(".java")
                && Files.isRegularFile(Path.of(source));
    }
}
