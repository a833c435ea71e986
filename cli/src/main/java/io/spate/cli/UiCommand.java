package io.spate.cli;

import io.spate.cli.convert.ScriptFindings;
import io.spate.cli.flags.Flags;
import io.spate.cli.k6.K6Page;
import io.spate.cli.locust.LocustPage;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.target.TargetGate;
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
import java.util.concurrent.ConcurrentHashMap;
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

    /** The public addresses that scripts were kept from, by the scripts' paths. */
    private final Map<String, String> refused = new ConcurrentHashMap<>();

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
                var notes = findings.notes(process, script(line));
                yield K6Page.look(own, arguments, warnings(line), notes);
            }
            case "locust" ->
                    LocustPage.look(
                            own,
                            line.arguments(),
                            warnings(line),
                            findings.notes(process, script(line)));
            default -> {
                var warnings = new ArrayList<String>();
                var seen = parsed(line.arguments(), RunWatch.NONE).check(warnings::add);
                yield new Looked(seen, warnings, List.of());
            }
        };
    }

    @Override
    public void run(Line line, boolean publicToo, RunWatch watch) throws Exception {
        var own = own(line.variables(), process.err());
        var gate = publicToo ? TargetGate.of(own.env()) : TargetGate.withoutPublic(own.env());
        var arguments = line.arguments();
        try {
            switch (line.words().getFirst()) {
                case "k6" ->
                        K6Page.run(
                                own,
                                arguments.subList(1, arguments.size()),
                                Spate.version(),
                                watch,
                                gate);
                case "locust" -> LocustPage.run(own, arguments, Spate.version(), watch, gate);
                default -> parsed(arguments, watch).call();
            }
        } finally {
            gate.refused().ifPresent(it -> refused.put(script(line), it));
        }
    }

    private static String script(Line line) {
        return line.words().getFirst().equals("k6")
                ? line.words().getLast()
                : line.arguments().get(1);
    }

    /** What must be confirmed before a script runs, beside what it is known to go to. */
    private List<String> warnings(Line line) {
        return Optional.ofNullable(refused.get(script(line)))
                .map(
                        it ->
                                List.of(
                                        "The script has gone to %s, a public address. Load only what you are allowed to load."
                                                .formatted(it)))
                .orElse(List.of());
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
