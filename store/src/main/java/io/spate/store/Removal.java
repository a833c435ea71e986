package io.spate.store;

import io.spate.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes runs out of the history. */
final class Removal {
    private static final List<String> PARTS =
            List.of("spate_history_seconds", "spate_history_names", "spate_history_documents");

    private final Connection connection;

    Removal(Connection connection) {
        this.connection = connection;
    }

    /** Removes one; returns whether it was there. */
    boolean remove(StoredRun run) throws SQLException {
        var baselines =
                Query.of("SELECT name FROM spate_history_baselines WHERE run = ?", run.id())
                        .all(connection, row -> row.getString(1));
        if (!baselines.isEmpty()) {
            throw new StoreException(
                    Kind.REFUSED,
                    "the run %s is the baseline '%s' of '%s', and stays: spate baseline remove %s"
                            .formatted(
                                    run.id(),
                                    baselines.getFirst(),
                                    run.facts().plan().name(),
                                    baselines.getFirst()));
        }
        for (var table : PARTS) {
            Query.of("DELETE FROM " + table + " WHERE run = ?", run.id()).update(connection);
        }
        return Query.of("DELETE FROM spate_history_runs WHERE id = ?", run.id()).update(connection)
                > 0;
    }

    List<StoredRun> prune(OptionalInt keep, Optional<Duration> age, Instant now)
            throws SQLException {
        var removed = new ArrayList<StoredRun>();
        var old = age.map(now::minus);
        for (var run : RunRows.newest(connection, keep.orElse(0), Integer.MAX_VALUE, now)) {
            boolean isOld = old.map(it -> run.facts().startedAt().isBefore(it)).orElse(true);
            if (isOld && run.state() != RunState.RUNNING && run.baselines().isEmpty()) {
                remove(run);
                removed.add(run);
            }
        }
        return removed;
    }

    /** Gives room that nothing is in any more back to the disk; servers do that by themselves. */
    static boolean giveBack(Connection connection) throws SQLException {
        if (connection.getMetaData().getURL().startsWith("jdbc:sqlite")) {
            try (var statement = connection.createStatement()) {
                // Where execute takes the first step, which frees a page, this takes all.
                statement.executeUpdate("PRAGMA incremental_vacuum");
            }
        }
        return true;
    }
}
