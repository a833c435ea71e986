package io.spate.script.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads texts that are the same for all users: only variables that are set before the run may stand
 * in them.
 *
 * @param values of the variables
 */
record FixedTexts(Map<String, String> values) {

    /**
     * With the variables of a file, each of which may use those before it, and those from outside,
     * which win.
     */
    static FixedTexts of(Fields file, Map<String, String> env) {
        var problems = file.problems();
        var texts = new FixedTexts(new LinkedHashMap<>(env));
        file.node("variables")
                .map(node -> Fields.open(node, "variables", problems))
                .ifPresent(
                        variables -> {
                            for (var name : variables.names()) {
                                problems.attempt(variables.key(name), "", () -> checked(name));
                                texts.text(variables, name)
                                        .ifPresent(it -> texts.values.putIfAbsent(name, it));
                            }
                        });
        return texts;
    }

    private static String checked(String name) {
        Variables.checkName(name);
        return name;
    }

    /** A text. */
    Optional<String> text(Fields fields, String name) {
        return fields.parsed(name, this::fill);
    }

    /** Texts by names, in the order of the file; empty where the field is not there. */
    Map<String, String> texts(Fields fields, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.node(name)
                .map((Node node) -> Fields.open(node, name, fields.problems()))
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                key ->
                                                        text(open, key)
                                                                .ifPresent(
                                                                        it -> texts.put(key, it))));
        return texts;
    }

    private String fill(String text) {
        return Template.parse(text, new Variables(values))
                .constant()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"%s\" cannot differ between users and iterations"
                                                .formatted(text)));
    }
}
