package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** {@code k6 new}: writes a script to begin with. */
final class K6New {
    private static final List<String> TEMPLATES = List.of("minimal", "protocol", "browser");

    private final SpateProcess process;
    private final K6Flags flags;

    K6New(SpateProcess process, K6Flags flags) {
        this.process = process;
        this.flags = flags;
    }

    /** Writes the file; returns the exit code. */
    int run() {
        var name = flags.script().isEmpty() ? "script.js" : flags.script();
        var template = flags.get("template").orElse("minimal");
        if (!TEMPLATES.contains(template)) {
            throw new UsageException(
                    "there is no template '%s'; there are %s"
                            .formatted(template, String.join(", ", TEMPLATES)));
        }
        var file = process.file(name);
        if (Files.exists(file) && !flags.has("force")) {
            throw new UsageException(name + " is there already; --force writes over it");
        }
        try {
            Files.writeString(file, text(template));
        } catch (IOException e) {
            throw new UsageException("cannot write to %s: %s".formatted(name, e.getMessage()));
        }
        process.out().println("New script created: %s (%s template).".formatted(name, template));
        process.out().flush();
        return ExitCode.PASSED.code();
    }

    private static String text(String template) {
        try (var stream = K6New.class.getResourceAsStream("new-" + template + ".js")) {
            if (stream == null) {
                throw new IllegalStateException("no template " + template);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
