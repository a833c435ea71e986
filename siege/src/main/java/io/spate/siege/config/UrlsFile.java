package io.spate.siege.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a list of URLs: a URL a line, with a method and a body where it has one; comments from
 * {@code #}; {@code NAME=value} sets a variable for the lines below.
 */
public final class UrlsFile {
    /** As many as a run tells apart. */
    private static final int TARGETS_MAX = 100_000;

    private UrlsFile() {}

    /**
     * Reads a list.
     *
     * @param name of the file, as the user knows it
     * @param text of the file
     * @param environment the environment's variables
     * @param escape whether to escape what a URL cannot have
     * @param folder what the names of bodies' files start from
     * @throws SiegeException naming each mistake with its line
     */
    public static List<Target> read(
            String name,
            String text,
            Function<String, Optional<String>> environment,
            boolean escape,
            Path folder) {
        var variables = new Variables(environment);
        var targets = new ArrayList<Target>();
        var problems = new ArrayList<String>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size() && targets.size() < TARGETS_MAX; i++) {
            var line = uncommented(lines.get(i));
            int sign = assignment(line);
            if (sign >= 0) {
                variables.set(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
            } else if (!line.isEmpty()) {
                try {
                    targets.add(
                            Target.parse(
                                    variables.fill(line).strip(), targets.size(), escape, folder));
                } catch (IllegalArgumentException e) {
                    problems.add("%s:%d: %s".formatted(name, i + 1, e.getMessage()));
                }
            }
        }
        if (problems.isEmpty() && targets.isEmpty()) {
            problems.add(
                    "%s: there is no URL in it; write one a line, such as http://localhost:8000/"
                            .formatted(name));
        }
        if (problems.isEmpty() && targets.size() == TARGETS_MAX) {
            problems.add("%s: more than %d URLs".formatted(name, TARGETS_MAX - 1));
        }
        if (!problems.isEmpty()) {
            throw new SiegeException(problems);
        }
        return List.copyOf(targets);
    }

    /** A body may have the sign of a comment in it, a URL followed by a space may not. */
    private static String uncommented(String line) {
        var stripped = line.strip();
        if (stripped.startsWith("#")) {
            return "";
        }
        int comment = stripped.indexOf(" #");
        var before = comment < 0 ? stripped : stripped.substring(0, comment).strip();
        return before.indexOf(' ') < 0 ? before : stripped;
    }

    /** Where the sign of {@code NAME=value} stands; -1 where the line is none. */
    private static int assignment(String line) {
        int sign = line.indexOf('=');
        var name = sign < 0 ? "" : line.substring(0, sign).strip();
        return !name.isEmpty() && name.chars().allMatch(c -> Variables.isNamePart((char) c))
                ? sign
                : -1;
    }
}
