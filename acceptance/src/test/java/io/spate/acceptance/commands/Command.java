package io.spate.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts {@code ./spate} with what this build made.
 *
 * @param app the folder with spate.jar
 */
record Command(Path app) {

    /** What a process left: its exit code and its two streams. */
    record Outcome(int exitCode, String out, String err) {}

    /** The command of this build. */
    static Command ofThisBuild() {
        Path app = Project.root().resolve("cli/target/spate");
        if (!Files.exists(app.resolve("spate.jar"))) {
            throw new IllegalStateException(
                    app + " holds no spate.jar: run ./test, or ./mvnw verify rather than test");
        }
        return new Command(app);
    }

    /** Runs it to its end, which must come within a minute. */
    Outcome run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Project.root() + "/spate"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("SPATE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPATE_APP", app.toString());
        builder.environment().keySet().removeIf(name -> name.equals("JAVA_TOOL_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after a minute: " + command);
        }
        return new Outcome(
                process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
}
