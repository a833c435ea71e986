package io.spate.convert.draft;

import java.util.List;

/** A text with variables in it. */
public record Text(List<Part> parts) {
    public Text {
        parts = List.copyOf(parts);
    }

    /** A piece of a text. */
    public sealed interface Part {
        /** Words as they are. */
        record Literal(String text) implements Part {}

        /** What a user or the environment has under a name. */
        record Variable(String name) implements Part {}

        /** A whole number between two, both included. */
        record Random(long min, long max) implements Part {}
    }

    /** A text without variables. */
    public static Text of(String literal) {
        return new Text(List.of(new Part.Literal(literal)));
    }

    /** Whether it begins with all of another one. */
    public boolean startsWith(Text other) {
        return other.parts.size() <= parts.size()
                && parts.subList(0, other.parts.size()).equals(other.parts);
    }

    /** What follows the first parts. */
    public Text from(int part) {
        return new Text(parts.subList(part, parts.size()));
    }
}
