package io.spate.cli.start;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.report.json.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate init}: writes a test to start from. */
@Command(
        name = "init",
        description = "Write a load test to start from: YAML or Java, by the file's name.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate init",
            "  spate init checkout.yml -H http://localhost:8000",
            "  spate init Checkout.java"
        })
public final class InitCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "load-test.yml",
            description = "What to write: .yml, .yaml or .java (${DEFAULT-VALUE}).")
    private String file = "load-test.yml";

    @Option(
            names = {"-H", "--host", "--target"},
            paramLabel = "URL",
            defaultValue = "http://localhost:8000",
            description = "The base URL under test (${DEFAULT-VALUE}).")
    private String target = "http://localhost:8000";

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    /** Writes into the folder of a process. */
    public InitCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() throws IOException {
        var text = starter();
        var path = process.file(file);
        if (Files.exists(path) && !force) {
            throw new UsageException(
                    "%s is there already: give another name, or --force to write over it"
                            .formatted(file));
        }
        WholeFile.write(path, out -> out.write(text));
        process.out().println("Wrote " + file + ". Look at what it does, then run it:");
        process.out().println("  spate debug " + file);
        process.out().println("  spate run " + file);
        process.out().flush();
        return ExitCode.PASSED.code();
    }

    private String starter() {
        var name = String.valueOf(process.file(file).getFileName());
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yml") || lower.endsWith(".yaml")) {
            return resource("starter.yml").replace("http://localhost:8000", target);
        }
        if (!name.endsWith(".java")) {
            throw new UsageException("%s: a test is a .yml, .yaml or .java file".formatted(file));
        }
        var type = name.substring(0, name.length() - ".java".length());
        if (!SourceVersion.isIdentifier(type) || SourceVersion.isKeyword(type)) {
            throw new UsageException(
                    "%s: \"%s\" is not the name of a Java class, such as Checkout"
                            .formatted(file, type));
        }
        return resource("Starter.java.txt")
                .replace("Starter", type)
                .replace("http://localhost:8000", target);
    }

    private static String resource(String name) {
        try (var in = InitCommand.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
