package io.spate.output.csv;

import io.spate.metrics.Tags;
import java.util.Comparator;

/**
 * What requests are told apart by; in the order of rows.
 *
 * @param name the name their statistics go under
 * @param method such as {@code GET}
 */
record Endpoint(String name, String method) implements Comparable<Endpoint> {
    /** What stands in the row of all endpoints. */
    static final Endpoint AGGREGATED = new Endpoint("Aggregated", "");

    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::name).thenComparing(Endpoint::method);

    static Endpoint of(Tags tags) {
        return new Endpoint(tags.get("name"), tags.get("method"));
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }
}
