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
public record Command(Path app) {
    private static final int LIMIT_SECONDS = 60;

    /** What a process left: its exit code and its two streams. */
    public record Outcome(int exitCode, String out, String err) {}

    /** The command of this build. */
    public static Command ofThisBuild() {
        Path app = Project.root().resolve("cli/target/spate");
        if (!Files.exists(app.resolve("spate.jar"))) {
            throw new IllegalStateException(
                    app + " holds no spate.jar: run ./test, or ./mvnw verify rather than test");
        }
        return new Command(app);
    }

    /** Runs it to its end, which must come within a minute. */
    Outcome run(Path directory, String... arguments) throws IOException, InterruptedException {
        try (Running running = start(directory, arguments)) {
            return running.await();
        }
    }

    /** Starts it, its streams in files of the directory. */
    Running start(Path directory, String... arguments) throws IOException {
        return startUnder(List.of(), directory, arguments);
    }

    /** Starts it by another command, such as {@code nice}. */
    public Running startUnder(List<String> other, Path directory, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(other);
        command.add(Project.root() + "/spate");
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
        // A test that is about the history names one by --store.
        builder.environment().put("SPATE_STORE", "none");
        builder.environment().keySet().removeIf(name -> name.equals("JAVA_TOOL_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        return new Running(process, out, err);
    }

    /** A command that runs; closing it ends it, whatever it does. */
    public record Running(Process process, Path outFile, Path errFile) implements AutoCloseable {

        /** Waits for the end, which must come within a minute. */
        public Outcome await() throws IOException, InterruptedException {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Still running after a minute: " + process.info());
            }
            return new Outcome(process.exitValue(), out(), err());
        }

        /** Waits until a text is in one of its streams. */
        public void awaitText(String text) throws IOException, InterruptedException {
            for (int i = 0; !out().contains(text) && !err().contains(text); i++) {
                if (i == LIMIT_SECONDS * 20 || !process.isAlive()) {
                    throw new AssertionError("No '" + text + "' in:\n" + out() + err());
                }
                boolean _ = process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }

        /** Sends a signal, such as {@code INT}. The launcher becomes the JVM, so it gets it. */
        public void signal(String name) throws IOException, InterruptedException {
            int exitCode =
                    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exitCode != 0) {
                throw new AssertionError("kill -" + name + " failed");
            }
        }

        public String out() throws IOException {
            return Files.readString(outFile, UTF_8);
        }

        public String err() throws IOException {
            return Files.readString(errFile, UTF_8);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
