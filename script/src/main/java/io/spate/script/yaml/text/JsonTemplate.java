package io.spate.script.yaml.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A JSON text with places for values, which are escaped as they are filled in.
 *
 * @param parts literal JSON and texts to be quoted, in turn
 */
public record JsonTemplate(List<Part> parts) {
    private static final int DEPTH_MAX = 100;
    private static final int CHARS_MAX = 16 << 20;
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

    public JsonTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of JSON. */
    public sealed interface Part {
        /** JSON as it is. */
        record Literal(String json) implements Part {}

        /** A text with places, which becomes a JSON string. */
        record Text(Template text) implements Part {}

        /** A place that gives a number, which stands as it is. */
        record NumberText(Template number) implements Part {}
    }

    /** The JSON of a YAML value. */
    public static JsonTemplate of(Node node, Variables variables, Reading reading) {
        var writer = new Writer(variables, reading);
        writer.write(node);
        writer.flush();
        return new JsonTemplate(writer.parts);
    }

    /** The JSON where it has no places: the same object each time. */
    public Optional<String> constant() {
        return parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var json)
                ? Optional.of(json)
                : Optional.empty();
    }

    /** The JSON with its places filled in. */
    public String render(Values values) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var json)) {
            return json;
        }
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Literal(var json) -> text.append(json);
                case Part.Text(var template) -> text.append(quote(template.render(values)));
                case Part.NumberText(var number) -> text.append(number.render(values));
            }
        }
        return text.toString();
    }

    private static String quote(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
    }

    /** Writes JSON, gathering what is fixed into one part. */
    private static final class Writer {
        private final Variables variables;
        private final Reading reading;
        private final YamlProblems problems;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private int depth;
        private long chars;
        private boolean refused;

        Writer(Variables variables, Reading reading) {
            this.variables = variables;
            this.reading = reading;
            this.problems = reading.problems();
        }

        void write(Node node) {
            if (depth == DEPTH_MAX || chars > CHARS_MAX) {
                refuse(node);
                return;
            }
            depth++;
            switch (node) {
                case MappingNode mapping -> writeObject(mapping);
                case SequenceNode sequence -> writeArray(sequence);
                case ScalarNode scalar -> writeScalar(scalar);
                default -> problems.add(node, "this cannot be written as JSON");
            }
            depth--;
        }

        /** Aliases can make a short text endless, or far larger than any body. */
        private void refuse(Node node) {
            if (!refused) {
                problems.add(
                        node,
                        "this JSON is nested more than %d deep, or longer than %d characters"
                                .formatted(DEPTH_MAX, CHARS_MAX));
            }
            refused = true;
        }

        private void writeObject(MappingNode mapping) {
            var fields = reading.open(mapping, "a JSON object");
            var separator = "{";
            for (var name : fields.names()) {
                if (refused) {
                    return;
                }
                append(separator + quote(name) + ":");
                separator = ",";
                fields.node(name).ifPresent(this::write);
            }
            append(fields.names().isEmpty() ? "{}" : "}");
        }

        private void writeArray(SequenceNode sequence) {
            var separator = "[";
            for (var element : sequence.getValue()) {
                if (refused) {
                    return;
                }
                append(separator);
                separator = ",";
                write(element);
            }
            append(sequence.getValue().isEmpty() ? "[]" : "]");
        }

        private void writeScalar(ScalarNode scalar) {
            var tag = scalar.getTag();
            if (tag.equals(Tag.NULL)) {
                append("null");
            } else if (tag.equals(Tag.BOOL)) {
                append(scalar.getValue());
            } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
                writeNumber(scalar);
            } else {
                problems.attempt(scalar, "", () -> Template.parse(scalar.getValue(), variables))
                        .ifPresent(text -> writeText(text, scalar.isPlain()));
            }
        }

        private void writeNumber(ScalarNode scalar) {
            if (!JSON_NUMBER.matcher(scalar.getValue()).matches()) {
                problems.add(
                        scalar,
                        "JSON has no number %s: put it in quotes to send it as a text"
                                .formatted(scalar.getValue()));
            }
            append(scalar.getValue());
        }

        private void append(String json) {
            chars += json.length();
            literal.append(json);
        }

        /** Without quotes in the file, a place that gives a number is a number, as 5 is one. */
        private void writeText(Template text, boolean plain) {
            var constant = text.constant();
            if (constant.isPresent()) {
                append(quote(constant.get()));
                return;
            }
            flush();
            chars += text.source().length();
            parts.add(plain && text.isNumber() ? new Part.NumberText(text) : new Part.Text(text));
        }

        void flush() {
            if (!literal.isEmpty()) {
                parts.add(new Part.Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}
