package io.spate.script.share;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * Numbers that names stand for. Names are mostly literals, so the same object comes again: it is
 * found by identity, without hashing or comparing texts. Belongs to one thread.
 */
public final class NameCache {
    /** The most names it keeps; others are worked out each time. */
    static final int LIMIT = 64;

    private final ToLongFunction<String> number;
    private String[] names = new String[4];
    private long[] numbers = new long[4];
    private int size;

    /** A cache of what a function gives. */
    public NameCache(ToLongFunction<String> number) {
        this.number = number;
    }

    /** The number of a name. */
    @SuppressWarnings({"StringEquality", "ReferenceEquality"}) // misses are compared by value
    public long get(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return numbers[i];
            }
        }
        return find(name);
    }

    private long find(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return numbers[i];
            }
        }
        long found = number.applyAsLong(name);
        if (size < LIMIT) {
            if (size == names.length) {
                names = Arrays.copyOf(names, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            names[size] = name;
            numbers[size++] = found;
        }
        return found;
    }
}
