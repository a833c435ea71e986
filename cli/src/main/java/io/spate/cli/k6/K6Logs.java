package io.spate.cli.k6;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.report.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where messages go and how they look, by k6's flags {@code --log-output}, {@code --log-format} and
 * {@code --console-output} and their variables.
 *
 * @param messages where those of the run go
 * @param console where those of the script's console go
 */
record K6Logs(Place messages, Place console) implements AutoCloseable {
    private static final String FILE = "file=";

    /**
     * A place of messages.
     *
     * @param least the least level that is written there
     * @param sourced whether it says what wrote a message
     * @param owned whether it is closed at the end
     */
    record Place(
            PrintStream stream,
            K6Message.Format format,
            Level least,
            boolean sourced,
            boolean owned) {
        /** Writes a message where it matters enough. */
        void write(K6Message message) {
            if (message.level().compareTo(least) >= 0) {
                var shown = sourced ? message : message.withoutSource();
                stream.print(shown.as(format) + "\n");
                stream.flush();
            }
        }
    }

    /**
     * The logs that a command line asks for.
     *
     * @throws UsageException where they cannot be
     */
    static K6Logs of(SpateProcess process, K6Flags flags, K6Files files, Terminal terminal) {
        var least = flags.has("verbose") ? Level.DEBUG : Level.INFO;
        var given = flags.get("log-format").map(K6Logs::format);
        var format = given.orElse(K6Message.Format.TEXT);
        var shown =
                given.orElse(
                        terminal.interactive() ? K6Message.Format.TERMINAL : K6Message.Format.TEXT);
        var output = flags.get("log-output").orElse("stderr");
        var messages =
                switch (output) {
                    case "stderr" -> new Place(process.err(), shown, least, true, false);
                    case "stdout" -> new Place(process.out(), shown, least, true, false);
                    case "none" -> {
                        var nowhere = new PrintStream(OutputStream.nullOutputStream());
                        yield new Place(nowhere, format, least, true, false);
                    }
                    default -> file(output, format, least, files);
                };
        var console =
                Optional.ofNullable(flags.options().get("consoleOutput"))
                        .or(() -> Optional.ofNullable(process.env().get("K6_CONSOLE_OUTPUT")))
                        .map(it -> new Place(files.appended(it), format, least, false, true));
        return new K6Logs(messages, console.orElse(messages));
    }

    private static K6Message.Format format(String name) {
        return switch (name) {
            case "text" -> K6Message.Format.TEXT;
            case "raw" -> K6Message.Format.RAW;
            case "json" -> K6Message.Format.JSON;
            default ->
                    throw new UsageException(
                            "--log-format is text, raw or json, not '%s'".formatted(name));
        };
    }

    private static Place file(String output, K6Message.Format format, Level least, K6Files files) {
        if (!output.startsWith(FILE) || output.length() == FILE.length()) {
            throw new UsageException(
                    "--log-output is stderr, stdout, none or file=PATH[,level=LEVEL], not '%s'"
                            .formatted(output));
        }
        var parts = List.of(output.substring(FILE.length()).split(",level=", 2));
        var level = parts.size() == 1 ? least : level(parts.getLast());
        return new Place(
                files.appended(parts.getFirst()),
                format,
                level.compareTo(least) > 0 ? level : least,
                true,
                true);
    }

    private static Level level(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "trace", "debug" -> Level.DEBUG;
            case "info" -> Level.INFO;
            case "warn", "warning" -> Level.WARNING;
            case "error", "fatal", "panic" -> Level.ERROR;
            default ->
                    throw new UsageException(
                            "a level of --log-output is debug, info, warning or error, not '%s'"
                                    .formatted(name));
        };
    }

    /** Whether a message of a level is written anywhere. */
    boolean takes(Level level) {
        return level.compareTo(messages.least) >= 0 || level.compareTo(console.least) >= 0;
    }

    /** Closes its files. */
    @Override
    public void close() {
        for (var place : List.of(messages, console)) {
            if (place.owned) {
                place.stream.close();
            }
        }
    }
}
