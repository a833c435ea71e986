package io.spate.metrics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody who mistyped a name meant, for messages. */
public final class Nearest {
    private Nearest() {}

    /** {@code ; did you mean "users"?}, or nothing where no name is near. */
    public static String hint(String typed, Collection<String> names) {
        return find(typed, names).map("; did you mean \"%s\"?"::formatted).orElse("");
    }

    private static Optional<String> find(String typed, Collection<String> names) {
        int tolerance = Math.max(1, typed.length() / 3);
        return names.stream()
                .filter(name -> distance(typed, name) <= tolerance)
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** Levenshtein's distance, without regard to case. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int cost = same(one.charAt(i - 1), other.charAt(j - 1)) ? 0 : 1;
                int best = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[other.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
