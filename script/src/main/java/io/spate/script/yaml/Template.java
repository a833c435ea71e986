package io.spate.script.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text with places for values, each written as a name in braces behind a dollar sign: a variable,
 * userId, iteration, or random(1,100). Two dollar signs before the brace stand for themselves.
 *
 * @param parts what it is made of
 * @param source as it was written
 */
record Template(List<Part> parts, String source) {
    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}");
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
            var name = matcher.group(1);
            parts.add(name == null ? new Part.Literal("${") : part(name.strip(), variables));
            end = matcher.end();
        }
        literal(parts, text.substring(end));
        return new Template(parts, text);
    }

    private static void literal(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Literal(text));
        }
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

    /** The text with its places filled in. */
    String render(YamlSession session) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var text)) {
            return text;
        }
        var text = new StringBuilder();
        for (var part : parts) {
            append(text, part, session);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Part part, YamlSession session) {
        switch (part) {
            case Part.Literal(var literal) -> text.append(literal);
            case Part.Variable(var index) -> text.append(session.variable(index));
            case Part.UserId() -> text.append(session.user().id());
            case Part.Iteration() -> text.append(session.user().iteration());
            case Part.Random(var min, var max) ->
                    text.append(session.user().random().nextLong(min, max + 1));
        }
    }
}
