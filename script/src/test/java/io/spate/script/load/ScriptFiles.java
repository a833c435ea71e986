package io.spate.script.load;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of test files, written and loaded. */
record ScriptFiles(Path folder) {

    Path write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A class that does what the lines say when it is asked to describe its test. */
    Path writeTest(String name, String... lines) {
        return write(
                name + ".java",
                """
                import io.spate.script.*;

                public class %s implements LoadTest {
                    public void define(TestBuilder test) {
                        %s
                    }
                }
                """
                        .formatted(name, String.join("\n        ", lines)));
    }

    static LoadedTest load(Path file) {
        return load(file, LoadOptions.NONE);
    }

    static LoadedTest load(Path file, LoadOptions options) {
        return TestLoader.load(file.toString(), options);
    }

    static List<SourceProblem> problems(Path file) {
        return failure(file.toString(), LoadOptions.NONE).problems();
    }

    static ScriptException failure(String source, LoadOptions options) {
        return catchThrowableOfType(ScriptException.class, () -> TestLoader.load(source, options));
    }
}
