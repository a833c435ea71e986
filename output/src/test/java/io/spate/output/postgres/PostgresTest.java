package io.spate.output.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.output.registry.OutputRegistry;
import io.spate.output.testkit.FakeRun;
import io.spate.output.testkit.Postgres;
import io.spate.output.testkit.RealServer;
import io.spate.output.type.WrongOutputException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against PostgreSQL itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {
    private static final String ODD = "/a,b\tc=d \"quoted\" \\ 'x' ; -- ünï 🚀\n\u0001";

    /** For a run whose points do not arrive. */
    private static final Duration BRIEFLY = Duration.ofSeconds(1);

    private Postgres server;

    @BeforeAll
    void start() throws Exception {
        server = Postgres.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    /** A run that writes to a schema of its own. */
    private FakeRun run(String schema) {
        return run(Duration.ofSeconds(30), schema);
    }

    private FakeRun run(Duration drain, String schema) {
        return new FakeRun(
                drain,
                Map.of("PGPASSWORD", Postgres.PASSWORD, "PGUSER", "postgres"),
                "postgres=postgresql://127.0.0.1:%d/postgres?schema=%s"
                        .formatted(server.port(), schema));
    }

    private String number(String schema, String query) throws SQLException {
        return server.query(query.replace("FROM ", "FROM " + schema + "."));
    }

    @Test
    void hasTheRunsOwnNumbers() throws Exception {
        var run = run("numbers");
        for (int i = 0; i < 1_000; i++) {
            run.request(i % 2 == 0 ? "/users" : ODD, 200, 1_000_000 + i * 10_000L);
        }
        run.record(Metric.counter("mine"), Tags.NONE, 3).second(3);
        for (int i = 0; i < 10; i++) {
            run.request("/users", 503, 50_000_000);
        }
        var delivered = run.second(5).end();

        assertThat(run.messages()).isEmpty();
        assertThat(delivered.getFirst().lost()).isZero();
        assertThat(delivered.getFirst().sent())
                .isEqualTo(
                        1 + Long.parseLong(number("numbers", "SELECT count(*) FROM spate_points")));
        assertThat(value("sum(count)", "http_reqs")).isEqualTo(1_010);
        assertThat(value("sum(hits)", "http_req_failed")).isEqualTo(10);
        assertThat(value("sum(count)", "http_req_failed")).isEqualTo(1_010);
        assertThat(value("sum(value)", "mine")).isEqualTo(3);
        assertThat(value("max(value)", "vus")).isEqualTo(5);
        assertThat(value("sum(seconds)", "vus")).isEqualTo(2);
        var histogram =
                ((Aggregate.Distribution)
                                run.total().find(BuiltinMetrics.HTTP_REQ_DURATION).orElseThrow())
                        .histogram();
        assertThat(value("sum(sum)", "http_req_duration")).isEqualTo(histogram.sum() / 1e6);
        assertThat(value("max(max)", "http_req_duration")).isEqualTo(50);
        // The true percentiles over all seconds and endpoints.
        for (double percentile : new double[] {50, 95, 99}) {
            assertThat(Double.parseDouble(server.query(percentile(percentile / 100))))
                    .isEqualTo(histogram.percentile(percentile) / 1e6);
        }
        assertThat(number("numbers", "SELECT ending || ' ' || passed FROM spate_runs"))
                .isEqualTo("completed true");
        assertThat(
                        number(
                                "numbers",
                                "SELECT tags->>'name' FROM spate_values WHERE metric = 'http_reqs'"
                                        + " AND count = 500 AND tags->>'name' <> '/users'"))
                .isEqualTo(ODD);
    }

    private double value(String figure, String metric) throws SQLException {
        return Double.parseDouble(
                number(
                        "numbers",
                        "SELECT %s FROM spate_values WHERE metric = '%s'"
                                .formatted(figure, metric)));
    }

    private static String percentile(double share) {
        return """
        SELECT least(min(bound) FILTER (WHERE upto >= %s * whole), max(top)) FROM (
          SELECT bound, sum(n) OVER (ORDER BY bound) AS upto, sum(n) OVER () AS whole,
            max(max) OVER () AS top
          FROM numbers.spate_values, unnest(bounds, counts) AS b(bound, n)
          WHERE metric = 'http_req_duration') AS x
        """
                .formatted(share);
    }

    @Test
    void aSecondRunFindsTheTablesAndHasItsOwnNumber() throws Exception {
        run("twice").request("/users", 200, 1_000_000).second(1).end();
        run("twice").request("/users", 200, 1_000_000).second(1).end();

        assertThat(number("twice", "SELECT count(*) FROM spate_runs")).isEqualTo("2");
        assertThat(number("twice", "SELECT max(version) FROM spate_schema")).isEqualTo("1");
        assertThat(
                        server.rows(
                                "SELECT run, sum(count) FROM twice.spate_values"
                                        + " WHERE metric = 'http_reqs' GROUP BY run ORDER BY run"))
                .containsExactly(List.of("1", "1"), List.of("2", "1"));
    }

    @Test
    void leavesTablesOfANewerVersionAlone() throws Exception {
        run("newer").second(1).end();
        server.execute("UPDATE newer.spate_schema SET version = 9");
        var run = run(BRIEFLY, "newer").request("/users", 200, 1_000_000).second(1);
        var delivered = run.end();

        assertThat(delivered.getFirst().lost()).isPositive();
        assertThat(run.messages())
                .anyMatch(it -> it.contains("has tables of version 9, which a newer Spate made"))
                .anyMatch(it -> it.contains("points were lost"));
    }

    @Test
    void tablesOfOthersStayAsTheyAre() throws Exception {
        server.execute("CREATE SCHEMA others; CREATE TABLE others.spate_runs (mine text)");
        var run = run(BRIEFLY, "others").request("/users", 200, 1_000_000).second(1);
        run.end();

        assertThat(run.messages()).anyMatch(it -> it.contains("\"spate_runs\" already exists"));
        assertThat(server.query("SELECT count(*) FROM others.spate_runs")).isEqualTo("0");
    }

    /** TimescaleDB is not to be had here; its function stands in. */
    @Test
    void aHypertableWhereThereIsTimescale() throws Exception {
        server.execute(
                """
                CREATE SCHEMA "time scale";
                CREATE TABLE "time scale".calls (what text);
                CREATE FUNCTION "time scale".create_hypertable(t regclass, c name) RETURNS void
                  AS 'INSERT INTO "time scale".calls VALUES (t::text || '' '' || c)' LANGUAGE sql;
                """);
        var run = run("hyper").request("/users", 200, 1_000_000).second(1);
        run.end();
        server.execute("DROP FUNCTION \"time scale\".create_hypertable");

        assertThat(run.messages()).isEmpty();
        assertThat(server.query("SELECT string_agg(what, ',') FROM \"time scale\".calls"))
                .contains("spate_points time");
    }

    @Test
    void withoutHistogramsWhereTheyAreNotWanted() throws Exception {
        run("figures&histograms=false").request("/users", 200, 7_000_000).second(1).end();

        assertThat(
                        server.rows(
                                "SELECT p95, bounds FROM figures.spate_values"
                                        + " WHERE metric = 'http_req_duration'"))
                .containsExactly(List.of("7", "null"));
    }

    @Test
    void fiveThousandEndpoints() throws Exception {
        var run = run("wide");
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 5_000; i++) {
                run.request("/endpoint/" + i, 200, 1_000_000 + i * 1_000L);
            }
            run.second(5);
        }
        var delivered = run.end();

        assertThat(run.messages()).isEmpty();
        assertThat(delivered.getFirst().lost()).isZero();
        assertThat(number("wide", "SELECT sum(count) FROM spate_values WHERE metric = 'http_reqs'"))
                .isEqualTo("15000");
        assertThat(
                        number(
                                "wide",
                                "SELECT count(DISTINCT tags->>'name') FROM spate_series"
                                        + " WHERE metric = 'http_req_duration'"))
                .isEqualTo("5000");
    }

    @Test
    void whatIsMeasuredWhileItIsAwayArrivesWhenItIsBack() throws Exception {
        try (var own = Postgres.start()) {
            var run =
                    new FakeRun(
                            Duration.ofSeconds(20),
                            Map.of("SPATE_POSTGRES_PASSWORD", Postgres.PASSWORD),
                            "timescaledb=postgresql://postgres@127.0.0.1:%d/postgres"
                                    .formatted(own.port()));
            run.request("/users", 200, 1_000_000).second(1);
            await(own, "1");
            own.kill();
            run.request("/users", 200, 1_000_000).request("/new", 200, 1_000_000).second(1);
            run.request("/users", 200, 1_000_000).second(1);
            for (int i = 0; i < 200 && run.messages().isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            own.restart();
            var delivered = run.request("/users", 200, 1_000_000).second(1).end();

            assertThat(delivered.getFirst().lost()).isZero();
            assertThat(own.query(REQUESTS)).isEqualTo("5");
            assertThat(own.query("SELECT count(*) FROM spate_runs")).isEqualTo("1");
            assertThat(run.messages())
                    .hasSize(2)
                    .anyMatch(it -> it.contains("waits and is sent again"))
                    .anyMatch(it -> it.endsWith("works again"));
        }
    }

    private static final String REQUESTS =
            "SELECT sum(count) FROM spate_values WHERE metric = 'http_reqs'";

    private static void await(Postgres server, String requests) throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                if (server.query(REQUESTS).equals(requests)) {
                    return;
                }
            } catch (SQLException _) {
                // The tables are not there yet.
            }
            assertThat(i).isLessThan(200);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void saysThatThePasswordIsWrongWithoutTellingIt() {
        var run =
                new FakeRun(
                        BRIEFLY,
                        Map.of(),
                        "postgres=postgresql://postgres:not-the-secret@127.0.0.1:%d/postgres"
                                .formatted(server.port()));
        var delivered = run.request("/users", 200, 1_000_000).second(1).end();

        assertThat(delivered.getFirst().lost()).isPositive();
        assertThat(run.messages())
                .anyMatch(it -> it.contains("password authentication failed"))
                .noneMatch(it -> it.contains("not-the-secret"));
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        var run =
                new FakeRun(
                        BRIEFLY,
                        Map.of("PGPASSWORD", Postgres.PASSWORD),
                        "postgres=postgresql://postgres@127.0.0.1:%d/nowhere"
                                .formatted(server.port()));
        run.request("/users", 200, 1_000_000).second(1).end();

        assertThat(run.messages())
                .anyMatch(it -> it.contains("database \"nowhere\" does not exist"));
    }

    @Test
    void tellsThatNothingListens() throws Exception {
        var run =
                new FakeRun(
                        BRIEFLY,
                        Map.of(),
                        "postgres=postgresql://me:secret@127.0.0.1:%d/db"
                                .formatted(RealServer.freePort()));
        run.request("/users", 200, 1_000_000).second(1).end();

        assertThat(run.messages())
                .anyMatch(it -> it.contains("refused"))
                .noneMatch(it -> it.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "postgres=http://h/db",
                "postgres=postgresql://h/",
                "postgres=postgresql://h/db/x",
                "postgres=postgresql://h/db?ssl=yes",
                "postgres=postgresql://h/db?sslmode=always",
                "postgres=postgresql://h/db?schema=My-Schema",
                "postgres=postgresql://h/db?histograms=some"
            })
    void refusesWhatCannotBe(String text) {
        assertThatThrownBy(() -> OutputRegistry.plan(text, Map.of()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageStartingWith("--out postgres");
    }

    @Test
    void showsNoSecrets() {
        var plan =
                OutputRegistry.plan(
                        "timescaledb=postgresql://me:secret@h/db", Map.of("PGPASSWORD", "secret"));
        assertThat(plan.toString() + plan.shown()).doesNotContain("secret");
        assertThat(plan.shown()).isEqualTo("postgres (h:5432/db)");
    }
}
