package io.spate.cli.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes a command line apart as {@code getopt_long} of GNU's C library does, for commands that take
 * the arguments of a tool in C: {@code -qb}, {@code -c50}, {@code -c 50}, {@code --time=30s},
 * {@code --time 30s}, {@code --ti=30s}; options and operands in any order; {@code --} before
 * operands that start with a dash. An optional value stands in the same argument or not at all.
 *
 * @param options those there are
 */
public record Getopt(List<Option> options) {
    /** In place of a letter, for an option that has a long name only. */
    public static final char NO_LETTER = '\0';

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
     * @param name its long name, without dashes
     */
    public record Option(char letter, String name, Value value) {}

    /**
     * An option on a command line.
     *
     * @param letter its short name, whichever was written
     * @param written as the user wrote it, without the value: {@code -c} or {@code --concurrent}
     */
    public record Found(char letter, String written, Optional<String> value) {}

    /**
     * A command line.
     *
     * @param options in their order, up to the first mistake
     * @param operands what else there is, up to the first mistake
     * @param mistake what GNU's library says of it
     */
    public record Line(List<Found> options, List<String> operands, Optional<String> mistake) {
        public Line {
            options = List.copyOf(options);
            operands = List.copyOf(operands);
        }
    }

    /** Takes arguments apart. */
    public Line parse(List<String> arguments) {
        return new Parser(options, arguments).parse();
    }

    private static final class Parser {
        private static final Optional<String> FINE = Optional.empty();

        private final List<Option> options;
        private final Deque<String> rest;
        private final List<Found> found = new ArrayList<>();
        private final List<String> operands = new ArrayList<>();

        Parser(List<Option> options, Collection<String> arguments) {
            this.options = options;
            this.rest = new ArrayDeque<>(arguments);
        }

        Line parse() {
            var mistake = FINE;
            while (mistake.isEmpty() && !rest.isEmpty()) {
                var argument = rest.removeFirst();
                if (argument.equals("--")) {
                    operands.addAll(rest);
                    rest.clear();
                } else if (argument.startsWith("--")) {
                    mistake = takeLong(argument);
                } else if (argument.startsWith("-") && argument.length() > 1) {
                    mistake = takeShort(argument);
                } else {
                    operands.add(argument);
                }
            }
            return new Line(found, operands, mistake);
        }

        /** Takes {@code -qb} or {@code -c50}. */
        private Optional<String> takeShort(String argument) {
            for (int i = 1; i < argument.length(); i++) {
                char letter = argument.charAt(i);
                var option = options.stream().filter(it -> it.letter == letter).findFirst();
                if (option.isEmpty()) {
                    return Optional.of("invalid option -- '" + letter + "'");
                }
                var attached = Optional.of(argument.substring(i + 1)).filter(it -> !it.isEmpty());
                switch (option.get().value) {
                    case NONE -> add(letter, "-" + letter, Optional.empty());
                    case OPTIONAL -> {
                        add(letter, "-" + letter, attached);
                        return FINE;
                    }
                    case REQUIRED -> {
                        return addRequired(letter, "-" + letter, attached)
                                ? FINE
                                : Optional.of("option requires an argument -- '" + letter + "'");
                    }
                }
            }
            return FINE;
        }

        /** Takes {@code --time=30s}. */
        private Optional<String> takeLong(String argument) {
            int equals = argument.indexOf('=');
            var written = equals < 0 ? argument : argument.substring(0, equals);
            var attached = Optional.of(argument.substring(equals + 1)).filter(_ -> equals >= 0);
            var fitting = fitting(written.substring(2));
            if (fitting.isEmpty()) {
                return Optional.of("unrecognized option '" + written + "'");
            }
            if (fitting.size() > 1) {
                return Optional.of(
                        "option '" + written + "' is ambiguous; possibilities:" + names(fitting));
            }
            var option = fitting.getFirst();
            var name = "option '--" + option.name + "' ";
            return switch (option.value) {
                case NONE -> {
                    if (attached.isEmpty()) {
                        add(option.letter, written, attached);
                    }
                    yield attached.map(_ -> name + "doesn't allow an argument");
                }
                case OPTIONAL -> {
                    add(option.letter, written, attached);
                    yield FINE;
                }
                case REQUIRED ->
                        addRequired(option.letter, written, attached)
                                ? FINE
                                : Optional.of(name + "requires an argument");
            };
        }

        /** The option of this name, else all whose names start so. */
        private List<Option> fitting(String name) {
            var exact = options.stream().filter(it -> it.name.equals(name)).toList();
            return exact.isEmpty()
                    ? options.stream().filter(it -> it.name.startsWith(name)).toList()
                    : exact;
        }

        private static String names(List<Option> options) {
            return options.stream().map(it -> " '--" + it.name + "'").collect(Collectors.joining());
        }

        /** Adds an option with the value in its argument, else the next one; false without any. */
        private boolean addRequired(char letter, String written, Optional<String> attached) {
            if (attached.isEmpty() && rest.isEmpty()) {
                return false;
            }
            add(letter, written, attached.or(() -> Optional.of(rest.removeFirst())));
            return true;
        }

        private void add(char letter, String written, Optional<String> value) {
            found.add(new Found(letter, written, value));
        }
    }
}
