package io.spate.locust.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How likely each task is, as Locust shows it. */
public final class TaskRatios {
    private TaskRatios() {}

    /**
     * The shares of classes and tasks.
     *
     * @param ratios as JSON, with {@code per_class} and {@code total}
     */
    public static String text(String ratios) {
        var tree = JsonMapper.shared().readTree(ratios);
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(" Task ratio per User class");
        lines.add("-".repeat(80));
        add(lines, tree.get("per_class"), 0);
        lines.add("");
        lines.add(" Total task ratio");
        lines.add("-".repeat(80));
        add(lines, tree.get("total"), 0);
        lines.add("");
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, JsonNode of, int depth) {
        of.properties()
                .forEach(
                        it -> {
                            var share = it.getValue().get("ratio").asDouble() * 100;
                            lines.add(
                                    String.format(
                                            Locale.ROOT,
                                            " %-10s %-50s",
                                            "  ".repeat(depth)
                                                    + String.format(Locale.ROOT, "%-6.1f", share),
                                            "  ".repeat(depth) + it.getKey()));
                            var below = it.getValue().get("tasks");
                            if (below != null) {
                                add(lines, below, depth + 1);
                            }
                        });
    }
}
