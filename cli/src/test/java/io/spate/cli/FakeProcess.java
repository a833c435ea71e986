package io.spate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.cli.process.SpateProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A process that commands run in within a test: a folder, an environment, streams that are kept.
 *
 * @param folder the working directory
 * @param env the environment's variables
 */
record FakeProcess(Path folder, Map<String, String> env) {

    /** What a command left. */
    record Outcome(int exitCode, String out, String err) {}

    /** Without a history: a test that is about that says so by {@code SPATE_STORE}. */
    FakeProcess(Path folder) {
        this(folder, Map.of("SPATE_STORE", "none"));
    }

    FakeProcess with(String variable, String value) {
        var more = new HashMap<>(env);
        more.put(variable, value);
        return new FakeProcess(folder, more);
    }

    Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var process = new SpateProcess(env, folder, stream(out), stream(err), false);
        int exitCode = new Spate(process).run(arguments);
        return new Outcome(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Writes a file into the folder; returns its path, as an argument. */
    String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** The text of a file in the folder. */
    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
