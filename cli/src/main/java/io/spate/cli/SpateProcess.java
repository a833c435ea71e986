package io.spate.cli;

import java.io.Console;
import java.io.PrintStream;
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
record SpateProcess(
        Map<String, String> env,
        Path directory,
        PrintStream out,
        PrintStream err,
        boolean interactive) {

    SpateProcess {
        env = Map.copyOf(env);
    }

    /** The process this is. */
    static SpateProcess current() {
        return new SpateProcess(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                System.out,
                System.err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    /** A file as the user named it, from the working directory. */
    Path file(String name) {
        return directory.resolve(name).normalize();
    }
}
