package io.spate.cli;

import io.spate.cli.flags.ConfigFlags;
import io.spate.cli.flags.LoadFlags;
import io.spate.cli.flags.MachineFlags;
import io.spate.cli.flags.OutputFlags;
import io.spate.cli.flags.ReportFlags;
import io.spate.cli.flags.WorkloadFlags;
import io.spate.cli.outputs.AskedOutputs;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.report.RunHead;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            "  spate validate --config performance_config.yml --target http://localhost:8000",
            "",
            "Exit codes: 0 all can be run, 104 invalid configuration, 107 error in a Java test."
        })
final class ValidateCommand implements Callable<Integer> {
    private final SpateProcess process;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "What to check; without a file, what --config and --target make.")
    private @Nullable List<String> sources;

    @Mixin private final WorkloadFlags workload = new WorkloadFlags();
    @Mixin private final LoadFlags load = new LoadFlags();
    @Mixin private final ConfigFlags config = new ConfigFlags();
    @Mixin private final OutputFlags outputs = new OutputFlags();

    // Taken as spate run takes them, and shown by way of the command's options.
    @SuppressWarnings("UnusedVariable")
    @Mixin
    private final ReportFlags reports = new ReportFlags();

    @SuppressWarnings("UnusedVariable")
    @Mixin
    private final MachineFlags machine = new MachineFlags();

    @Spec private @Nullable CommandSpec spec;

    ValidateCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        if (sources == null || sources.isEmpty()) {
            check(null);
            process.out().flush();
            return ExitCode.PASSED.code();
        }
        var worst = ExitCode.PASSED;
        for (var source : sources) {
            try {
                check(source);
            } catch (UsageException e) {
                process.err().println("spate: " + e.getMessage());
                worst = e.exitCode();
            }
        }
        process.out().flush();
        return worst.code();
    }

    private void check(@Nullable String source) {
        var surrounded = Surrounded.read(process, config, source);
        var options = surrounded.options(load, workload);
        var loaded = surrounded.load(options, workload);
        var plan = outputs.over(surrounded.settings().over(loaded.plan()));
        var elsewhere = AskedOutputs.of(process, loaded.outputs(), outputs.out());
        process.out().println(surrounded.name() + " can be run.");
        process.out().print(RunHead.of(plan, surrounded.name(), elsewhere.shown()));
        process.out().println("Settings and where they come from:");
        process.out().print(surrounded.table(Objects.requireNonNull(spec), plan));
        process.out().println();
    }
}
