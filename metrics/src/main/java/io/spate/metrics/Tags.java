package io.spate.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names and values that tell the series of one metric apart, sorted by name. Immutable.
 *
 * <p>Not a record, as it keeps its hash: each second every series is looked up several times, and a
 * sorted map works out its hash anew each time.
 */
public final class Tags {
    /** No tags. */
    public static final Tags NONE = new Tags(Map.of());

    private final SortedMap<String, String> values;
    private final int hash;

    /** Tags of these names and values; those with an empty value are left out. */
    public Tags(Map<String, String> values) {
        SortedMap<String, String> sorted = new TreeMap<>(values);
        sorted.values().removeIf(String::isEmpty);
        this.values = Collections.unmodifiableSortedMap(sorted);
        this.hash = mixed(sorted);
    }

    /**
     * A map's hash is the sum of its entries', which for names that differ in their last digits are
     * neighbours; a table then fills in long runs. So each step is multiplied out of its
     * neighbourhood.
     */
    private static int mixed(SortedMap<String, String> sorted) {
        long mixed = 1;
        for (var tag : sorted.entrySet()) {
            mixed = (mixed ^ tag.getKey().hashCode()) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ tag.getValue().hashCode()) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return (int) mixed;
    }

    /** One tag. */
    public static Tags of(String name, String value) {
        return new Tags(Map.of(name, value));
    }

    /** The tags; never with an empty value. */
    public Map<String, String> values() {
        return values;
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

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Tags that && hash == that.hash && values.equals(that.values));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
