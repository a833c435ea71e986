package io.spate.wrk.script;

import java.util.Map;

/**
 * What {@code done} is told first.
 *
 * @param errors by kind
 */
public record Summary(long durationMicros, long requests, long bytes, Map<String, Long> errors) {
    public Summary {
        errors = Map.copyOf(errors);
    }
}
