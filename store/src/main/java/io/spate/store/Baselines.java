package io.spate.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Baselines as rows. */
final class Baselines {
    private Baselines() {}

    /** All of them, by name and test. */
    static List<Baseline> all(Connection connection) throws SQLException {
        return Query.of("SELECT name, test, run FROM spate_history_baselines ORDER BY name, test")
                .all(
                        connection,
                        row -> new Baseline(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Takes the place of one of the same name and test. */
    static Query set(Baseline baseline) {
        return Query.of(
                "INSERT INTO spate_history_baselines (name, test, run) VALUES (?, ?, ?)"
                        + " ON CONFLICT (name, test) DO UPDATE SET run = excluded.run",
                baseline.name(),
                baseline.test(),
                baseline.run());
    }

    static Query remove(Baseline baseline) {
        return Query.of(
                "DELETE FROM spate_history_baselines WHERE name = ? AND test = ?",
                baseline.name(),
                baseline.test());
    }
}
