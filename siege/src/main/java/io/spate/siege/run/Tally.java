package io.spate.siege.run;

import io.spate.siege.text.Figures;
import java.time.Duration;

/** What the users of one loop have counted. Belongs to its loop while the siege goes on. */
final class Tally {
    private static final double NANOS = 1e9;

    private long transactions;
    private long successful;
    private long ok;
    private long bytes;
    private long busyNanos;
    private long longestNanos;
    private long shortestNanos = Long.MAX_VALUE;

    /** Takes an answer, whether or not it becomes a transaction. */
    void answer(int status, long bodyBytes, long nanos) {
        bytes += bodyBytes;
        busyNanos += nanos;
        successful += status < 400 || status == 401 || status == 407 ? 1 : 0;
        ok += status == 200 ? 1 : 0;
        longestNanos = Math.max(longestNanos, nanos);
        shortestNanos = Math.min(shortestNanos, nanos);
    }

    void transaction() {
        transactions++;
    }

    /** Adds what another loop has counted. */
    void add(Tally other) {
        transactions += other.transactions;
        successful += other.successful;
        ok += other.ok;
        bytes += other.bytes;
        busyNanos += other.busyNanos;
        longestNanos = Math.max(longestNanos, other.longestNanos);
        shortestNanos = Math.min(shortestNanos, other.shortestNanos);
    }

    Figures figures(long failed, Duration elapsed) {
        return new Figures(
                transactions,
                successful,
                ok,
                failed,
                bytes,
                busyNanos / NANOS,
                elapsed.toNanos() / NANOS,
                longestNanos / NANOS,
                successful == 0 ? 0 : shortestNanos / NANOS);
    }
}
