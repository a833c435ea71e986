package io.spate.output.prometheus;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Labels of a series, sorted by name. Names have letters, digits and {@code _}; what else stands in
 * them becomes {@code _}. Values hold anything.
 */
final class Labels {
    private static final Pattern ODD = Pattern.compile("[^a-zA-Z0-9_]");

    private final SortedMap<String, String> values = new TreeMap<>();

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

    boolean isEmpty() {
        return values.isEmpty();
    }

    void forEach(BiConsumer<String, String> each) {
        values.forEach(each);
    }
}
