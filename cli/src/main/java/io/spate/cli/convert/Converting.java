package io.spate.cli.convert;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.convert.Converter;
import io.spate.convert.Converter.Converted;
import io.spate.convert.Converter.Language;
import io.spate.convert.js.JsParser;
import io.spate.convert.python.PyParser;
import io.spate.convert.syntax.ScriptSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Converts one file. */
final class Converting {
    private final SpateProcess process;
    private final String source;
    private final Language to;
    private final Optional<String> output;

    Converting(SpateProcess process, String source, boolean java, Optional<String> output) {
        this.process = process;
        this.source = source;
        this.to = java ? Language.JAVA : Language.YAML;
        this.output = output;
    }

    /** Converts it; returns the exit code. */
    int run() {
        var target = output.map(process::file);
        if (target.filter(Files::exists).isPresent()) {
            throw new UsageException(output.orElseThrow() + " is there already; name another file");
        }
        var converted = convert(target);
        if (target.isPresent()) {
            write(target.get(), converted.text());
        } else {
            process.out().print(converted.text());
            process.out().flush();
        }
        var left = converted.left();
        if (!left.isEmpty()) {
            process.err()
                    .println("Not converted, and left as comments (%d):".formatted(left.size()));
            left.forEach(
                    it ->
                            process.err()
                                    .println(
                                            "  %s:%d: %s"
                                                    .formatted(source, it.line(), it.source())));
        }
        return ExitCode.PASSED.code();
    }

    private Converted convert(Optional<Path> target) {
        try {
            var text = Files.readString(process.file(source));
            return source.endsWith(".py")
                    ? locust(text, className(target))
                    : k6(text, className(target));
        } catch (ScriptSyntaxException e) {
            throw new UsageException(
                    "%s:%d:%d: %s".formatted(source, e.line(), e.column(), e.getMessage()),
                    ExitCode.SCRIPT_ERROR);
        } catch (IOException e) {
            throw new UsageException("%s cannot be read: %s".formatted(source, e.getMessage()));
        }
    }

    private Converted k6(String text, String className) {
        try (var parser = new JsParser()) {
            return Converter.k6(parser, source, text, to, className);
        }
    }

    private Converted locust(String text, String className) {
        try (var parser = new PyParser()) {
            return Converter.locust(parser, source, text, to, className);
        }
    }

    /** By the file that the class is written to, else by the script. */
    private String className(Optional<Path> target) {
        var file = target.orElseGet(() -> process.file(source)).getFileName().toString();
        var bare = file.replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9]+", "");
        var name = bare.matches("[A-Za-z].*") ? bare : "Test" + bare;
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageException("cannot write to %s: %s".formatted(file, e.getMessage()));
        }
    }
}
