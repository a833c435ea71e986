package io.spate.script.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for values, each written as a name in braces behind a dollar sign: a variable,
 * userId, iteration, or random(1,100). Two dollar signs before the brace stand for themselves.
 *
 * @param parts what it is made of
 * @param source as it was written
 */
record Template(List<Part> parts, String source) {
    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}|\\$\\{");
    private static final Pattern RANDOM =
            Pattern.compile("random\\(\\s*(-?\\d{1,18})\\s*,\\s*(-?\\d{1,18})\\s*\\)");

    Template {
        parts = List.copyOf(parts);
    }

    /** A piece of a template. */
    sealed interface Part {
        /** A text as it is. */
        record Literal(String text) implements Part {}

        /** The value of a variable, by its number. */
        record Variable(int index) implements Part {}

        /** The virtual user's id. */
        record UserId() implements Part {}

        /** The number of the user's iteration. */
        record Iteration() implements Part {}

        /** Any whole number between two bounds. */
        record Random(long min, long max) implements Part {}
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException where it names a variable that is not there
     */
    static Template parse(String text, Variables variables) {
        var parts = new ArrayList<Part>();
        var matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literal(parts, text.substring(end, matcher.start()));
            add(parts, part(matcher.group(), matcher.group(1), variables));
            end = matcher.end();
        }
        literal(parts, text.substring(end));
        return new Template(parts, text);
    }

    private static void literal(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            add(parts, new Part.Literal(text));
        }
    }

    /** Neighbouring literals become one, so that a text without places is constant. */
    private static void add(List<Part> parts, Part part) {
        if (part instanceof Part.Literal(var text)
                && !parts.isEmpty()
                && parts.getLast() instanceof Part.Literal(var before)) {
            parts.set(parts.size() - 1, new Part.Literal(before + text));
        } else {
            parts.add(part);
        }
    }

    private static Part part(String written, @Nullable String name, Variables variables) {
        if (written.equals("$${")) {
            return new Part.Literal("${");
        }
        if (name == null) {
            throw new IllegalArgumentException(
                    "\"${\" has no \"}\" behind it; write $${ where ${ itself is meant");
        }
        return part(name.strip(), variables);
    }

    private static Part part(String name, Variables variables) {
        var random = RANDOM.matcher(name);
        if (random.matches()) {
            var min = Long.parseLong(random.group(1));
            var max = Long.parseLong(random.group(2));
            if (max < min) {
                throw new IllegalArgumentException(
                        "${%s}: the second bound must not be less than the first".formatted(name));
            }
            return new Part.Random(min, max);
        }
        return switch (name) {
            case "userId" -> new Part.UserId();
            case "iteration" -> new Part.Iteration();
            default -> variables.part(name);
        };
    }

    /** The text where it has no places: the same object each time. */
    Optional<String> constant() {
        if (parts.isEmpty()) {
            return Optional.of("");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Whether it is one place and nothing else, and that gives a whole number. */
    boolean isNumber() {
        return parts.size() == 1
                && switch (parts.getFirst()) {
                    case Part.UserId _, Part.Iteration _, Part.Random _ -> true;
                    case Part.Literal _, Part.Variable _ -> false;
                };
    }

    /** The text with its places filled in. */
    String render(YamlSession session) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var text)) {
            return text;
        }
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(value(part, session));
        }
        return text.toString();
    }

    /** What a part stands for. */
    static String value(Part part, YamlSession session) {
        return switch (part) {
            case Part.Literal(var literal) -> literal;
            case Part.Variable(var index) -> session.variable(index);
            case Part.UserId() -> Long.toString(session.user().id());
            case Part.Iteration() -> Long.toString(session.user().iteration());
            case Part.Random(var min, var max) ->
                    Long.toString(session.user().random().nextLong(min, max + 1));
        };
    }
}
