package io.spate.locust.stats;

/**
 * Exceptions of users' code that are alike.
 *
 * @param count how often
 * @param message of the first one
 * @param trace where, as Python tells it
 */
public record ExceptionEntry(long count, String message, String trace) {
    ExceptionEntry again() {
        return new ExceptionEntry(count + 1, message, trace);
    }
}
