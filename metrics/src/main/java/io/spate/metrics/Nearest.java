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

    /**
     * How many characters were left out, put in, replaced or swapped with their neighbour, without
     * regard to case (the optimal string alignment distance).
     */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cost(cost, one, i, other, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cost(int[][] cost, String one, int i, String other, int j) {
        char last = one.charAt(i - 1);
        char otherLast = other.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (same(last, otherLast) ? 0 : 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && same(last, other.charAt(j - 2))
                        && same(one.charAt(i - 2), otherLast);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
