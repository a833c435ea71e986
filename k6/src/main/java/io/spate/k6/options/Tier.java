package io.spate.k6.options;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Options from one place.
 *
 * @param place for messages: a file's name, {@code environment}, {@code command line}
 * @param values by key as a script writes them
 * @param source the text of the file that they stand in; empty where they stand in none
 */
public record Tier(String place, ObjectNode values, String source) {
    /**
     * What flags give.
     *
     * @param texts by the keys of options, as variables write them
     * @param tags by name
     */
    public static Tier ofFlags(Map<String, String> texts, Map<String, String> tags) {
        var values = JsonNodeFactory.instance.objectNode();
        texts.forEach(
                (key, text) -> values.set(key, node(OptionKey.find(key).orElseThrow(), text)));
        if (!tags.isEmpty()) {
            tags.forEach(values.putObject("tags")::put);
        }
        return new Tier("command line", values, "");
    }

    /**
     * What the variables K6_... give.
     *
     * @param env all variables
     */
    public static Tier ofEnvironment(Map<String, String> env) {
        var values = JsonNodeFactory.instance.objectNode();
        var byName = new TreeMap<>(env);
        for (var key : OptionKey.values()) {
            var text = byName.get(key.variable());
            if (text != null && !text.isEmpty()) {
                values.set(key.text(), node(key, text));
            }
        }
        return new Tier("environment", values, "");
    }

    private static JsonNode node(OptionKey key, String text) {
        return OptionText.node(key.kind(), text);
    }
}
