package io.spate.k6.api.http;

import io.spate.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/**
 * The statuses that count as expected.
 *
 * @param ranges each with its ends
 */
public record Statuses(List<Range> ranges) {
    /** Whatever comes. */
    static final Statuses ANY = new Statuses(List.of(new Range(0, Integer.MAX_VALUE)));

    public Statuses {
        ranges = List.copyOf(ranges);
    }

    /** From one status to another, both included. */
    record Range(int from, int to) {}

    /** Why a response is not expected; empty where it is. */
    Optional<String> judge(HttpResponse response) {
        int status = response.status();
        return ranges.stream().anyMatch(it -> it.from <= status && status <= it.to)
                ? Optional.empty()
                : Optional.of("status " + status);
    }
}
