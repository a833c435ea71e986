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

    @Test
    void aBrokenCacheOfLocustfilesIsLeftAsideInSilence() throws Exception {
        Path copy = folder.resolve("app");
        copy(Command.ofThisBuild().app(), copy);
        Path python = Files.createDirectories(copy.resolve("python/code/spate"));
        Files.writeString(copy.resolve("python/done"), "");
        Files.writeString(copy.resolve("python/spate.aot"), "no cache at all");
        Files.writeString(python.resolve("locust.main.code"), "no code at all");
        Files.writeString(
                folder.resolve("locustfile.py"),
                "from locust import User\n\n\nclass Somebody(User):\n    pass\n");

        Outcome outcome = new Command(copy).run(folder, "locust", "--list");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("Somebody").doesNotContain("aot", "rror");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
