package io.spate.cli;

import io.spate.metrics.Ticker;
import io.spate.metrics.reload.CommandRun;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command that the shell runs, once. {@link #run} blocks its caller; {@link #end} may be called
 * by any thread.
 */
final class ShellCommand {
    private static final int OUTPUT_CHARS_MAX = 4_000;

    /** A server that the command leaves behind may hold its output open for ever. */
    private static final long OUTPUT_MILLIS_MAX = 300;

    private final String command;
    private final Path directory;
    private final Ticker ticker;
    private volatile Optional<Process> process = Optional.empty();
    private volatile boolean ended;

    ShellCommand(String command, Path directory, Ticker ticker) {
        this.command = command;
        this.directory = directory;
        this.ticker = ticker;
    }

    String command() {
        return command;
    }

    /** Runs it to its end, whatever interrupts the caller. */
    CommandRun run() {
        long start = ticker.nanoTime();
        try {
            var started =
                    new ProcessBuilder("sh", "-c", command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .start();
            process = Optional.of(started);
            started.getOutputStream().close();
            var output = new Output();
            var reader =
                    Thread.ofPlatform()
                            .daemon()
                            .name("reload-output")
                            .start(() -> output.readFrom(started));
            int exitCode = exitCode(started);
            long nanos = ticker.nanoTime() - start;
            reader.join(OUTPUT_MILLIS_MAX);
            var code = ended ? OptionalInt.empty() : OptionalInt.of(exitCode);
            return new CommandRun(command, code, nanos, ended ? "it was ended" : output.text());
        } catch (IOException e) {
            return new CommandRun(
                    command, OptionalInt.empty(), 0, "not started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandRun(command, OptionalInt.empty(), 0, "it was left alone");
        }
    }

    /** The end of the run interrupts, and the command may go on for a little. */
    private static int exitCode(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } catch (InterruptedException _) {
            return process.waitFor();
        }
    }

    /** Ends it, with all it has started. */
    void end() {
        process.filter(Process::isAlive)
                .ifPresent(
                        it -> {
                            ended = true;
                            it.descendants().forEach(ProcessHandle::destroy);
                            it.destroy();
                        });
    }

    /** The start of what a process prints; the rest is read and dropped, so that it can go on. */
    private static final class Output {
        private final StringBuilder text = new StringBuilder();

        void readFrom(Process process) {
            try (var reader =
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
                readAll(reader);
            } catch (IOException _) {
                // The process has gone; what it printed before is there.
            }
        }

        private void readAll(Reader reader) throws IOException {
            char[] buffer = new char[1024];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                synchronized (text) {
                    text.append(buffer, 0, Math.min(read, OUTPUT_CHARS_MAX - text.length()));
                }
            }
        }

        String text() {
            synchronized (text) {
                return text.toString().strip();
            }
        }
    }
}
