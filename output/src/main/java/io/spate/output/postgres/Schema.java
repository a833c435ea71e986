package io.spate.output.postgres;

import io.spate.output.delivery.SendException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The tables, and how those of an earlier version become those of this one. A version is never
 * changed: a new one is a step more.
 */
final class Schema {
    /** Runs that begin together make tables one after the other. */
    private static final long LOCK = 0x7370617465L;

    private static final String FIRST =
            """
            CREATE TABLE spate_runs (
              run integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              key uuid NOT NULL UNIQUE,
              test text NOT NULL,
              started_at timestamptz NOT NULL,
              ended_at timestamptz,
              ending text,
              passed boolean
            );
            CREATE TABLE spate_thresholds (
              run integer NOT NULL REFERENCES spate_runs ON DELETE CASCADE,
              place integer NOT NULL,
              metric text NOT NULL,
              expression text NOT NULL,
              value double precision,
              outcome text NOT NULL,
              PRIMARY KEY (run, place)
            );
            CREATE TABLE spate_series (
              run integer NOT NULL REFERENCES spate_runs ON DELETE CASCADE,
              series integer NOT NULL,
              metric text NOT NULL,
              type text NOT NULL,
              tags jsonb NOT NULL,
              PRIMARY KEY (run, series)
            );
            CREATE TABLE spate_points (
              run integer NOT NULL,
              series integer NOT NULL,
              time timestamptz NOT NULL,
              seconds double precision NOT NULL,
              count bigint,
              hits bigint,
              value double precision,
              min double precision,
              max double precision,
              sum double precision,
              p50 double precision,
              p90 double precision,
              p95 double precision,
              p99 double precision,
              p99_9 double precision,
              bounds double precision[],
              counts bigint[],
              PRIMARY KEY (run, series, time)
            );
            CREATE VIEW spate_values AS
              SELECT r.test, r.started_at, s.metric, s.type, s.tags, p.*
              FROM spate_points p
              JOIN spate_series s USING (run, series)
              JOIN spate_runs r USING (run);
            DO $$
            DECLARE home text;
            BEGIN
              SELECT quote_ident(n.nspname) INTO home
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE p.proname = 'create_hypertable' LIMIT 1;
              IF home IS NOT NULL THEN
                EXECUTE format('SELECT %s.create_hypertable(''spate_points'', ''time'')', home);
              END IF;
            END $$;
            """;

    /** What makes each version of the one before. */
    private static final List<String> STEPS = List.of(FIRST);

    private Schema() {}

    /** Makes the tables what they are in this version. */
    static void prepare(Connection connection, Optional<String> schema)
            throws SQLException, SendException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (schema.isPresent()) {
                make(connection, schema.get());
            }
            int version = version(connection);
            if (version > STEPS.size()) {
                throw SendException.lasting(
                        ("has tables of version %d, which a newer Spate made; this one knows"
                                        + " version %d: use that one, or name another schema:"
                                        + " ?schema=NAME")
                                .formatted(version, STEPS.size()));
            }
            for (var step : STEPS.subList(version, STEPS.size())) {
                statement.execute(step);
            }
            if (version == 0) {
                statement.execute("CREATE TABLE spate_schema (version integer NOT NULL)");
                statement.execute("INSERT INTO spate_schema VALUES (" + STEPS.size() + ")");
            } else if (version < STEPS.size()) {
                statement.execute("UPDATE spate_schema SET version = " + STEPS.size());
            }
        }
    }

    /** A schema that is there needs no right to make one. */
    private static void make(Connection connection, String schema) throws SQLException {
        boolean missing = number(connection, "SELECT count(to_regnamespace('%s'))", schema) == 0;
        if (missing) {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + schema);
            }
        }
    }

    /** 0 where there are no tables. */
    private static int version(Connection connection) throws SQLException {
        boolean missing =
                number(connection, "SELECT count(to_regclass('%s'))", "spate_schema") == 0;
        return missing ? 0 : number(connection, "SELECT max(version) FROM %s", "spate_schema");
    }

    private static int number(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query.formatted(name))) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
