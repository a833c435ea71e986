package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code spate locust} with its page, as clients of Locust use it, against the demo shop. */
@Timeout(180)
class LocustWebTest extends WithShop {
    private static final String FILE =
            """
            from locust import HttpUser, constant, events, task

            starts = 0

            @events.test_start.add_listener
            def started(environment, **kwargs):
                global starts
                starts += 1
                print(f"test {starts} starts")

            class Visitor(HttpUser):
                wait_time = constant(0.1)

                @task
                def visit(self):
                    self.client.get("/health")

                @task
                def picky(self):
                    with self.client.get("/health", name="picky", catch_response=True) as it:
                        it.failure("too plain")

            class Clumsy(HttpUser):
                wait_time = constant(0.1)

                @task
                def stumble(self):
                    raise ValueError("stumbled")
            """;

    private ServedPage page(String... more) throws Exception {
        var process = new FakeProcess(folder);
        process.write("locustfile.py", FILE);
        var line = new ArrayList<>(List.of("locust", "--web-port", "0"));
        line.addAll(List.of(more));
        return new ServedPage(process, line.toArray(String[]::new));
    }

    private static JsonNode swarm(ServedPage page, String form) throws Exception {
        var answer =
                page.send(
                        "POST",
                        "/swarm",
                        form,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode entry(JsonNode stats, String name) {
        for (var each : stats.path("stats")) {
            if (each.path("name").asString("").equals(name)) {
                return each;
            }
        }
        return JsonMapper.shared().createObjectNode();
    }

    /** The statistics once there are so many users, and some requests. */
    private static JsonNode users(ServedPage page, int count) throws Exception {
        var stats = page.json("/stats/requests");
        while (stats.path("user_count").asInt() != count
                || entry(stats, "Aggregated").path("num_requests").asInt() < 5) {
            Thread.sleep(100);
            stats = page.json("/stats/requests");
        }
        return stats;
    }

    /** Those that the page shows. */
    private static int requests(ServedPage page) throws Exception {
        return page.json("/api/v1/run").path("totals").path("requests").asInt();
    }

    @Test
    void runsAreStartedSteeredAndStoppedAgainAndAgain() throws Exception {
        try (var page = page("-H", shop.url(), "--reset-stats", "Visitor")) {
            assertThat(page.err()).contains("locust.main: Starting web interface at " + page.url());
            assertThat(page.json("/stats/requests").path("state").asString()).isEqualTo("ready");
            assertThat(page.json("/api/v1/plans").path("locust").path("host").asString())
                    .isEqualTo(shop.url());

            var started = swarm(page, "user_count=2&spawn_rate=10");
            assertThat(started.path("success").asBoolean()).as(started.toString()).isTrue();
            assertThat(started.path("message").asString()).isEqualTo("Swarming started");
            users(page, 2);
            swarm(page, "user_count=4&spawn_rate=10");
            users(page, 4);
            while (requests(page) < 30) {
                Thread.sleep(50);
            }
            var body = "{\"users\":1,\"spawn_rate\":20}";
            assertThat(page.send("POST", "/api/v1/run/load", body).statusCode()).isEqualTo(204);
            // All users are there again, so that the figures begin anew: --reset-stats.
            while (requests(page) >= 30) {
                Thread.sleep(50);
            }
            var stats = users(page, 1);

            assertThat(stats.path("state").asString()).isEqualTo("running");
            var picky = entry(stats, "picky");
            assertThat(picky.path("num_failures").asInt())
                    .isPositive()
                    .isEqualTo(picky.path("num_requests").asInt());
            assertThat(stats.path("errors").path(0).path("error").asString())
                    .isEqualTo("CatchResponseError('too plain')");
            assertThat(stats.path("fail_ratio").asDouble()).isBetween(0.01, 0.99);

            var stopped = page.json("/stop");
            assertThat(stopped.path("message").asString()).isEqualTo("Test stopped");
            var run = page.await("ended");
            assertThat(page.json("/stats/requests").path("state").asString()).isEqualTo("stopped");
            assertThat(run.path("passed").asBoolean()).isFalse();

            swarm(page, "user_count=1&spawn_rate=1&run_time=2s");
            assertThat(page.await("running").path("duration_ms").asInt()).isEqualTo(2_000);
            assertThat(page.json("/api/v1/run/logs").toString())
                    .contains("All users spawned", "begins, as run");
            assertThat(page.json("/worker-count").path("worker_count").asInt()).isZero();
            var ended = page.await("ended");
            assertThat(ended.path("elapsed_ms").asDouble()).isBetween(1_900.0, 30_000.0);
            assertThat(page.out()).contains("test 1 starts", "test 2 starts");
        }
    }

    @Test
    void thePageShowsWhatLocustCounts() throws Exception {
        try (var page = page("-H", shop.url(), "--class-picker")) {
            swarm(page, "user_count=4&spawn_rate=10&user_classes=Visitor&user_classes=Clumsy");
            users(page, 4);
            while (page.json("/exceptions").path("exceptions").isEmpty()) {
                Thread.sleep(100);
            }
            var api = new DescribedApi(page);
            for (var path : List.of("/stats/requests", "/exceptions", "/tasks", "/logs")) {
                api.check("get", path, page.get(path));
            }
            api.check("get", "/api/v1/run", page.get("/api/v1/run"));
            api.check("get", "/api/v1/plans", page.get("/api/v1/plans"));
            page.get("/stop");
            var run = page.await("ended");

            var total = entry(page.json("/stats/requests"), "Aggregated");
            var totals = run.path("totals");
            assertThat(totals.path("requests").asInt())
                    .isEqualTo(total.path("num_requests").asInt());
            assertThat(totals.path("failures").asInt())
                    .isEqualTo(total.path("num_failures").asInt());
            var failure = page.json("/api/v1/run/failures").path("failures").path(0);
            assertThat(failure.path("kind").asString()).isEqualTo("too plain");
            assertThat(failure.path("name").asString()).isEqualTo("picky");
            var shown = page.json("/api/v1/run/exceptions").path("exceptions").path(0);
            assertThat(shown.path("message").asString()).contains("stumbled");
            var told = page.json("/exceptions").path("exceptions").path(0);
            assertThat(told.path("msg").asString()).isEqualTo("stumbled");
            assertThat(told.path("traceback").asString()).contains("in stumble");
            assertThat(page.get("/stats/requests/csv").body())
                    .startsWith("Type,Name,Request Count,Failure Count,Median Response Time,")
                    .contains("\r\nGET,picky,", "\r\n,Aggregated,");
            assertThat(page.get("/stats/failures/csv").body())
                    .startsWith("Method,Name,Error,Occurrences,First Seen,Last Seen\r\n")
                    .contains("GET,picky,CatchResponseError('too plain'),");
            assertThat(page.get("/exceptions/csv").body())
                    .startsWith("Count,Message,Traceback,Nodes\r\n");
            assertThat(page.get("/stats/requests_full_history/csv").statusCode()).isEqualTo(404);
            assertThat(page.get("/stats/report").body()).contains("Locust Test Report", "picky");
            assertThat(page.json("/tasks").path("per_class").has("Visitor")).isTrue();
            assertThat(page.json("/logs").path("master").toString()).contains("All users spawned");
            assertThat(page.get("/stats/reset").body()).isEqualTo("ok");
            assertThat(
                            entry(page.json("/stats/requests"), "Aggregated")
                                    .path("num_requests")
                                    .asInt())
                    .isZero();
        }
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        try (var page = page("-H", shop.url())) {
            assertThat(swarm(page, "user_count=2").path("message").asString())
                    .isEqualTo("Missing user_count or spawn_rate from /swarm request");
            assertThat(swarm(page, "user_count=2&spawn_rate=1&run_time=soon").path("success"))
                    .hasToString("false");
            assertThat(swarm(page, "user_count=2&spawn_rate=1&host=ftp://x").path("success"))
                    .hasToString("false");
            var rate = "{\"load\":{\"kind\":\"rate\",\"rate\":5}}";
            assertThat(page.send("POST", "/api/v1/plans/check", rate).body())
                    .contains("\"field\":\"load\"");
            var user = page.send("POST", "/user", "{\"user_class_name\":\"Nobody\"}");
            assertThat(user.statusCode()).isEqualTo(422);
            var known = "{\"user_class_name\":\"Visitor\",\"tasks\":[\"visit\"]}";
            assertThat(page.send("POST", "/user", known).statusCode()).isEqualTo(201);
            var good =
                    "{\"load\":{\"kind\":\"users\",\"users\":3,\"spawn_rate\":1,\"duration_ms\":null}}";
            var checked =
                    JsonMapper.shared()
                            .readTree(page.send("POST", "/api/v1/plans/check", good).body());
            assertThat(checked.path("scenarios").size()).isEqualTo(2);
            assertThat(checked.path("command").asString())
                    .startsWith("spate locust -f locustfile.py --headless -u 3 -r 1");
        }
    }

    @Test
    void whatBeginsByItselfEndsByItself() throws Exception {
        try (var page =
                page(
                        "-H",
                        shop.url(),
                        "--autostart",
                        "--autoquit",
                        "0",
                        "-t",
                        "2s",
                        "-u",
                        "2",
                        "--csv",
                        "all",
                        "--csv-full-history",
                        "--html",
                        "all.html",
                        "--json",
                        "--exit-code-on-error",
                        "7",
                        "Visitor")) {
            assertThat(page.exitCode()).isEqualTo(7);
            assertThat(page.err())
                    .contains(
                            "--run-time limit reached, stopping test",
                            "--autoquit time reached, shutting down",
                            "Shutting down (exit code 7)");
            var process = new FakeProcess(folder);
            assertThat(process.read("all_stats.csv")).contains("\r\nGET,picky,");
            assertThat(process.read("all_stats_history.csv")).contains(",GET,/health,");
            assertThat(process.read("all.html")).contains("picky");
            assertThat(page.out()).contains("\"name\": \"/health\"");
        }
    }

    @Test
    void aPasswordIsDemandedWhereThatIsAskedFor() throws Exception {
        var process = new FakeProcess(folder);
        process.write("locustfile.py", FILE);
        var outcome = process.run("locust", "--web-port", "0", "--web-login");
        assertThat(outcome.err()).contains("--web-login needs a password", "SPATE_WEB_PASSWORD");
        assertThat(outcome.exitCode()).isNotZero();
        var open = process.run("locust", "--web-port", "0", "--web-host", "*");
        assertThat(open.err()).contains("open to everybody who reaches 0.0.0.0");
    }
}
