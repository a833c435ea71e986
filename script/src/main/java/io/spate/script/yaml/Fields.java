package io.spate.script.yaml;

import io.spate.metrics.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The fields of a mapping. Reading what is not there gives nothing; reading what has another kind
 * is a mistake, told with its place.
 */
final class Fields {
    private static final String NO_MERGE =
            "merge keys (<<) are not part of YAML 1.2: give the whole value an &anchor and use it"
                    + " again with *anchor, or write its keys out";

    private final Node node;
    private final YamlProblems problems;
    private final Map<String, Node> values;
    private final Map<String, Node> keys;

    private Fields(
            Node node, YamlProblems problems, Map<String, Node> values, Map<String, Node> keys) {
        this.node = node;
        this.problems = problems;
        this.values = values;
        this.keys = keys;
    }

    /** The fields of a mapping whose names the author chooses, such as headers. */
    static Fields open(Node node, String what, YamlProblems problems) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Node> keys = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (isMerge(tuple.getKeyNode())) {
                    problems.add(tuple.getKeyNode(), NO_MERGE);
                } else if (tuple.getKeyNode() instanceof ScalarNode key) {
                    if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                        problems.add(key, "\"%s\" stands here twice".formatted(key.getValue()));
                    }
                    keys.put(key.getValue(), key);
                } else {
                    problems.add(tuple.getKeyNode(), "a name must be a plain text");
                }
            }
        } else {
            problems.add(node, "%s must be a mapping of names to values".formatted(what));
        }
        return new Fields(node, problems, values, keys);
    }

    private static boolean isMerge(Node key) {
        return key instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<");
    }

    /** The fields of a mapping that may have the given names and no others. */
    static Fields of(Node node, String what, Set<String> names, YamlProblems problems) {
        var fields = open(node, what, problems);
        fields.keys.forEach(
                (name, key) -> {
                    if (!names.contains(name)) {
                        problems.add(
                                key,
                                "%s has no \"%s\"%s"
                                        .formatted(what, name, Nearest.hint(name, names)));
                    }
                });
        return fields;
    }

    Node node() {
        return node;
    }

    YamlProblems problems() {
        return problems;
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Where a name stands. */
    Node key(String name) {
        return keys.getOrDefault(name, node);
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return node(name).flatMap(it -> text(it, name, problems));
    }

    /** A scalar's text; anything else is a mistake. */
    static Optional<String> text(Node node, String what, YamlProblems problems) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(scalar.getValue());
        }
        problems.add(node, "%s must be a text or a number".formatted(what));
        return Optional.empty();
    }

    /** A value that a text stands for; a text that stands for none is a mistake. */
    <V> Optional<V> parsed(String name, Function<String, V> parse) {
        return node(name)
                .flatMap(
                        it ->
                                text(it, name, problems)
                                        .flatMap(
                                                text ->
                                                        problems.attempt(
                                                                it,
                                                                name + ": ",
                                                                () -> parse.apply(text))));
    }

    Optional<Integer> wholeNumber(String name) {
        return parsed(name, text -> number(text, Integer::valueOf, "a whole number"));
    }

    Optional<Long> longNumber(String name) {
        return parsed(name, text -> number(text, Long::valueOf, "a whole number"));
    }

    Optional<Double> number(String name) {
        return parsed(name, text -> number(text, Double::valueOf, "a number"));
    }

    Optional<Boolean> flag(String name) {
        return parsed(
                name,
                text ->
                        switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default ->
                                    throw new IllegalArgumentException(
                                            "\"%s\" must be true or false".formatted(text));
                        });
    }

    /** The elements of a list; empty where the field is not there. */
    List<Node> list(String name) {
        var value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(value, "%s must be a list, with a dash before each element".formatted(name));
        return List.of();
    }

    /** The names of a set of fields that are there. */
    List<String> present(Set<String> names) {
        var there = new ArrayList<>(values.keySet());
        there.retainAll(names);
        return there;
    }

    private static <N> N number(String text, Function<String, N> parse, String kind) {
        try {
            return parse.apply(text.replace("_", ""));
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("\"%s\" is not %s".formatted(text, kind));
        }
    }
}
