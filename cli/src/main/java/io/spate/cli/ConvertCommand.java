package io.spate.cli;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.convert.Converter;
import io.spate.convert.Converter.Converted;
import io.spate.convert.Converter.Language;
import io.spate.convert.js.JsParser;
import io.spate.convert.js.JsSyntaxException;
import io.spate.convert.python.PyParser;
import io.spate.convert.python.PySyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate convert}: writes scripts of other tools anew. */
@Command(
        name = "convert",
        description = "Write a k6 script or a locustfile anew, as a test in YAML or Java.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "What has no counterpart stays as a comment, and is listed at the end.",
            "",
            "Examples:",
            "  spate convert script.js --to yaml -o shop.yml",
            "  spate convert script.js --to java -o Shop.java",
            "  spate convert locustfile.py -o shop.yml"
        })
final class ConvertCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(paramLabel = "FILE", arity = "1", description = "What to convert.")
    private String source = "";

    @Option(
            names = "--to",
            paramLabel = "LANGUAGE",
            defaultValue = "yaml",
            description = "yaml or java. Default: yaml.")
    private Language to = Language.YAML;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; the terminal otherwise.")
    private @Nullable String output;

    ConvertCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        var target = Optional.ofNullable(output).map(process::file);
        if (target.filter(Files::exists).isPresent()) {
            throw new UsageException(output + " is there already; name another file");
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
        } catch (IOException e) {
            throw new UsageException("%s cannot be read: %s".formatted(source, e.getMessage()));
        }
    }

    private Converted k6(String text, String className) {
        try (var parser = new JsParser()) {
            return Converter.k6(parser, source, text, to, className);
        } catch (JsSyntaxException e) {
            throw wrong(e.line(), e.column(), String.valueOf(e.getMessage()));
        }
    }

    private Converted locust(String text, String className) {
        try (var parser = new PyParser()) {
            return Converter.locust(parser, source, text, to, className);
        } catch (PySyntaxException e) {
            throw wrong(e.line(), e.column(), String.valueOf(e.getMessage()));
        }
    }

    private UsageException wrong(int line, int column, String message) {
        return new UsageException(
                "%s:%d:%d: %s".formatted(source, line, column, message), ExitCode.SCRIPT_ERROR);
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
            throw new UsageException("cannot write to %s: %s".formatted(output, e.getMessage()));
        }
    }
}
