package io.spate.wrk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Takes arguments apart as GNU's getopt_long does: short options may be joined and carry their
 * value ({@code -t12}), long ones may be abbreviated ({@code --lat}) and carry it behind {@code =},
 * other arguments may stand between them, and {@code --} ends them.
 */
final class Getopt {
    private final List<Flag> flags;
    private final Deque<String> rest;
    private final List<Given> given = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();

    private Getopt(List<Flag> flags, List<String> arguments) {
        this.flags = flags;
        this.rest = new ArrayDeque<>(arguments);
    }

    /**
     * An option there is.
     *
     * @param name its long name; empty for none
     */
    record Flag(char letter, String name, boolean takesValue) {}

    /**
     * An option that was given.
     *
     * @param value empty where it takes none
     */
    record Given(char letter, String value) {}

    /**
     * What arguments came to.
     *
     * @param given the options in their order, up to the first mistake
     * @param operands what is no option
     * @param mistake what GNU's getopt would say of the first mistake
     */
    record Parsed(List<Given> given, List<String> operands, Optional<String> mistake) {}

    static Parsed parse(List<Flag> flags, List<String> arguments) {
        return new Getopt(flags, arguments).parse();
    }

    private Parsed parse() {
        while (!rest.isEmpty()) {
            String next = rest.removeFirst();
            if (next.equals("--")) {
                operands.addAll(rest);
                break;
            }
            Optional<String> mistake =
                    next.startsWith("--")
                            ? takeLong(next.substring(2))
                            : next.startsWith("-") && next.length() > 1
                                    ? takeShort(next)
                                    : takeOperand(next);
            if (mistake.isPresent()) {
                return new Parsed(given, operands, mistake);
            }
        }
        return new Parsed(given, operands, Optional.empty());
    }

    private Optional<String> takeOperand(String text) {
        operands.add(text);
        return Optional.empty();
    }

    private Optional<String> takeShort(String joined) {
        for (int i = 1; i < joined.length(); i++) {
            char letter = joined.charAt(i);
            var flag = flags.stream().filter(it -> it.letter == letter).findFirst();
            if (flag.isEmpty() || isLongOnly(letter)) {
                return Optional.of("invalid option -- '" + letter + "'");
            }
            if (flag.get().takesValue) {
                if (i + 1 < joined.length()) {
                    given.add(new Given(letter, joined.substring(i + 1)));
                } else if (rest.isEmpty()) {
                    return Optional.of("option requires an argument -- '" + letter + "'");
                } else {
                    given.add(new Given(letter, rest.removeFirst()));
                }
                return Optional.empty();
            }
            given.add(new Given(letter, ""));
        }
        return Optional.empty();
    }

    /** wrk's --help has no letter, though its code has one. */
    private static boolean isLongOnly(char letter) {
        return letter == 'h';
    }

    private Optional<String> takeLong(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        List<Flag> fitting = flags.stream().filter(it -> it.name.startsWith(name)).toList();
        var exact = fitting.stream().filter(it -> it.name.equals(name)).findFirst();
        if (exact.isEmpty() && fitting.size() > 1) {
            return Optional.of("option '--" + name + "' is ambiguous" + choices(fitting));
        }
        if (fitting.isEmpty()) {
            return Optional.of("unrecognized option '--" + name + "'");
        }
        Flag flag = exact.orElse(fitting.getFirst());
        if (!flag.takesValue) {
            if (equals >= 0) {
                return Optional.of("option '--" + flag.name + "' doesn't allow an argument");
            }
            given.add(new Given(flag.letter, ""));
        } else if (equals >= 0) {
            given.add(new Given(flag.letter, text.substring(equals + 1)));
        } else if (rest.isEmpty()) {
            return Optional.of("option '--" + flag.name + "' requires an argument");
        } else {
            given.add(new Given(flag.letter, rest.removeFirst()));
        }
        return Optional.empty();
    }

    private static String choices(List<Flag> flags) {
        var text = new StringBuilder("; possibilities:");
        flags.forEach(it -> text.append(" '--").append(it.name).append('\''));
        return text.toString();
    }
}
