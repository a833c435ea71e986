package io.spate.k6.vu;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Data that all users share, as JSON texts by name: each user makes objects of its own of what it
 * reads, and of no more. For any thread.
 */
public final class SharedArrays {
    private static final int LIMIT = 1_000;

    private final Map<String, List<String>> arrays = new ConcurrentHashMap<>();

    /** The elements of an array, made by the first who asks. */
    public List<String> get(String name, Supplier<List<String>> make) {
        var known = arrays.get(name);
        if (known != null) {
            return known;
        }
        if (arrays.size() >= LIMIT) {
            throw new IllegalArgumentException(
                    "a script may have %d shared arrays".formatted(LIMIT));
        }
        var made = List.copyOf(make.get());
        var first = arrays.putIfAbsent(name, made);
        return first == null ? made : first;
    }
}
