package io.spate.script.yaml.text;

import io.spate.metrics.Nearest;
import io.spate.plan.Durations;
import java.time.Duration;
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
 * is a mistake, told with its place. Variables that are the same for all users are filled in,
 * except where a method says otherwise.
 */
public final class Fields {
    private static final String NO_MERGE =
            "merge keys (<<) are not part of YAML 1.2: give the whole value an &anchor and use it"
                    + " again with *anchor, or write its keys out";

    private final Node node;
    private final Reading reading;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    private Fields(Node node, Reading reading) {
        this.node = node;
        this.reading = reading;
    }

    static Fields open(Node node, String what, Reading reading) {
        var fields = new Fields(node, reading);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(it -> fields.put(it.getKeyNode(), it.getValueNode()));
        } else {
            reading.problems().add(node, "%s must be a mapping of names to values".formatted(what));
        }
        return fields;
    }

    static Fields of(Node node, String what, Set<String> names, Reading reading) {
        var fields = open(node, what, reading);
        fields.only(what, names);
        return fields;
    }

    private void put(Node key, Node value) {
        if (!(key instanceof ScalarNode name)) {
            problems().add(key, "a name must be a plain text");
        } else if (name.isPlain() && name.getValue().equals("<<")) {
            problems().add(key, NO_MERGE);
        } else {
            if (values.putIfAbsent(name.getValue(), value) != null) {
                problems().add(key, "\"%s\" stands here twice".formatted(name.getValue()));
            }
            keys.put(name.getValue(), name);
        }
    }

    /** Refuses fields with other names. */
    public void only(String what, Set<String> names) {
        keys.forEach(
                (name, key) -> {
                    if (!names.contains(name)) {
                        problems()
                                .add(
                                        key,
                                        "%s has no \"%s\"%s"
                                                .formatted(what, name, Nearest.hint(name, names)));
                    }
                });
    }

    /** The mapping, or what stands in its place. */
    public Node node() {
        return node;
    }

    /** What reading needs. */
    public Reading reading() {
        return reading;
    }

    /** Takes mistakes. */
    public YamlProblems problems() {
        return reading.problems();
    }

    /** The names that are there, in the order of the file. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Whether a name is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Where a name stands. */
    public Node key(String name) {
        return keys.getOrDefault(name, node);
    }

    /** What stands behind a name. */
    public Optional<Node> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A field's text as it was written, its places not filled in. */
    public Optional<String> raw(String name) {
        return node(name).flatMap(it -> scalar(it, name, problems()));
    }

    /** A value that a text with its places not filled in stands for. */
    public <V> Optional<V> raw(String name, Function<String, V> parse) {
        return node(name)
                .flatMap(
                        it ->
                                scalar(it, name, problems())
                                        .flatMap(text -> attempt(it, name, text, parse)));
    }

    /** A field's text. */
    public Optional<String> text(String name) {
        return parsed(name, Function.identity());
    }

    /** A value that a text stands for; a text that stands for none is a mistake. */
    public <V> Optional<V> parsed(String name, Function<String, V> parse) {
        return raw(name, text -> parse.apply(reading.fixed().fill(text)));
    }

    /** A whole number. */
    public Optional<Integer> wholeNumber(String name) {
        return parsed(name, Quantities::whole);
    }

    /** A whole number. */
    public Optional<Long> longNumber(String name) {
        return parsed(name, Quantities::wholeLong);
    }

    /** A duration; a bare number is seconds. */
    public Optional<Duration> duration(String name) {
        return parsed(name, Durations::parse);
    }

    /** True or false. */
    public Optional<Boolean> flag(String name) {
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

    /** One of some words; any other is a mistake that names the nearest. */
    public <V> Optional<V> word(String name, Map<String, V> words) {
        return parsed(name, text -> oneOf(text, words));
    }

    /** What one of some words stands for; throws where it is none of them. */
    public static <V> V oneOf(String text, Map<String, V> words) {
        var value = words.get(text);
        if (value == null) {
            throw new IllegalArgumentException(
                    "\"%s\" is none of %s%s"
                            .formatted(
                                    text,
                                    String.join(", ", words.keySet()),
                                    Nearest.hint(text, words.keySet())));
        }
        return value;
    }

    /** The elements of a list; empty where the field is not there. */
    public List<Node> list(String name) {
        return switch (values.get(name)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            case Node other -> {
                problems()
                        .add(
                                other,
                                "%s must be a list, with a dash before each element"
                                        .formatted(name));
                yield List.of();
            }
        };
    }

    /** The elements of a list, or the one value that stands in its place. */
    public List<Node> oneOrMore(String name) {
        return switch (values.get(name)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            case Node other -> List.of(other);
        };
    }

    /** The fields of a mapping whose names the author chooses. */
    public Optional<Fields> open(String name) {
        return node(name).map(it -> reading.open(it, name));
    }

    /** The fields of a mapping that may have some names and no others. */
    public Optional<Fields> fields(String name, Set<String> names) {
        return node(name).map(it -> reading.fields(it, name, names));
    }

    /** Texts by names, in the order of the file; empty where the field is not there. */
    public Map<String, String> texts(String name) {
        return map(name, Function.identity());
    }

    /** What the texts of a mapping stand for, in the order of the file. */
    public <V> Map<String, V> map(String name, Function<String, V> parse) {
        Map<String, V> found = new LinkedHashMap<>();
        open(name)
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                key ->
                                                        open.parsed(key, parse)
                                                                .ifPresent(
                                                                        it -> found.put(key, it))));
        return found;
    }

    /** Texts with places for values, by names; empty where the field is not there. */
    public Map<String, Template> templates(String name, Variables variables) {
        Map<String, Template> templates = new LinkedHashMap<>();
        open(name)
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                key ->
                                                        open.template(key, variables)
                                                                .ifPresent(
                                                                        it ->
                                                                                templates.put(
                                                                                        key, it))));
        return templates;
    }

    /** A text with places for values. */
    public Optional<Template> template(String name, Variables variables) {
        return raw(name, text -> Template.parse(text, variables));
    }

    /** The names of a set of fields that are there. */
    public List<String> present(Set<String> names) {
        var there = new ArrayList<>(values.keySet());
        there.retainAll(names);
        return there;
    }

    /** Refuses a field where another one, which it goes with, is missing. */
    public void goesWith(String name, String other) {
        if (has(name) && !has(other)) {
            problems().add(key(name), "%s goes with %s".formatted(name, other));
        }
    }

    /** A scalar's text; anything else is a mistake. */
    static Optional<String> scalar(Node node, String what, YamlProblems problems) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(scalar.getValue());
        }
        problems.add(node, "%s must be a text or a number".formatted(what));
        return Optional.empty();
    }

    private <V> Optional<V> attempt(Node at, String name, String text, Function<String, V> parse) {
        return problems().attempt(at, name + ": ", () -> parse.apply(text));
    }
}
