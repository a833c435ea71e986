package io.spate.store;

import io.spate.store.encoding.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs as rows. */
final class RunRows {
    /** How long nothing may be heard of a run that goes on. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    private static final String INSERT =
            """
            INSERT INTO spate_history_runs (
              id, test, plan_key, plan, source, target, environment, started_at, seen_at, tags,
              version, host, cores, memory, cpu, os, java, commit_hash, branch, dirty,
              process, elapsed_nanos, measured_from_nanos, notes
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String END =
            """
            UPDATE spate_history_runs SET started_at = ?, seen_at = ?, state = ?,
              elapsed_nanos = ?, measured_from_nanos = ?, passed = ?, requests = ?, failures = ?,
              requests_per_second = ?, p50_ms = ?, p95_ms = ?, p99_ms = ? WHERE id = ?
            """;

    private RunRows() {}

    /** A new run; nothing where it is there already. */
    static Query insert(String id, RunFacts facts, Instant now) {
        var machine = facts.machine();
        @Nullable Commit commit = facts.commit().orElse(null);
        return Query.of(
                INSERT,
                id,
                facts.plan().name(),
                facts.plan().key(),
                facts.plan().description(),
                facts.source(),
                facts.target(),
                facts.environment(),
                facts.startedAt().toEpochMilli(),
                now.toEpochMilli(),
                tags(facts.tags()),
                facts.version(),
                machine.host(),
                machine.cores(),
                machine.memoryBytes(),
                machine.cpu(),
                machine.os(),
                machine.java(),
                commit == null ? null : commit.hash(),
                commit == null ? null : commit.branch(),
                commit == null ? null : commit.dirty(),
                ProcessMark.own());
    }

    /** How a run ended. */
    static Query end(String id, Outcome outcome, Instant now) {
        var figures = outcome.figures();
        return Query.of(
                END,
                outcome.startedAt().toEpochMilli(),
                now.toEpochMilli(),
                outcome.state().name(),
                outcome.elapsed().toNanos(),
                outcome.measuredFrom().toNanos(),
                outcome.passed(),
                figures.requests(),
                figures.failures(),
                number(figures.requestsPerSecond()),
                number(figures.p50Millis()),
                number(figures.p95Millis()),
                number(figures.p99Millis()),
                id);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** The page of those that a filter lets through. */
    static RunPage page(Connection connection, RunFilter filter, Instant now) throws SQLException {
        var where = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        equal(where, values, "test", filter.test());
        equal(where, values, "plan_key", filter.planKey());
        equal(where, values, "environment", filter.environment());
        filter.text()
                .ifPresent(
                        it -> {
                            where.add(
                                    "(lower(test || ' ' || target || ' ' || source || ' ' || notes"
                                            + " || ' ' || coalesce(branch, '')) LIKE ? ESCAPE '!'"
                                            + " OR id LIKE ? ESCAPE '!')");
                            var part = literal(it.toLowerCase(Locale.ROOT));
                            values.add("%" + part + "%");
                            values.add(part + "%");
                        });
        filter.since()
                .ifPresent(
                        it -> {
                            where.add("started_at >= ?");
                            values.add(it.toEpochMilli());
                        });
        var condition = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        var total =
                new Query(
                                "SELECT count(*) FROM spate_history_runs" + condition,
                                List.copyOf(values))
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L);
        values.add(filter.limit());
        values.add(filter.offset());
        return new RunPage(total, select(connection, condition + newest(), values, now));
    }

    /** What stands in a column, without what is empty. */
    static List<String> distinct(Connection connection, String column, int max)
            throws SQLException {
        var query =
                "SELECT DISTINCT %1$s FROM spate_history_runs WHERE %1$s <> '' LIMIT ?"
                        .formatted(column);
        // Databases order texts each in their own way.
        return Query.of(query, max).all(connection, row -> row.getString(1)).stream()
                .sorted()
                .toList();
    }

    private static void equal(
            List<String> where,
            List<@Nullable Object> values,
            String column,
            Optional<String> value) {
        value.ifPresent(
                it -> {
                    where.add(column + " = ?");
                    values.add(it);
                });
    }

    private static String newest() {
        return " ORDER BY started_at DESC, id DESC LIMIT ? OFFSET ?";
    }

    /** Those whose ids begin in some way; at most so many. */
    static List<StoredRun> beginning(Connection connection, String prefix, int max, Instant now)
            throws SQLException {
        return select(
                connection,
                " WHERE id LIKE ? ESCAPE '!'" + newest(),
                List.of(literal(prefix) + "%", max, 0),
                now);
    }

    /** That of an id. */
    static Optional<StoredRun> of(Connection connection, String id, Instant now)
            throws SQLException {
        return select(connection, " WHERE id = ?", List.of(id), now).stream().findFirst();
    }

    /** All of them, the newest first, at most so many. */
    static List<StoredRun> newest(Connection connection, int from, int max, Instant now)
            throws SQLException {
        return select(connection, newest(), List.of(max, from), now);
    }

    private static List<StoredRun> select(
            Connection connection,
            String rest,
            List<? extends @Nullable Object> values,
            Instant now)
            throws SQLException {
        var baselines = new TreeMap<String, List<String>>();
        for (var baseline : Baselines.all(connection)) {
            baselines.computeIfAbsent(baseline.run(), _ -> new ArrayList<>()).add(baseline.name());
        }
        return new Query(
                        "SELECT * FROM spate_history_runs" + rest,
                        Collections.unmodifiableList(values))
                .all(connection, row -> run(row, baselines, now));
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static StoredRun run(ResultSet row, Map<String, List<String>> baselines, Instant now)
            throws SQLException {
        var id = row.getString("id");
        var state = row.getString("state");
        boolean passed = row.getBoolean("passed");
        boolean judged = !row.wasNull();
        return new StoredRun(
                id,
                facts(row),
                state == null ? open(row, now) : RunState.valueOf(state),
                Duration.ofNanos(row.getLong("elapsed_nanos")),
                Duration.ofNanos(row.getLong("measured_from_nanos")),
                judged ? Optional.of(passed) : Optional.empty(),
                figures(row),
                row.getString("notes"),
                baselines.getOrDefault(id, List.of()));
    }

    /** Of a run whose end nobody has written down. */
    private static RunState open(ResultSet row, Instant now) throws SQLException {
        var seenAt = Instant.ofEpochMilli(row.getLong("seen_at"));
        boolean silent = !seenAt.plus(SILENCE_MAX).isAfter(now);
        var process = row.getString("process");
        boolean gone = process != null && ProcessMark.isGone(process);
        return silent || gone ? RunState.KILLED : RunState.RUNNING;
    }

    private static RunFacts facts(ResultSet row) throws SQLException {
        boolean dirty = row.getBoolean("dirty");
        var hash = row.getString("commit_hash");
        return new RunFacts(
                new PlanFacts(
                        row.getString("test"), row.getString("plan"), row.getString("plan_key")),
                row.getString("source"),
                row.getString("target"),
                row.getString("environment"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                tags(row.getString("tags")),
                row.getString("version"),
                new Machine(
                        row.getString("host"),
                        row.getInt("cores"),
                        row.getLong("memory"),
                        row.getString("cpu"),
                        row.getString("os"),
                        row.getString("java")),
                hash == null
                        ? Optional.empty()
                        : Optional.of(new Commit(hash, row.getString("branch"), dirty)));
    }

    private static Optional<Figures> figures(ResultSet row) throws SQLException {
        long requests = row.getLong("requests");
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(
                new Figures(
                        requests,
                        row.getLong("failures"),
                        number(row, "requests_per_second"),
                        number(row, "p50_ms"),
                        number(row, "p95_ms"),
                        number(row, "p99_ms")));
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static String tags(Map<String, String> tags) {
        return Name.JSON.writeValueAsString(tags);
    }

    private static Map<String, String> tags(String text) {
        var tags = new TreeMap<String, String>();
        Name.JSON
                .readTree(text)
                .properties()
                .forEach(it -> tags.put(it.getKey(), it.getValue().asString("")));
        return tags;
    }
}
