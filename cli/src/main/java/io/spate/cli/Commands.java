package io.spate.cli;

import io.spate.cli.analyze.AnalyzeCommand;
import io.spate.cli.capacity.CapacityCommand;
import io.spate.cli.compare.CompareCommand;
import io.spate.cli.convert.CheckCommand;
import io.spate.cli.convert.ConvertCommand;
import io.spate.cli.history.ArchiveCommand;
import io.spate.cli.history.BaselineCommand;
import io.spate.cli.history.HistoryCommand;
import io.spate.cli.history.PruneCommand;
import io.spate.cli.history.ShowCommand;
import io.spate.cli.k6.K6Command;
import io.spate.cli.locust.LocustCommand;
import io.spate.cli.process.ForeignArguments;
import io.spate.cli.process.ForeignCommand;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.repeat.AbCommand;
import io.spate.cli.siege.SiegeCommand;
import io.spate.cli.start.InitCommand;
import io.spate.cli.start.SchemaCommand;
import io.spate.cli.web.RunWatch;
import io.spate.cli.wrk.WrkCommand;
import io.spate.script.LoadTest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands by name, in the order of the help. */
final class Commands {
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    private final Map<String, Supplier<ForeignCommand>> foreign = new HashMap<>();

    private Commands() {}

    /**
     * All there are.
     *
     * @param test what {@code spate run} is to run; null for what its arguments name
     */
    static Commands of(SpateProcess process, @Nullable LoadTest test) {
        var commands = new Commands();
        commands.all.put("run", () -> new RunCommand(process, test));
        commands.all.put(
                "capacity",
                () -> new CapacityCommand(process, Surrounded.forSearch(process), Spate.version()));
        commands.all.put("ui", () -> new UiCommand(process));
        commands.all.put("debug", () -> new DebugCommand(process));
        commands.all.put("validate", () -> new ValidateCommand(process));
        commands.all.put("report", () -> new ReportCommand(process));
        commands.all.put("history", () -> new HistoryCommand(process));
        commands.all.put("show", () -> new ShowCommand(process));
        commands.all.put("baseline", () -> new BaselineCommand(process));
        commands.all.put("archive", () -> new ArchiveCommand(process));
        commands.all.put("prune", () -> new PruneCommand(process));
        commands.all.put("compare", () -> new CompareCommand(process));
        commands.all.put("ab", () -> line(ab(process)));
        commands.all.put("analyze", () -> new AnalyzeCommand(process));
        commands.all.put("check", () -> new CheckCommand(process));
        commands.all.put("convert", () -> new ConvertCommand(process));
        commands.all.put("init", () -> new InitCommand(process));
        commands.all.put("demo", () -> new DemoCommand(process));
        commands.addForeign("siege", () -> new SiegeCommand(process));
        commands.addForeign("k6", () -> new K6Command(process, Spate.version()));
        commands.addForeign("locust", () -> new LocustCommand(process, Spate.version()));
        commands.all.put("schema", () -> new SchemaCommand(process));
        commands.addForeign("wrk", () -> new WrkCommand(process, Spate.version()));
        // No reference to its constructor: the JVM fails to archive one to a class file as old as
        // picocli's.
        commands.all.put("help", () -> new CommandLine.HelpCommand());
        return commands;
    }

    private void addForeign(String name, Supplier<ForeignCommand> command) {
        foreign.put(name, command);
        all.put(name, () -> line(command.get()));
    }

    /**
     * The command that the first argument names, with the others, where it takes them as they are.
     * Picocli would find it too, but its classes are too old for an AOT cache and load slowly.
     */
    Optional<Callable<Integer>> foreign(String... args) {
        var named = args.length == 0 ? null : foreign.get(args[0]);
        if (named == null) {
            return Optional.empty();
        }
        var command = named.get();
        command.arguments(List.of(args).subList(1, args.length));
        return Optional.of(command);
    }

    /** Adds those that the arguments need: to describe all takes longer than to run some. */
    void addTo(CommandLine line, String... args) {
        all.forEach(
                (name, command) -> {
                    if (isNeeded(name, args)) {
                        line.addSubcommand(name, command.get());
                    }
                });
    }

    private boolean isNeeded(String name, String... args) {
        var one = args.length > 0 && all.containsKey(args[0]) && !args[0].equals("help");
        return !one || name.equals(args[0]);
    }

    private static AbCommand ab(SpateProcess process) {
        var run = new CommandLine(new RunCommand(process, RunWatch.NONE));
        run.setDefaultValueProvider(new Spate.FromEnvironment(process.env()));
        return new AbCommand(process, new RunAgain(process, null, run), run.getCommandSpec());
    }

    private static CommandLine line(ForeignCommand command) {
        var line = new CommandLine(command);
        line.getCommandSpec().preprocessor(new ForeignArguments(command::arguments));
        return line;
    }
}
