package io.spate.cli;

import io.spate.cli.convert.ScriptFindings;
import io.spate.cli.flags.Flags;
import io.spate.cli.k6.K6Page;
import io.spate.cli.locust.LocustPage;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.web.Looked;
import io.spate.cli.web.RunLine;
import io.spate.cli.web.RunWatch;
import io.spate.cli.web.UiPage;
import io.spate.cli.web.WebFlags;
import io.spate.metrics.Ticker;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    private final ScriptFindings findings = new ScriptFindings(Ticker.system());

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
    public Looked look(Line line) throws InterruptedException {
        var own = own(line.variables(), quiet());
        return switch (line.words().getFirst()) {
            case "k6" -> {
                var arguments = line.arguments().subList(1, line.arguments().size());
                var notes = findings.notes(process, arguments.getLast());
                yield new Looked(K6Page.look(own, arguments), List.of(), notes);
            }
            case "locust" ->
                    LocustPage.look(
                            own,
                            line.arguments(),
                            findings.notes(process, line.arguments().get(1)));
            default -> {
                var warnings = new ArrayList<String>();
                var seen = parsed(line.arguments(), RunWatch.NONE).check(warnings::add);
                yield new Looked(seen, warnings, List.of());
            }
        };
    }

    @Override
    public void run(Line line, RunWatch watch) throws Exception {
        var own = own(line.variables(), process.err());
        var arguments = line.arguments();
        switch (line.words().getFirst()) {
            case "k6" ->
                    K6Page.run(own, arguments.subList(1, arguments.size()), Spate.version(), watch);
            case "locust" -> LocustPage.run(own, arguments, Spate.version(), watch);
            default -> parsed(arguments, watch).call();
        }
    }

    /** A script that is looked at says on the terminal nothing that nobody has asked for. */
    private static PrintStream quiet() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private SpateProcess own(Map<String, String> variables, PrintStream err) {
        var env = new HashMap<>(process.env());
        env.keySet().removeIf(it -> it.equals("SPATE_WEB"));
        env.putAll(variables);
        return new SpateProcess(env, process.directory(), process.out(), err, false);
    }

    /** A run takes keys and a page of its own from nobody. */
    private RunCommand parsed(List<String> arguments, RunWatch watch) {
        var own = own(Map.of(), process.err());
        var command = new RunCommand(own, watch);
        var line =
                new CommandLine(command)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExpandAtFiles(false)
                        .setDefaultValueProvider(new Spate.FromEnvironment(own.env()));
        Flags.registerConverters(line);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
            return command;
        } catch (ParameterException e) {
            throw new UsageException(WrongArguments.message(e, own.env()));
        }
    }
}
