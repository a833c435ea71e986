package io.spate.cli;

import io.spate.cli.flags.Flags;
import io.spate.metrics.Nearest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with arguments. */
final class WrongArguments {
    private WrongArguments() {}

    /** The message, without where to find help. */
    static String message(ParameterException e, Map<String, String> env) {
        var command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException it && !it.getUnmatched().isEmpty()) {
            return unmatched(it.getUnmatched(), command);
        }
        return named(e) + origin(e, env);
    }

    /** Flags with several names go by the first one here, where picocli takes the longest. */
    private static String named(ParameterException e) {
        var message = String.valueOf(e.getMessage());
        return e.getArgSpec() instanceof OptionSpec option
                ? message.replace("'" + option.longestName() + "'", "'" + Flags.name(option) + "'")
                : message;
    }

    private static String unmatched(List<String> arguments, CommandSpec command) {
        var flags = arguments.stream().filter(it -> it.startsWith("-")).toList();
        if (!flags.isEmpty()) {
            return flags.stream()
                    .map(it -> it.split("=", 2)[0])
                    .map(
                            it ->
                                    "unknown flag %s%s"
                                            .formatted(
                                                    it,
                                                    Nearest.hint(
                                                            it, command.optionsMap().keySet())))
                    .collect(Collectors.joining("\n"));
        }
        var first = arguments.getFirst();
        var commands = command.subcommands().keySet();
        return commands.isEmpty()
                ? "one too many: '%s'. A run takes one file or URL.".formatted(first)
                : "unknown command '%s'%s. There are: %s."
                        .formatted(
                                first, Nearest.hint(first, commands), String.join(", ", commands));
    }

    /** Which variable a value came from that stands nowhere among the arguments. */
    private static String origin(ParameterException e, Map<String, String> env) {
        if (e.getArgSpec() instanceof OptionSpec option && e.getValue() != null) {
            return Flags.variables(option).stream()
                    .filter(it -> e.getValue().equals(env.get(it)))
                    .findFirst()
                    .map(it -> " (" + it + ")")
                    .orElse("");
        }
        return "";
    }
}
