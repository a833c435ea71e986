package io.spate.output.prometheus;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Labels of a series, sorted by name. Names have letters, digits and {@code _}; what else stands in
 * them becomes {@code _}. Values hold anything. Belong to one thread at a time.
 */
final class Labels {
    private static final Pattern ODD = Pattern.compile("[^a-zA-Z0-9_]");

    private final SortedMap<String, String> values = new TreeMap<>();
    private String text = "";

    /** Those of tags; of two names that become the same, the first counts. */
    static Labels of(Map<String, String> tags) {
        var labels = new Labels();
        tags.forEach(
                (name, value) -> {
                    if (!value.isEmpty() && !name.isEmpty()) {
                        labels.values.putIfAbsent(legal(name), value);
                    }
                });
        return labels;
    }

    /** A name as it may be. */
    static String legal(String name) {
        var clean = ODD.matcher(name).replaceAll("_");
        return Character.isDigit(clean.charAt(0)) ? "_" + clean : clean;
    }

    /** The same with one more. */
    Labels with(String name, String value) {
        var more = new Labels();
        more.values.putAll(values);
        more.values.put(name, value);
        return more;
    }

    /** All of them as Prometheus' text format has them, without braces; made once. */
    String text() {
        if (text.isEmpty() && !values.isEmpty()) {
            var all = new StringBuilder();
            values.forEach(
                    (name, value) -> {
                        all.append(all.isEmpty() ? "" : ",").append(name).append("=\"");
                        escaped(all, value);
                        all.append('"');
                    });
            text = all.toString();
        }
        return text;
    }

    private static void escaped(StringBuilder into, String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            switch (at) {
                case '\\' -> into.append("\\\\");
                case '"' -> into.append("\\\"");
                case '\n' -> into.append("\\n");
                default -> into.append(at);
            }
        }
    }

    void forEach(BiConsumer<String, String> each) {
        values.forEach(each);
    }
}
