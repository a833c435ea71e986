package io.spate.locust.stats;

/**
 * Exceptions of users' code that are alike.
 *
 * @param count how often
 * @param message of the first one
 * @param trace where, as Python tells it
 */
public record ExceptionEntry(long count, String message, String trace) {
    ExceptionEntry again(long more) {
        return new ExceptionEntry(count + more, message, trace);
    }
}
