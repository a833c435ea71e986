package io.spate.siege.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a {@code siege.conf}: {@code key = value} in each line, with {@code :} and spaces for the
 * sign as well, comments from {@code #}, and variables. A key that siege does not know sets a
 * variable, as in siege.
 */
public final class ConfFile {
    private ConfFile() {}

    /**
     * Reads a file.
     *
     * @param name of the file, as the user knows it
     * @param text of the file
     * @param environment the environment's variables
     * @throws SiegeException naming each mistake with its line
     */
    public static List<Directive> read(
            String name, String text, Function<String, Optional<String>> environment) {
        var variables = new Variables(environment);
        var directives = new ArrayList<Directive>();
        var problems = new ArrayList<String>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var place = name + ":" + (i + 1);
            var line = uncommented(lines.get(i));
            if (line.isEmpty()) {
                continue;
            }
            try {
                int end = keyEnd(line);
                var key = line.substring(0, end);
                var value = variables.fill(line.substring(valueStart(line, end)));
                if (Key.isKey(key)) {
                    directives.add(new Directive(Key.normal(key), value, place));
                } else {
                    variables.set(key, value);
                }
            } catch (IllegalArgumentException e) {
                problems.add(place + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new SiegeException(problems);
        }
        return List.copyOf(directives);
    }

    private static String uncommented(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private static int keyEnd(String line) {
        int end = 0;
        while (end < line.length() && !isSeparator(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int valueStart(String line, int keyEnd) {
        int start = keyEnd;
        while (start < line.length() && isSeparator(line.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':' || Character.isWhitespace(c);
    }
}
