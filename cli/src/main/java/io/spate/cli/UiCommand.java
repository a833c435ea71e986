package io.spate.cli;

import io.spate.cli.flags.Flags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.web.RunLine;
import io.spate.cli.web.RunWatch;
import io.spate.cli.web.UiPage;
import io.spate.cli.web.WebFlags;
import io.spate.plan.TestPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code spate ui}: chooses, checks, starts and watches tests in a browser. */
@Command(
        name = "ui",
        description = "Choose, start and watch tests in a browser (docs/web.md).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate ui",
            "  spate ui shop.yml --web=:9000",
            "  SPATE_WEB_PASSWORD=... spate ui --web=0.0.0.0:8089 --web-cert=page.pem"
                    + " --web-key=page.key"
        })
final class UiCommand implements Callable<Integer>, RunLine {
    private final SpateProcess process;

    @Parameters(paramLabel = "PLAN", arity = "0..1", description = "The plan to begin with.")
    private @Nullable String plan;

    @Mixin private final WebFlags web = new WebFlags();

    UiCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() throws InterruptedException {
        new UiPage(process, this, Spate.version())
                .serve(web.addressOrUsual(), Optional.ofNullable(plan));
        return ExitCode.PASSED.code();
    }

    @Override
    public TestPlan check(List<String> arguments, Consumer<String> warning) {
        return parsed(arguments, RunWatch.NONE).check(warning);
    }

    @Override
    public void run(List<String> arguments, RunWatch watch) throws Exception {
        parsed(arguments, watch).call();
    }

    /** A run takes keys and a page of its own from nobody. */
    private RunCommand parsed(List<String> arguments, RunWatch watch) {
        var env = new HashMap<>(process.env());
        env.keySet().removeIf(it -> it.equals("SPATE_WEB"));
        var own = new SpateProcess(env, process.directory(), process.out(), process.err(), false);
        var command = new RunCommand(own, watch);
        var line =
                new CommandLine(command)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExpandAtFiles(false)
                        .setDefaultValueProvider(new Spate.FromEnvironment(env));
        Flags.registerConverters(line);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
            return command;
        } catch (ParameterException e) {
            throw new UsageException(WrongArguments.message(e, env));
        }
    }
}
