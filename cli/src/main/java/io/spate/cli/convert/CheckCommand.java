package io.spate.cli.convert;

import io.spate.cli.process.SpateProcess;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spate check}: tells what of scripts of other tools is not supported. */
@Command(
        name = "check",
        description =
                "Tell what k6 scripts and locustfiles use that is not supported, without running"
                        + " them.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate check script.js",
            "  spate check locustfile.py",
            "  spate check --json tests/*.js",
            "",
            "Exit codes: 0 all is supported, 1 something is not, 104 a file cannot be read."
        })
public final class CheckCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to look through.")
    private @Nullable List<String> files;

    @Option(names = "--json", description = "Print what is found as JSON.")
    private boolean json;

    /** A command of a process. */
    public CheckCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        return new Checking(process, json).run(files == null ? List.of() : files);
    }
}
