package io.spate.script.yaml.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for values, each written as a name in braces behind a dollar sign: a variable,
 * userId, iteration, uuid, random(1,100), pick(a,b) or letters(8). Two dollar signs before the
 * brace stand for themselves.
 *
 * @param parts what it is made of
 * @param source as it was written
 */
public record Template(List<Part> parts, String source) {
    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}|\\$\\{");
    private static final Pattern RANDOM =
            Pattern.compile("random\\(\\s*(-?\\d{1,18})\\s*,\\s*(-?\\d{1,18})\\s*\\)");
    private static final Pattern PICK = Pattern.compile("pick\\((.*)\\)");
    private static final Pattern LETTERS = Pattern.compile("letters\\(\\s*(\\d{1,4})\\s*\\)");
    private static final int LETTER_COUNT = 26;

    public Template {
        parts = List.copyOf(parts);
    }

    /** A piece of a template. */
    public sealed interface Part {
        /** A text as it is. */
        record Literal(String text) implements Part {}

        /** The value of a variable. */
        record Variable(String name) implements Part {}

        /** The virtual user's id. */
        record UserId() implements Part {}

        /** The number of the user's iteration. */
        record Iteration() implements Part {}

        /** Any whole number between two bounds. */
        record Random(long min, long max) implements Part {}

        /** Any of some texts, all equally likely. */
        record Pick(List<String> texts) implements Part {
            public Pick {
                texts = List.copyOf(texts);
            }
        }

        /** As many random letters, a to z. */
        record Letters(int count) implements Part {}

        /** A random UUID, of version 4, which follows from the seed like all chance. */
        record Uuid() implements Part {}
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException where it names a variable that is not there
     */
    public static Template parse(String text, Variables variables) {
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

    /** A text as it is, whatever is in it. */
    public static Template literal(String text) {
        return new Template(
                text.isEmpty() ? List.of() : List.of(new Part.Literal(text)),
                text.replace("${", "$${"));
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
            return random(name, Long.parseLong(random.group(1)), Long.parseLong(random.group(2)));
        }
        var pick = PICK.matcher(name);
        if (pick.matches()) {
            var texts = List.of(pick.group(1).split(",", -1));
            return new Part.Pick(texts.stream().map(String::strip).toList());
        }
        var letters = LETTERS.matcher(name);
        if (letters.matches()) {
            return new Part.Letters(Integer.parseInt(letters.group(1)));
        }
        if (name.indexOf('(') >= 0) {
            throw new IllegalArgumentException(
                    "${%s} is none of ${random(1,100)}, ${pick(a,b)}, ${letters(8)}"
                            .formatted(name));
        }
        return switch (name) {
            case "userId" -> new Part.UserId();
            case "iteration" -> new Part.Iteration();
            case "uuid" -> new Part.Uuid();
            default -> variables.part(name);
        };
    }

    private static Part random(String name, long min, long max) {
        if (max < min) {
            throw new IllegalArgumentException(
                    "${%s}: the second bound must not be less than the first".formatted(name));
        }
        return new Part.Random(min, max);
    }

    /** The text where it has no places: the same object each time. */
    public Optional<String> constant() {
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
                    case Part.Literal _,
                            Part.Variable _,
                            Part.Pick _,
                            Part.Letters _,
                            Part.Uuid _ ->
                            false;
                };
    }

    /** The text with its places filled in. */
    public String render(Values values) {
        if (parts.size() == 1) {
            return value(parts.getFirst(), values);
        }
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(value(part, values));
        }
        return text.toString();
    }

    /** The text with its places filled in; empty where one is a variable without a value. */
    public Optional<String> find(Values values) {
        for (var part : parts) {
            if (part instanceof Part.Variable(var name) && values.find(name).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(render(values));
    }

    /** What a part stands for. */
    public static String value(Part part, Values values) {
        return switch (part) {
            case Part.Literal(var literal) -> literal;
            case Part.Variable(var name) -> values.variable(name);
            case Part.UserId() -> Long.toString(values.userId());
            case Part.Iteration() -> Long.toString(values.iteration());
            case Part.Random(var min, var max) ->
                    Long.toString(values.random().nextLong(min, max + 1));
            case Part.Pick(var texts) -> texts.get(values.random().nextInt(texts.size()));
            case Part.Letters(var count) -> letters(count, values);
            case Part.Uuid() -> uuid(values.random().nextLong(), values.random().nextLong());
        };
    }

    private static String letters(int count, Values values) {
        var text = new char[count];
        for (int i = 0; i < count; i++) {
            text[i] = (char) ('a' + values.random().nextInt(LETTER_COUNT));
        }
        return new String(text);
    }

    /** RFC 9562: version 4 and variant 10 in their bits, the others at random. */
    private static String uuid(long high, long low) {
        return new UUID((high & ~0xf000L) | 0x4000L, (low >>> 2) | Long.MIN_VALUE).toString();
    }
}
