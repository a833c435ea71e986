package io.spate.store;

import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.store.encoding.Names;
import io.spate.store.encoding.SnapshotBytes;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Writes down a run while it goes on: each second in a transaction of its own, so that whatever
 * becomes of the process, all before stays. Belongs to one thread.
 */
public final class RunRecording {
    private final Database database;
    private final Ticker ticker;
    private final String id;
    private final Names names = new Names();
    private final SnapshotBytes bytes = new SnapshotBytes(names);

    /** How many of the names are in the database. */
    private int written;

    RunRecording(Database database, Ticker ticker, String id) {
        this.database = database;
        this.ticker = ticker;
        this.id = id;
    }

    /** The run's id. */
    public String id() {
        return id;
    }

    /**
     * Writes down what a second brought; once, however often it is called for the same one.
     *
     * @throws StoreException where it cannot; it may be called again
     */
    public void second(Snapshot second) {
        var data = bytes.encode(second);
        int known = names.size();
        database.write(open -> write(open, second, data, known));
        written = known;
    }

    private boolean write(Connection open, Snapshot second, byte[] data, int known)
            throws SQLException {
        for (int number = written; number < known; number++) {
            Query.of(
                            "INSERT INTO spate_history_names (run, number, name) VALUES (?, ?, ?)"
                                    + " ON CONFLICT DO NOTHING",
                            id,
                            number,
                            names.get(number).text())
                    .update(open);
        }
        Query.of(
                        "INSERT INTO spate_history_seconds (run, start_nanos, data)"
                                + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        id,
                        second.startNanos(),
                        data)
                .update(open);
        Query.of(
                        "UPDATE spate_history_runs SET seen_at = ?, elapsed_nanos = ?"
                                + " WHERE id = ? AND state IS NULL",
                        ticker.instant().toEpochMilli(),
                        second.endNanos(),
                        id)
                .update(open);
        return true;
    }

    /**
     * Writes down how the run ended.
     *
     * @throws StoreException where it cannot
     */
    public void end(Outcome outcome) {
        database.write(
                open -> {
                    RunRows.end(id, outcome, ticker.instant()).update(open);
                    return Documents.set(id, outcome.document()).update(open);
                });
    }
}
