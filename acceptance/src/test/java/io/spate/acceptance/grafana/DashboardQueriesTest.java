package io.spate.acceptance.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import io.spate.acceptance.Server;
import io.spate.acceptance.grafana.Answers.Kind;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Every query of every dashboard against the real databases, after one run that fills them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardQueriesTest {
    private static final String ENDPOINT = "odd, (a/b) 'x'";

    /** What need not happen in a run. */
    private static final Set<String> RARE = Set.of("generator_gc_pause", "generator_stall");

    /** The scenario with too few users is another one. */
    private static final Set<String> RARE_IN_ONE =
            Set.of("generator_gc_pause", "generator_stall", "dropped_iterations");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<Source, Answers> answers = new HashMap<>();
    private long requests;

    /** A database with what one output wrote. */
    enum Source {
        SCRAPED("spate-prometheus", Kind.PROMETHEUS),
        FIGURES("spate-prometheus", Kind.PROMETHEUS),
        NATIVE("spate-prometheus", Kind.PROMETHEUS),
        SAMPLES("spate-influxdb", Kind.INFLUX_SAMPLES),
        SECONDS("spate-influxdb-seconds", Kind.INFLUX_SECONDS),
        POSTGRES("spate-postgres", Kind.POSTGRES);

        private final String dashboard;
        private final Kind kind;

        Source(String dashboard, Kind kind) {
            this.dashboard = dashboard;
            this.kind = kind;
        }
    }

    private Answers answers(Source source) {
        return Objects.requireNonNull(answers.get(source));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(resource);
        return resource;
    }

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        int page = Server.freePort();
        var scraped = opened(Server.prometheus(folder.resolve("scraped"), page));
        // These two scrape nothing.
        var figures = opened(Server.prometheus(folder.resolve("figures"), Server.freePort()));
        var natives = opened(Server.prometheus(folder.resolve("natives"), Server.freePort()));
        var influx = opened(Server.influx(folder.resolve("influx")));
        var postgres = opened(Server.postgres(folder));
        var shop =
                opened(DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("none"))));
        Files.writeString(folder.resolve("shop.yml"), test(shop.url()));
        var from = Instant.now().minusSeconds(5);

        spate(
                folder,
                "run",
                "shop.yml",
                "--json",
                "results.json",
                "--out",
                "prometheus=127.0.0.1:%d?linger=10s".formatted(page),
                "--out",
                "prometheus-rw=http://127.0.0.1:%d/api/v1/write?pushInterval=1s&trendStats=p(50),p(90),p(95),p(99),max"
                        .formatted(figures.port()),
                "--out",
                "prometheus-rw=http://127.0.0.1:%d/api/v1/write?pushInterval=1s&native"
                        .formatted(natives.port()),
                "--out",
                "influxdb=http://127.0.0.1:%d/k6".formatted(influx.port()),
                "--out",
                "influxdb=http://127.0.0.1:%d/seconds?push=seconds".formatted(influx.port()),
                "--out",
                "postgres=postgresql://postgres@127.0.0.1:%d/postgres".formatted(postgres.port()));

        var to = Instant.now().plusSeconds(2);
        var servers =
                Map.of(
                        Source.SCRAPED, scraped,
                        Source.FIGURES, figures,
                        Source.NATIVE, natives,
                        Source.SAMPLES, influx,
                        Source.SECONDS, influx,
                        Source.POSTGRES, postgres);
        servers.forEach(
                (source, server) ->
                        answers.put(source, new Answers(server, source.kind, from, to)));
        var result = JsonMapper.builder().build().readTree(folder.resolve("results.json").toFile());
        requests = result.path("totals").path("requests").asLong();
        assertThat(requests).isPositive();
    }

    private static String test(String target) {
        return """
        name: dashboards
        target: %s
        tags: {testid: a run}
        scenarios:
          browse:
            rate: 40
            duration: 6s
            maxUsers: 20
            steps:
              - get: /api/products
                check: {status: 200}
              - get: /api/nowhere
                name: %s
                check: {status: 200}
          busy:
            rate: 20
            duration: 6s
            maxUsers: 1
            steps:
              - get: /api/health
              - think: 200ms
        thresholds:
          error_rate: 1%%
          latency: {p95: 10s}
        """
                .formatted(target, "'" + ENDPOINT.replace("'", "''") + "'");
    }

    private static void spate(Path folder, String... arguments) throws Exception {
        var command = new ArrayList<String>(List.of(Project.root() + "/spate"));
        command.addAll(List.of(arguments));
        var log = folder.resolve("log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("SPATE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPATE_APP", Project.root() + "/cli/target/spate");
        var process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        var said = Files.readString(log);
        // 99: the thresholds are made to be missed.
        assertThat(ended && process.waitFor() == 99).as(said).isTrue();
        assertThat(said).doesNotContain("were lost");
    }

    @AfterAll
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allOfIt(Source source) throws Exception {
        var asked = answers(source);
        var dashboard = Dashboard.read(source.dashboard);
        Map<String, List<String>> variables = new HashMap<>();
        for (var variable : dashboard.variables()) {
            var values = asked.values(variable, variables);
            assertThat(values).as("%s", variable.path("name")).isNotEmpty();
            variables.put(
                    variable.path("name").asString(),
                    source.kind == Kind.POSTGRES ? values : Answers.ALL);
        }
        check(dashboard, asked, variables, RARE);

        var total =
                dashboard.targets().stream()
                        .filter(it -> it.panel().equals("Requests"))
                        .findFirst()
                        .orElseThrow();
        assertThat(asked.of(total, variables)).hasSize(1);
        assertThat(Double.parseDouble(asked.of(total, variables).getFirst()))
                .isEqualTo((double) requests);
    }

    @ParameterizedTest
    @EnumSource
    void oneEndpoint(Source source) throws Exception {
        var run = source.kind == Kind.POSTGRES ? "1" : "a run";
        check(
                Dashboard.read(source.dashboard),
                answers(source),
                Map.of(
                        "testid", List.of(run),
                        "run", List.of(run),
                        "scenario", List.of("browse"),
                        "name", List.of(ENDPOINT)),
                RARE_IN_ONE);
    }

    private static void check(
            Dashboard dashboard,
            Answers asked,
            Map<String, List<String>> variables,
            Set<String> rarities)
            throws Exception {
        var nothing = new ArrayList<String>();
        for (var target : dashboard.targets()) {
            var found = asked.of(target, variables);
            boolean rare = rarities.stream().anyMatch(target.query()::contains);
            if (!rare && found.stream().allMatch(it -> it.isEmpty() || it.matches("null|NaN"))) {
                nothing.add(target.panel() + ": " + target.query());
            }
        }
        assertThat(nothing).isEmpty();
    }
}
