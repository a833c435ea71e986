package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.commands.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command starts on a real JVM, which has nothing to say itself. */
class StartTest {

    @TempDir Path folder;

    @Test
    void saysItsVersion() throws Exception {
        Outcome outcome = Command.ofThisBuild().run(folder, "--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("spate ").matches("spate \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aBrokenCacheIsLeftAsideInSilence() throws Exception {
        Path copy = folder.resolve("app");
        copy(Command.ofThisBuild().app(), copy);
        Files.writeString(copy.resolve("spate.aot"), "no cache at all");

        Outcome outcome = new Command(copy).run(folder, "--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("spate ").hasLineCount(1);
        assertThat(outcome.err()).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
