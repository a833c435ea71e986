package io.spate.cli;

import io.spate.cli.flags.Flags;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.repeat.RunMeter;
import io.spate.cli.repeat.Runner;
import io.spate.script.LoadTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code spate run} within another command, with everything loaded anew. */
final class RunAgain implements Runner {
    private static final String DEBUG = "--debug";

    private final SpateProcess process;
    private final @Nullable LoadTest given;
    private final CommandLine like;

    /**
     * One for a process.
     *
     * @param given a test that is there already
     * @param like a command line that takes defaults from the environment
     */
    RunAgain(SpateProcess process, @Nullable LoadTest given, CommandLine like) {
        this.process = process;
        this.given = given;
        this.like = like;
    }

    /** The arguments with which a command was called, without its name. */
    static List<String> arguments(CommandSpec command) {
        var all = command.root().commandLine().getParseResult().originalArgs();
        int name = all.indexOf(command.name());
        return all.subList(name + 1, all.size());
    }

    @Override
    public void check(List<String> args) {
        parsed(new RunCommand(process, given), args);
    }

    @Override
    public int run(List<String> args, RunMeter meter) throws Exception {
        var command = new RunCommand(process, given);
        parsed(command, args);
        return command.measuredBy(meter).call();
    }

    /** A flag of one side comes after that of both, and beats it. */
    private void parsed(RunCommand command, List<String> args) {
        var line = new CommandLine(command);
        line.setCommandName("spate run")
                .setDefaultValueProvider(like.getDefaultValueProvider())
                .setOverwrittenOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
        Flags.registerConverters(line);
        line.parseArgs(args.stream().filter(it -> !it.equals(DEBUG)).toArray(String[]::new));
    }
}
