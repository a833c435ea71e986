package io.spate.cli.start;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.script.load.TestLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code spate schema}: the JSON Schema of YAML tests, for editors. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of YAML tests, with which editors complete and check.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  spate schema > spate.schema.json",
            "and as the first line of a test:",
            "  # yaml-language-server: $$schema=spate.schema.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    private final SpateProcess process;

    /** Prints to a process. */
    public SchemaCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        process.out().print(TestLoader.yamlSchema());
        process.out().flush();
        return ExitCode.PASSED.code();
    }
}
