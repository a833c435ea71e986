package io.spate.cli.convert;

import io.spate.cli.process.SpateProcess;
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
public final class ConvertCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(paramLabel = "FILE", arity = "1", description = "What to convert.")
    private String source = "";

    @Option(
            names = "--to",
            paramLabel = "LANGUAGE",
            defaultValue = "yaml",
            description = "yaml or java. Default: yaml.")
    private To to = To.YAML;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; the terminal otherwise.")
    private @Nullable String output;

    /** A command of a process. */
    public ConvertCommand(SpateProcess process) {
        this.process = process;
    }

    /** What can be written. */
    enum To {
        YAML,
        JAVA
    }

    @Override
    public Integer call() {
        return new Converting(process, source, to == To.JAVA, Optional.ofNullable(output)).run();
    }
}
