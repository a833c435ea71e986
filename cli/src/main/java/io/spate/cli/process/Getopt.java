package io.spate.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a command line apart as {@code getopt_long} of GNU's C library does, for commands that take
 * the arguments of a tool in C: {@code -qb}, {@code -c50}, {@code -c 50}, {@code --time=30s},
 * {@code --time 30s}, {@code --ti=30s}; options and operands in any order; {@code --} before
 * operands that start with a dash. An optional value stands in the same argument or not at all.
 *
 * @param options those there are
 */
public record Getopt(List<Option> options) {
    private static final Optional<String> NOTHING = Optional.empty();

    public Getopt {
        options = List.copyOf(options);
    }

    /** Whether an option has a value. */
    public enum Value {
        NONE,
        REQUIRED,
        OPTIONAL
    }

    /**
     * An option.
     *
     * @param letter its short name
     * @param name its long name, without dashes; empty for none
     */
    public record Option(char letter, String name, Value value) {}

    /**
     * An option on a command line.
     *
     * @param letter its short name, whichever was written
     * @param written as the user wrote it, without the value: {@code -c} or {@code --concurrent}
     */
    public record Found(char letter, String written, Optional<String> value) {}

    /** A command line: its options in their order, and what else there is. */
    public record Line(List<Found> options, List<String> operands) {}

    /**
     * Takes arguments apart.
     *
     * @throws UsageException where an option is unknown, or has no value that it needs
     */
    public Line parse(List<String> arguments) {
        var found = new ArrayList<Found>();
        var operands = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.equals("--")) {
                operands.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            var next = i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : NOTHING;
            boolean taken = false;
            if (argument.startsWith("--")) {
                taken = takeLong(argument, next, found);
            } else if (argument.length() > 1 && argument.startsWith("-")) {
                taken = takeShort(argument, next, found);
            } else {
                operands.add(argument);
            }
            i += taken ? 1 : 0;
        }
        return new Line(List.copyOf(found), List.copyOf(operands));
    }

    /** Takes {@code -qb} or {@code -c50}; returns whether the next argument was its value. */
    private boolean takeShort(String argument, Optional<String> next, List<Found> found) {
        for (int i = 1; i < argument.length(); i++) {
            var option = byLetter(argument.charAt(i), argument);
            var written = "-" + option.letter;
            if (option.value == Value.NONE) {
                found.add(new Found(option.letter, written, NOTHING));
                continue;
            }
            var rest = argument.substring(i + 1);
            if (!rest.isEmpty() || option.value == Value.OPTIONAL) {
                var value = Optional.of(rest).filter(it -> !it.isEmpty());
                found.add(new Found(option.letter, written, value));
                return false;
            }
            found.add(new Found(option.letter, written, needed(next, written)));
            return true;
        }
        return false;
    }

    /** Takes {@code --time=30s}; returns whether the next argument was its value. */
    private boolean takeLong(String argument, Optional<String> next, List<Found> found) {
        int equals = argument.indexOf('=');
        var written = equals < 0 ? argument : argument.substring(0, equals);
        var option = byName(written);
        var attached = equals < 0 ? NOTHING : Optional.of(argument.substring(equals + 1));
        if (option.value == Value.NONE && attached.isPresent()) {
            throw wrong("%s takes no value, but is given '%s'".formatted(written, attached.get()));
        }
        if (option.value == Value.REQUIRED && attached.isEmpty()) {
            found.add(new Found(option.letter, written, needed(next, written)));
            return true;
        }
        found.add(new Found(option.letter, written, attached));
        return false;
    }

    private Option byLetter(char letter, String argument) {
        return options.stream()
                .filter(it -> it.letter == letter)
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        argument.length() == 2
                                                ? "unknown option: -" + letter
                                                : "unknown option: -%c (in %s)"
                                                        .formatted(letter, argument)));
    }

    /** An option whose name is written in full, or of which there is only one that starts so. */
    private Option byName(String written) {
        var name = written.substring(2);
        var same = options.stream().filter(it -> it.name.equals(name)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var starting = options.stream().filter(it -> it.name.startsWith(name)).toList();
        if (starting.size() == 1) {
            return starting.getFirst();
        }
        if (starting.isEmpty()) {
            throw wrong("unknown option: " + written);
        }
        var names = starting.stream().map(it -> "--" + it.name).toList();
        throw wrong("%s is not clear: it may be %s".formatted(written, String.join(" or ", names)));
    }

    private static Optional<String> needed(Optional<String> value, String written) {
        if (value.isEmpty()) {
            throw wrong(written + " needs a value");
        }
        return value;
    }

    /** Tools in C end with 1 here. */
    private static UsageException wrong(String message) {
        return new UsageException(message, ExitCode.FAILED);
    }
}
