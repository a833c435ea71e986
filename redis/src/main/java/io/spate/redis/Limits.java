package io.spate.redis;

import java.time.Duration;

/**
 * How long and how often one tries.
 *
 * @param dial how long connecting may take
 * @param reply how long a reply may take
 * @param idle how long a command waits for a connection while all are in use
 * @param connectionsMax how many a user has to a server at most
 * @param retriesMax how often a command is sent again after a failure that may pass
 * @param pauseMin how long the first pause before that is
 * @param pauseMax how long a pause is at most
 */
public record Limits(
        Duration dial,
        Duration reply,
        Duration idle,
        int connectionsMax,
        int retriesMax,
        Duration pauseMin,
        Duration pauseMax) {
    public Limits {
        if (connectionsMax < 1 || retriesMax < 0) {
            throw new IllegalArgumentException("at least one connection, and no retries below 0");
        }
    }
}
