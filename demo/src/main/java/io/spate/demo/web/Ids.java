package io.spate.demo.web;

import java.util.Optional;

/** Ids in paths. */
public final class Ids {
    private static final int DIGITS_MAX = 9;

    private Ids() {}

    /** The number from 1 that a path segment writes; empty where it writes anything else. */
    public static Optional<Integer> parse(String segment) {
        if (segment.isEmpty() || segment.length() > DIGITS_MAX) {
            return Optional.empty();
        }
        int id = 0;
        for (int i = 0; i < segment.length(); i++) {
            int digit = segment.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            id = 10 * id + digit;
        }
        return id == 0 ? Optional.empty() : Optional.of(id);
    }
}
