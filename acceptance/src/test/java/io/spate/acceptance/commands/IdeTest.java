package io.spate.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test's own main method, started as IDEs do: with the jars, and without any JVM option. */
class IdeTest {
    private static final String TEST =
            """
            import io.spate.script.*;

            public class Counted implements LoadTest {
                public void define(TestBuilder test) {
                    test.scenario("count")
                            .users(8)
                            .iterations(20_000)
                            .task(user -> user.check("on its loop", isOnLoop()));
                }

                private static boolean isOnLoop() {
                    return Thread.currentThread().toString().endsWith("@worker-0");
                }

                public static void main(String[] args) {
                    LoadTest.run(new Counted(), args);
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void runsAndCountsEveryIterationOnTheLoop() throws Exception {
        Path app = Command.ofThisBuild().app();
        Path script = Files.writeString(folder.resolve("Counted.java"), TEST);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                app.resolve("spate.jar") + File.pathSeparator + app + "/lib/*",
                                script.toString(),
                                "--workers",
                                "1",
                                "--quiet")
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after a minute");
        }

        assertThat(process.exitValue()).as(Files.readString(err, UTF_8)).isZero();
        assertThat(Files.readString(out, UTF_8)).contains("20000 out of 20000");
    }
}
