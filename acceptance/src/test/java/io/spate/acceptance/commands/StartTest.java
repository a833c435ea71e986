package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.commands.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command starts on a real JVM, which has nothing to say itself. */
class StartTest {
    private static final String LOCUSTFILE =
            "from locust import User\n\n\nclass Somebody(User):\n    pass\n";

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
        Files.writeString(folder.resolve("locustfile.py"), LOCUSTFILE);

        Outcome outcome = new Command(copy).run(folder, "locust", "--list");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("Somebody").doesNotContain("aot", "rror");
    }

    @Test
    void scriptsOfOtherToolsRunWhereTheHomeCannotBeWritten() throws Exception {
        Files.writeString(
                folder.resolve("script.js"), "export default function () { console.log('ran'); }");
        Files.writeString(folder.resolve("locustfile.py"), LOCUSTFILE);
        String closed = "JAVA_OPTS=-Duser.home=/dev/null/home";

        Outcome k6 = runWith(closed, "k6", "run", "-q", "script.js");
        Outcome locust = runWith(closed, "locust", "--list");

        assertThat(k6.exitCode()).as(k6.err()).isZero();
        assertThat(k6.err()).contains("ran").doesNotContain("WARNING");
        assertThat(locust.exitCode()).as(locust.err()).isZero();
        assertThat(locust.err()).contains("Somebody").doesNotContain("WARNING");
    }

    @Test
    void twoFirstStartsAtOnceBothRun() throws Exception {
        Files.writeString(folder.resolve("locustfile.py"), LOCUSTFILE);
        Path empty = Files.createDirectory(folder.resolve("cache"));
        List<String> first = List.of("env", "XDG_CACHE_HOME=" + empty);
        Command spate = Command.ofThisBuild();

        try (var one = spate.startUnder(first, folder, "locust", "--list");
                var other = spate.startUnder(first, folder, "locust", "--list")) {
            Outcome ofOne = one.await();
            Outcome ofOther = other.await();

            assertThat(ofOne.exitCode()).as(ofOne.err()).isZero();
            assertThat(ofOther.exitCode()).as(ofOther.err()).isZero();
            assertThat(empty).isNotEmptyDirectory();
        }
    }

    private Outcome runWith(String variable, String... arguments) throws Exception {
        try (var running =
                Command.ofThisBuild().startUnder(List.of("env", variable), folder, arguments)) {
            return running.await();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
