package io.spate.script.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
record JsonTemplate(List<Part> parts) {

    JsonTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of JSON. */
    sealed interface Part {
        /** JSON as it is. */
        record Literal(String json) implements Part {}

        /** A text with places, which becomes a JSON string. */
        record Text(Template text) implements Part {}
    }

    /** The JSON of a YAML value. */
    static JsonTemplate of(Node node, Variables variables, YamlProblems problems) {
        var writer = new Writer(variables, problems);
        writer.write(node);
        writer.flush();
        return new JsonTemplate(writer.parts);
    }

    /** The JSON where it has no places: the same object each time. */
    Optional<String> constant() {
        return parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var json)
                ? Optional.of(json)
                : Optional.empty();
    }

    /** The JSON with its places filled in. */
    String render(YamlSession session) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal(var json)) {
            return json;
        }
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Literal(var json) -> text.append(json);
                case Part.Text(var template) -> text.append(quote(template.render(session)));
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
        private final YamlProblems problems;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();

        Writer(Variables variables, YamlProblems problems) {
            this.variables = variables;
            this.problems = problems;
        }

        void write(Node node) {
            switch (node) {
                case MappingNode mapping -> writeObject(mapping);
                case SequenceNode sequence -> writeArray(sequence);
                case ScalarNode scalar -> writeScalar(scalar);
                default -> problems.add(node, "this cannot be written as JSON");
            }
        }

        private void writeObject(MappingNode mapping) {
            var separator = "{";
            for (var tuple : mapping.getValue()) {
                literal.append(separator);
                separator = ",";
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    literal.append(quote(key.getValue())).append(':');
                } else {
                    problems.add(tuple.getKeyNode(), "a JSON name must be a plain text");
                }
                write(tuple.getValueNode());
            }
            literal.append(mapping.getValue().isEmpty() ? "{}" : "}");
        }

        private void writeArray(SequenceNode sequence) {
            var separator = "[";
            for (var element : sequence.getValue()) {
                literal.append(separator);
                separator = ",";
                write(element);
            }
            literal.append(sequence.getValue().isEmpty() ? "[]" : "]");
        }

        private void writeScalar(ScalarNode scalar) {
            var tag = scalar.getTag();
            if (tag.equals(Tag.NULL)) {
                literal.append("null");
            } else if (tag.equals(Tag.BOOL) || tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
                literal.append(scalar.getValue());
            } else {
                problems.attempt(scalar, "", () -> Template.parse(scalar.getValue(), variables))
                        .ifPresent(this::writeText);
            }
        }

        private void writeText(Template text) {
            text.constant()
                    .ifPresentOrElse(
                            constant -> literal.append(quote(constant)),
                            () -> {
                                flush();
                                parts.add(new Part.Text(text));
                            });
        }

        void flush() {
            if (!literal.isEmpty()) {
                parts.add(new Part.Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}
