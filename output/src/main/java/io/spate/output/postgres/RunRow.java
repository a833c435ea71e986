package io.spate.output.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A run as a row of its own.
 *
 * @param key by which it is found again where it is not known whether it was written
 * @param test what the test is called
 */
record RunRow(UUID key, String test, Instant startedAt) {
    RunRow(String test, Instant startedAt) {
        this(UUID.randomUUID(), test, startedAt);
    }

    /** Writes it where it is not there; the number by which the database knows it. */
    int write(Connection connection) throws SQLException {
        var insert =
                "INSERT INTO spate_runs (key, test, started_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (key) DO NOTHING";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setObject(1, key);
            statement.setString(2, Rows.clean(test));
            statement.setObject(3, startedAt.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        try (var statement =
                connection.prepareStatement("SELECT run FROM spate_runs WHERE key = ?")) {
            statement.setObject(1, key);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("the row of this run is not there");
                }
                return rows.getInt(1);
            }
        }
    }
}
