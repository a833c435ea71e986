package io.spate.web.api;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with what was asked for.
 *
 * @param field of the request; null where it is about no single one
 * @param line of the plan, from 1; null where it is not known
 * @param column of the line, from 1; null where it is not known
 */
public record Mistake(
        String message, @Nullable String field, @Nullable Integer line, @Nullable Integer column) {

    /** One without a place. */
    public static Mistake of(String message) {
        return new Mistake(message, null, null, null);
    }

    /** One of a field. */
    public static Mistake of(String field, String message) {
        return new Mistake(message, field, null, null);
    }
}
