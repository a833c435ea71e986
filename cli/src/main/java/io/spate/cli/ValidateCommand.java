package io.spate.cli;

import io.spate.cli.flags.LoadFlags;
import io.spate.cli.flags.WorkloadFlags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.report.RunHead;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code spate validate}: says whether tests can be run, and what they would do. */
@Command(
        name = "validate",
        description = "Check test files without running them, and tell what they would do.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate validate shop.yml",
            "  spate validate tests/*.yml -e TOKEN=x",
            "",
            "Exit codes: 0 all can be run, 104 invalid configuration, 107 error in a Java test."
        })
final class ValidateCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to check.")
    private @Nullable List<String> sources;

    @Mixin private final WorkloadFlags workload = new WorkloadFlags();
    @Mixin private final LoadFlags load = new LoadFlags();

    ValidateCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        var options = load.options(process.env(), workload.workload());
        var worst = ExitCode.PASSED;
        for (var source : sources == null ? List.<String>of() : sources) {
            try {
                var plan = workload.over(TestSource.load(source, options).plan());
                process.out().println(source + " can be run.");
                process.out().print(RunHead.of(plan, source, List.of()));
            } catch (UsageException e) {
                process.err().println("spate: " + e.getMessage());
                worst = e.exitCode();
            }
        }
        process.out().flush();
        return worst.code();
    }
}
