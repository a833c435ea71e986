package io.spate.store;

import io.spate.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, the same in every database, and how those of an earlier version become those of this
 * one. A version is never changed: a new one is a step more.
 *
 * @param steps what makes each version of the one before
 */
record Schema(List<List<String>> steps) {
    /** Runs that begin together make tables one after the other. */
    private static final long LOCK = 0x7370617466L;

    private static final String RUNS =
            """
            CREATE TABLE spate_history_runs (
              id text PRIMARY KEY,
              test text NOT NULL,
              plan_key text NOT NULL,
              plan text NOT NULL,
              source text NOT NULL,
              target text NOT NULL,
              environment text NOT NULL,
              started_at bigint NOT NULL,
              seen_at bigint NOT NULL,
              tags text NOT NULL,
              version text NOT NULL,
              host text NOT NULL,
              cores integer NOT NULL,
              memory bigint NOT NULL,
              cpu text NOT NULL,
              os text NOT NULL,
              java text NOT NULL,
              commit_hash text,
              branch text,
              dirty boolean,
              state text,
              elapsed_nanos bigint NOT NULL,
              measured_from_nanos bigint NOT NULL,
              passed boolean,
              requests bigint,
              failures bigint,
              requests_per_second double precision,
              p50_ms double precision,
              p95_ms double precision,
              p99_ms double precision,
              notes text NOT NULL
            )
            """;

    private static final List<String> FIRST =
            List.of(
                    RUNS,
                    "CREATE INDEX spate_history_by_time ON spate_history_runs (started_at)",
                    "CREATE INDEX spate_history_by_test ON spate_history_runs (test, started_at)",
                    """
                    CREATE TABLE spate_history_documents (
                      run text PRIMARY KEY,
                      document BYTES NOT NULL
                    )
                    """,
                    """
                    CREATE TABLE spate_history_names (
                      run text NOT NULL,
                      number integer NOT NULL,
                      name text NOT NULL,
                      PRIMARY KEY (run, number)
                    )
                    """,
                    """
                    CREATE TABLE spate_history_seconds (
                      run text NOT NULL,
                      start_nanos bigint NOT NULL,
                      data BYTES NOT NULL,
                      PRIMARY KEY (run, start_nanos)
                    )
                    """,
                    """
                    CREATE TABLE spate_history_baselines (
                      name text NOT NULL,
                      test text NOT NULL,
                      run text NOT NULL,
                      PRIMARY KEY (name, test)
                    )
                    """);

    /** By which process a run is written, so that one that was killed is known at once. */
    private static final List<String> PROCESSES =
            List.of("ALTER TABLE spate_history_runs ADD COLUMN process text");

    /** That of this version. */
    static final Schema CURRENT = new Schema(List.of(FIRST, PROCESSES));

    /** Makes the tables what they are in this version. */
    void prepare(Connection connection, StoreLocation location) throws SQLException {
        int found = version(connection, location);
        if (found == steps.size()) {
            return;
        }
        if (location instanceof StoreLocation.File && found == 0) {
            // Space that pruned runs leave goes back to the disk; to be said before any table.
            Database.execute(connection, "PRAGMA auto_vacuum = INCREMENTAL");
        }
        connection.setAutoCommit(false);
        if (location instanceof StoreLocation.Server server) {
            Database.execute(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (server.schema().isPresent()) {
                make(connection, server.schema().get());
            }
        }
        int version = version(connection, location);
        if (version > steps.size()) {
            throw new StoreException(
                    Kind.LASTING,
                    ("the history %s has version %d, which a newer Spate made; this one knows"
                                    + " version %d. Use that one, or name another place: --store")
                            .formatted(location.shown(), version, steps.size()));
        }
        for (var step : steps.subList(version, steps.size())) {
            for (var statement : step) {
                Database.execute(connection, statement.replace("BYTES", bytes(location)));
            }
        }
        if (version == 0) {
            Database.execute(
                    connection, "CREATE TABLE spate_history_version (version integer NOT NULL)");
            Database.execute(
                    connection, "INSERT INTO spate_history_version VALUES (" + steps.size() + ")");
        } else if (version < steps.size()) {
            Database.execute(
                    connection, "UPDATE spate_history_version SET version = " + steps.size());
        }
        Database.commit(connection);
    }

    private static String bytes(StoreLocation location) {
        return switch (location) {
            case StoreLocation.File _ -> "blob";
            case StoreLocation.Server _ -> "bytea";
        };
    }

    /** A schema that is there needs no right to make one. */
    private static void make(Connection connection, String schema) throws SQLException {
        if (number(connection, "SELECT count(to_regnamespace('%s'))".formatted(schema)) == 0) {
            Database.execute(connection, "CREATE SCHEMA " + schema);
        }
    }

    /** 0 where there are no tables. */
    private static int version(Connection connection, StoreLocation location) throws SQLException {
        var tables =
                switch (location) {
                    case StoreLocation.File _ -> "SELECT count(*) FROM sqlite_master";
                    case StoreLocation.Server _ ->
                            "SELECT count(to_regclass('spate_history_version'))";
                };
        var ours =
                switch (location) {
                    case StoreLocation.File _ -> tables + " WHERE name = 'spate_history_version'";
                    case StoreLocation.Server _ -> tables;
                };
        if (number(connection, ours) > 0) {
            return number(connection, "SELECT max(version) FROM spate_history_version");
        }
        if (number(connection, tables) > 0) {
            throw new StoreException(
                    Kind.LASTING,
                    "%s is a database of something else. Name another place for the history: --store"
                            .formatted(location.shown()));
        }
        return 0;
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
