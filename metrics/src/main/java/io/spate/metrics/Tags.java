package io.spate.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names and values that tell the series of one metric apart, sorted by name. Immutable.
 *
 * @param values the tags; never with an empty value
 */
public record Tags(Map<String, String> values) {
    /** No tags. */
    public static final Tags NONE = new Tags(Map.of());

    public Tags {
        SortedMap<String, String> sorted = new TreeMap<>(values);
        sorted.values().removeIf(String::isEmpty);
        values = java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /** One tag. */
    public static Tags of(String name, String value) {
        return new Tags(Map.of(name, value));
    }

    /** These tags and one more, which replaces one of the same name; an empty value removes it. */
    public Tags with(String name, String value) {
        var copy = new TreeMap<>(values);
        copy.put(name, value);
        return new Tags(copy);
    }

    /** These tags and the others, which win. */
    public Tags with(Tags others) {
        var copy = new TreeMap<>(values);
        copy.putAll(others.values);
        return new Tags(copy);
    }

    /** The value of a tag, or an empty text where there is none. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether each of the other tags stands among these with the same value. */
    public boolean contains(Tags others) {
        return values.entrySet().containsAll(others.values.entrySet());
    }
}
