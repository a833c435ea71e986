package io.spate.cli.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The arguments of a command that gives most of them on to another one.
 *
 * @param own its own options with their values
 * @param others all other options with their values, in their order
 * @param files what is no option
 */
record Arguments(List<String> own, List<String> others, List<String> files) {

    /** Takes arguments apart; an option that neither knows is another's. */
    static Arguments split(List<String> args, CommandSpec own, CommandSpec other) {
        var split = new Arguments(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (!arg.startsWith("-") || arg.equals("-")) {
                split.files.add(arg);
                continue;
            }
            var mine = find(own, arg);
            var into = mine.isPresent() ? split.own : split.others;
            into.add(arg);
            var option = mine.or(() -> find(other, arg));
            boolean valueFollows =
                    arg.indexOf('=') < 0
                            && option.map(it -> it.arity().min() > 0 && isWhole(it, arg))
                                    .orElse(false);
            if (valueFollows && i + 1 < args.size()) {
                into.add(args.get(++i));
            }
        }
        return split;
    }

    private static Optional<OptionSpec> find(CommandSpec spec, String arg) {
        int equals = arg.indexOf('=');
        var name = equals < 0 ? arg : arg.substring(0, equals);
        var found = Optional.ofNullable(spec.findOption(name));
        // -u50 is -u 50.
        return found.isPresent() || arg.startsWith("--") || arg.length() < 3
                ? found
                : Optional.ofNullable(spec.findOption(arg.substring(0, 2)));
    }

    private static boolean isWhole(OptionSpec option, String arg) {
        return List.of(option.names()).contains(arg);
    }
}
