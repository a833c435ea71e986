package io.spate.cli.process;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command knows of the process it runs in, so that tests run whole commands with another.
 *
 * @param env the environment's variables
 * @param directory the working directory
 * @param out where results go
 * @param err where progress and errors go
 * @param interactive whether a person looks at a terminal
 */
public record SpateProcess(
        Map<String, String> env,
        Path directory,
        PrintStream out,
        PrintStream err,
        boolean interactive) {

    public SpateProcess {
        env = Map.copyOf(env);
    }

    /** The process this is. */
    public static SpateProcess current() {
        return new SpateProcess(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    /** Text goes out in UTF-8 whatever the locale: a bar of boxes is better than one of marks. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** A file as the user named it, from the working directory. */
    public Path file(String name) {
        return directory.resolve(name).normalize();
    }
}
