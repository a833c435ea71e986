package io.spate.k6.options;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what is wrong with options, each with the place it was found in. */
final class Problems {
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * Adds a mistake.
     *
     * @param path of keys, such as {@code scenarios.shop.rate}
     */
    void add(Tier tier, String path, String message) {
        var text = "options." + path + ": " + message;
        if (tier.source().isEmpty()) {
            problems.add(new SourceProblem(tier.place(), 0, 0, text, ""));
            return;
        }
        int offset = find(tier.source(), path);
        if (offset < 0) {
            problems.add(new SourceProblem(tier.place(), 0, 0, text, ""));
            return;
        }
        var before = tier.source().substring(0, offset);
        int start = before.lastIndexOf('\n') + 1;
        int end = tier.source().indexOf('\n', offset);
        var line = tier.source().substring(start, end < 0 ? tier.source().length() : end);
        int number = 1 + (int) before.chars().filter(it -> it == '\n').count();
        problems.add(
                new SourceProblem(
                        tier.place(), number, offset - start + 1, text, line.stripTrailing()));
    }

    void warn(Tier tier, String message) {
        warnings.add(tier.place() + ": " + message);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void check() {
        if (!problems.isEmpty()) {
            throw new ScriptException(problems);
        }
    }

    /** Where the keys of a path stand one behind another, from the word options on; -1 if not. */
    private static int find(String source, String path) {
        var options = Pattern.compile("\\boptions\\b").matcher(source);
        int at = options.find() ? options.start() : 0;
        int found = -1;
        for (var key : path.split("\\.", -1)) {
            var matcher = key(key).matcher(source);
            if (!matcher.find(at)) {
                return found;
            }
            found = start(matcher);
            at = matcher.end();
        }
        return found;
    }

    private static Pattern key(String key) {
        var name = key.endsWith("]") ? key.substring(0, key.indexOf('[')) : key;
        return Pattern.compile("(?<![\\w$.])(['\"]?)" + Pattern.quote(name) + "\\1\\s*:");
    }

    private static int start(Matcher matcher) {
        return matcher.start();
    }
}
