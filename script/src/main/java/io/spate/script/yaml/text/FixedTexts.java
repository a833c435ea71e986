package io.spate.script.yaml.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Fills in texts that are the same for all users: only variables that are set before the run may
 * stand in them.
 *
 * @param values of the variables
 */
public record FixedTexts(Map<String, String> values) {

    /**
     * With the variables of a file, each of which may use those before it, and those from outside,
     * which win.
     */
    public static FixedTexts of(Node root, Map<String, String> env, YamlProblems problems) {
        var texts = new FixedTexts(new LinkedHashMap<>(env));
        if (root instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("variables")) {
                    texts.add(tuple.getValueNode(), problems);
                }
            }
        }
        return texts;
    }

    private void add(Node node, YamlProblems problems) {
        var variables = new Reading(problems, this).open(node, "variables");
        for (var name : variables.names()) {
            problems.attempt(variables.key(name), "", () -> Variables.checked(name));
            variables.text(name).ifPresent(it -> values.putIfAbsent(name, it));
        }
    }

    /**
     * A text with its places filled in.
     *
     * @throws IllegalArgumentException where a place has no value that is the same for all users
     */
    public String fill(String text) {
        return Template.parse(text, new Variables(values))
                .constant()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"%s\" cannot differ between users and iterations"
                                                .formatted(text)));
    }
}
