package io.spate.script.config;

import io.spate.script.yaml.text.YamlDocument;
import io.spate.script.yaml.text.YamlProblems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The settings of a test in YAML, each with its line: all that is no step and no data. */
public final class SourceSettings {
    private static final Set<String> NOT_SETTINGS =
            Set.of("steps", "tasks", "onStart", "onStop", "before", "after", "rows", "variables");
    private static final int DEPTH_MAX = 8;

    private SourceSettings() {}

    /**
     * The settings by their paths, such as {@code scenarios.browse.users}, in the order of the
     * file; nothing of a text that is not YAML.
     */
    public static Map<String, Placed<String>> of(String file, String text) {
        var settings = new LinkedHashMap<String, Placed<String>>();
        YamlDocument.compose(file, text, new YamlProblems(file, text))
                .ifPresent(it -> add(settings, file, "", it, 0));
        return settings;
    }

    private static void add(
            Map<String, Placed<String>> settings, String file, String path, Node node, int depth) {
        if (depth > DEPTH_MAX) {
            return;
        }
        switch (node) {
            case MappingNode mapping -> {
                for (var tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key
                            && !NOT_SETTINGS.contains(key.getValue())) {
                        var name = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                        add(settings, file, name, tuple.getValueNode(), depth + 1);
                    }
                }
            }
            case SequenceNode sequence -> put(settings, file, path, node, texts(sequence));
            case ScalarNode scalar -> put(settings, file, path, node, scalar.getValue());
            default -> {}
        }
    }

    private static String texts(SequenceNode sequence) {
        return sequence.getValue().stream()
                .map(SourceSettings::text)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case MappingNode mapping ->
                    mapping.getValue().stream()
                            .map(it -> text(it.getKeyNode()) + ": " + text(it.getValueNode()))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> "…";
        };
    }

    private static void put(
            Map<String, Placed<String>> settings,
            String file,
            String path,
            Node node,
            String value) {
        var line = node.getStartMark().map(it -> ":" + (it.getLine() + 1)).orElse("");
        settings.put(path, new Placed<>(value, file + line));
    }
}
