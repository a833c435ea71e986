package io.spate.wrk;

/**
 * What went wrong, counted.
 *
 * @param connect connections that could not be opened
 * @param read responses that broke off or were none
 * @param write requests that could not be sent
 * @param status responses with a status over 399
 * @param timeout responses that took longer than the timeout, or are still missing after it
 */
public record Errors(long connect, long read, long write, long status, long timeout) {
    /** Nothing went wrong. */
    public static final Errors NONE = new Errors(0, 0, 0, 0, 0);

    Errors plus(Errors other) {
        return new Errors(
                connect + other.connect,
                read + other.read,
                write + other.write,
                status + other.status,
                timeout + other.timeout);
    }

    boolean ofSockets() {
        return connect + read + write + timeout > 0;
    }
}
