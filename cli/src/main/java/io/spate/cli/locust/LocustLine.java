package io.spate.cli.locust;

import io.spate.cli.locust.LocustOption.Kind;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line of Locust, taken apart as Python's argparse does.
 *
 * @param values by option; a switch has the value {@code true}
 * @param operands classes of users
 * @param unknown options that are not known
 */
record LocustLine(Map<String, List<String>> values, List<String> operands, List<String> unknown) {
    private static final Map<String, String> OLD =
            Map.of(
                    "--slave", "--worker",
                    "--expect-slaves", "--expect-workers",
                    "--no-web", "--headless",
                    "--web-auth", "--web-login",
                    "--legacy-ui", "the page there is");

    /** Takes arguments apart; what is unknown is left to the caller. */
    static LocustLine parse(List<String> arguments, List<LocustOption> options) {
        var line = new LocustLine(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.equals("--")) {
                line.operands.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (isOption(argument)) {
                i = line.take(arguments, i, options);
            } else {
                line.operands.add(argument);
            }
        }
        return line;
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1
                && argument.startsWith("-")
                && !argument.matches("-\\d+(\\.\\d+)?");
    }

    /** Takes the option at a place; the place of the last argument that belongs to it. */
    private int take(List<String> arguments, int at, List<LocustOption> options) {
        var argument = arguments.get(at);
        int equals = argument.indexOf('=');
        boolean isLong = argument.startsWith("--");
        var name =
                isLong
                        ? equals < 0 ? argument : argument.substring(0, equals)
                        : argument.substring(0, 2);
        var attached =
                isLong ? equals < 0 ? "" : argument.substring(equals + 1) : argument.substring(2);
        boolean isAttached = isLong ? equals >= 0 : argument.length() > 2;
        var old = OLD.get(name);
        if (old != null) {
            throw wrong("%s is no more; there is %s".formatted(name, old));
        }
        var option = options.stream().filter(it -> it.isNamed(name)).findFirst();
        if (option.isEmpty()) {
            unknown.add(name);
            return at;
        }
        var found = option.get();
        if (found.kind() == Kind.SWITCH) {
            values.put(found.dest(), List.of("true"));
            return at;
        }
        if (isAttached) {
            add(found, List.of(attached.startsWith("=") ? attached.substring(1) : attached));
            return at;
        }
        int end = at + 1;
        int most = found.kind() == Kind.WORDS ? Integer.MAX_VALUE : 1;
        while (end < arguments.size() && end - at <= most && !isOption(arguments.get(end))) {
            end++;
        }
        if (end == at + 1 && found.kind() != Kind.WORDS) {
            throw wrong("argument %s: expected one argument".formatted(found.shown()));
        }
        add(found, arguments.subList(at + 1, end));
        return end - 1;
    }

    private void add(LocustOption option, List<String> more) {
        values.put(option.dest(), List.copyOf(more));
    }

    /** Something is wrong with an argument, as argparse tells. */
    static UsageException wrong(String message) {
        return new UsageException(message, ExitCode.WRONG_ARGUMENTS);
    }
}
