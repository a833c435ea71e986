package io.spate.siege.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The variables of a file: {@code $(NAME)}, {@code ${NAME}}, or {@code $NAME}; {@code \$} is a
 * dollar sign. What the file does not set is taken from the environment.
 */
final class Variables {
    /** How deep values may refer to others, before it is taken for a circle. */
    private static final int DEPTH_MAX = 50;

    /** How long a line may become, as siege's buffers were never longer. */
    private static final int CHARS_MAX = 1 << 16;

    private final Map<String, String> values = new HashMap<>();
    private final Function<String, Optional<String>> environment;

    Variables(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    /**
     * A text with the values in the place of the names. A name in brackets must have one; a dollar
     * sign before anything else may be part of a URL, and stays.
     *
     * @throws IllegalArgumentException where a name has no value, or values refer to each other
     */
    String fill(String text) {
        return text.indexOf('$') < 0 ? text : fill(text, 0);
    }

    private String fill(String text, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("variables refer to each other in a circle");
        }
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '$') {
                out.append('$');
                i += 2;
            } else if (c == '$') {
                i = reference(text, i, depth, out);
            } else {
                out.append(c);
                i++;
            }
            if (out.length() > CHARS_MAX) {
                throw new IllegalArgumentException(
                        "with its variables filled in, the line is too long");
            }
        }
        return out.toString();
    }

    private String valueOf(String name, int depth) {
        return find(name)
                .map(it -> fill(it, depth + 1))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no variable %s: write %s=VALUE in a line above, or export it"
                                                .formatted(name, name)));
    }

    /** Writes what a reference stands for; returns where the text goes on. */
    private int reference(String text, int at, int depth, StringBuilder out) {
        char open = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (open == '(' || open == '{') {
            int close = text.indexOf(open == '(' ? ')' : '}', at);
            if (close < 0) {
                throw new IllegalArgumentException(
                        "'%s' has no closing bracket".formatted(text.substring(at)));
            }
            out.append(valueOf(text.substring(at + 2, close), depth));
            return close + 1;
        }
        int end = at + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        var name = text.substring(at + 1, end);
        if (!name.isEmpty() && find(name).isPresent()) {
            out.append(valueOf(name, depth));
            return end;
        }
        out.append('$');
        return at + 1;
    }

    private Optional<String> find(String name) {
        var own = Optional.ofNullable(values.get(name));
        return own.isPresent() ? own : environment.apply(name);
    }

    static boolean isNamePart(char c) {
        return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
}
