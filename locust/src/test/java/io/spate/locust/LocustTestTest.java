package io.spate.locust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.spate.locust.stats.FailureEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Locustfiles, one for each feature, run against the demo shop. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocustTestTest {
    private Trial trial;

    @BeforeAll
    void start() throws Exception {
        trial = new Trial();
    }

    @AfterAll
    void stop() {
        trial.close();
    }

    @Test
    void endsWaitsReadsXmlAndTakesOtherWays() throws Exception {
        var outcome = trial.run("ways.py", Map.of("users", 1));

        assertThat(trial.log())
                .contains("timeout 0.2 seconds, nothing, ValueError, late", "still there: 200")
                .contains(
                        "{urn:x}a {'k': 'v&1'} ['{urn:p}b', '{urn:x}c'] t<x> tail",
                        "not well-formed at 1",
                        "<b i=\"1\">x</b>");
        assertThat(outcome.entry("streamed").failures()).isZero();
        assertThat(outcome.entry("by proxy").failures()).isZero();
        assertThat(outcome.entry("no proxy").failures())
                .isEqualTo(outcome.entry("no proxy").requests());
        assertThat(outcome.entry("way back").requests()).isPositive();
        assertThat(outcome.entry("way back").failures()).isZero();
        assertThat(outcome.entry("no certificate").requests()).isPositive();
        assertThat(trial.log()).anyMatch(it -> it.contains("cert: "));
    }

    @Test
    void sharesUsersAmongPythons() throws Exception {
        var outcome = trial.run("pythons.py", 2, Map.of("users", 5));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(trial.log())
                .contains("All users spawned: {\"Half\": 2, \"Whole\": 3} (5 total users)")
                .containsOnlyOnce("Starting Locust 2.46.3")
                .contains("Python 0 starts as LocalRunner", "Python 1 starts as WorkerRunner")
                .contains("Python 0 has users: 3", "Python 1 has users: 2")
                .contains("greeting from python_1: ['hello']", "answer: {'to': 1}");
        assertThat(outcome.entry("whole").requests()).isGreaterThan(20);
        assertThat(outcome.entry("half").failures()).isEqualTo(outcome.entry("half").requests());
        assertThat(outcome.book().total().requests())
                .isEqualTo(outcome.entry("whole").requests() + outcome.entry("half").requests());
        assertThat(trial.log()).anyMatch(it -> it.startsWith("in the end all have "));
    }

    @Test
    void runsTheGuidesLocustfile() throws Exception {
        var outcome = trial.run("guide.py", Map.of());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.entries())
                .containsOnlyKeys("/api/auth/login", "/api/users", "/api/users/123");
        assertThat(outcome.entry("/api/auth/login").requests()).isEqualTo(4);
        assertThat(outcome.book().total().requests()).isGreaterThan(20);
        assertThat(outcome.book().total().failures()).isZero();
        assertThat(trial.log())
                .contains(
                        "Ramping to 4 users at a rate of 10.00 per second",
                        "All users spawned: {\"APIUser\": 4} (4 total users)",
                        "--run-time limit reached, shutting down",
                        "Shutting down (exit code 0)");
    }

    @Test
    void judgesResponses() throws Exception {
        var outcome = trial.run("responses.py", Map.of("iterations", 60, "run_time", 0));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.entry("caught").failures()).isZero();
        assertThat(outcome.entry("forgiven").failures()).isZero();
        assertThat(outcome.entry("form").failures()).isZero();
        assertThat(outcome.entries()).containsKey("/api/products?page=1&q=a&q=b");
        assertThat(outcome.book().errors())
                .extracting(FailureEntry::name, FailureEntry::text)
                .containsExactlyInAnyOrder(
                        tuple("refused", "CatchResponseError('no good')"),
                        tuple(
                                "missing",
                                "HTTPError('404 Client Error: Not Found for url: missing')"),
                        tuple("down", "ConnectionRefusedError(111, 'Connection refused')"));
    }

    @Test
    void givesAClientLikeThatOfRequests() throws Exception {
        var outcome = trial.run("client.py", Map.of("iterations", 40, "run_time", 0));

        assertThat(outcome.book().errors()).extracting(FailureEntry::key).isEmpty();
        assertThat(outcome.book().exceptions()).isEmpty();
        assertThat(outcome.entries())
                .containsOnlyKeys(
                        "lines",
                        "files",
                        "length",
                        "renamed",
                        "options",
                        "details",
                        "cookies",
                        "rest",
                        "rest 404",
                        "fast");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void standsInForPackagesOfOthers() throws Exception {
        var outcome = trial.run("packages.py", Map.of("users", 1, "iterations", 1, "run_time", 0));

        assertThat(outcome.book().errors()).extracting(FailureEntry::key).isEmpty();
        assertThat(outcome.book().exceptions()).isEmpty();
        assertThat(outcome.entries())
                .containsOnlyKeys(
                        "dotenv",
                        "faker",
                        "requests",
                        "no json",
                        "httpx",
                        "httpx error",
                        "httpx refused",
                        "asyncio",
                        "thread",
                        "pool",
                        "gevent");
    }

    @Test
    void endsAfterSoManyTasks() throws Exception {
        var outcome =
                trial.run(
                        "guide.py",
                        Map.of(
                                "iterations",
                                10,
                                "run_time",
                                0,
                                "check_rps",
                                1e6,
                                "config_users",
                                List.of("{\"user_class_name\": \"APIUser\", \"weight\": 2}")));

        assertThat(outcome.book().total().requests()).isEqualTo(14);
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(trial.log()).contains("Iteration limit reached, shutting down");
    }

    @Test
    void followsSetsOfTasks() throws Exception {
        var outcome = trial.run("tasksets.py", Map.of("exclude_tags", List.of("skipped")));

        assertThat(outcome.entries()).containsOnlyKeys("first second");
        assertThat(outcome.book().exceptions())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).isEqualTo("on purpose"));
        assertThat(trial.log())
                .contains("All users spawned: {\"Broken\": 1, \"Walker\": 3} (4 total users)");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void followsAShape() throws Exception {
        var more = new HashMap<String, @Nullable Object>();
        more.put("users", null);
        more.put("spawn_rate", null);
        more.put("run_time", 0);
        var outcome = trial.run("shape.py", more);

        assertThat(outcome.entry("start").requests()).isEqualTo(5);
        assertThat(outcome.entry("stop").requests()).isEqualTo(5);
        assertThat(trial.log())
                .contains(
                        "Shape test updating to 5 users at 10.00 spawn rate",
                        "Shape test updating to 2 users at 10.00 spawn rate",
                        "Shape test stopping");
    }

    @Test
    void tellsListeners() throws Exception {
        var outcome =
                trial.run("events.py", Map.of("custom", Map.of("times", List.of("4")), "users", 1));

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.entries()).containsOnlyKeys("/health", "old");
        assertThat(trial.log())
                .contains("seen: init 5, start, complete 1, request, old here, stop, quitting");
    }

    @Test
    void showsTheArgumentsThatAFileAdds() throws Exception {
        try (var test = trial.load(Trial.file("events.py"))) {
            assertThat(test.classNames()).containsExactly("Getter");
            assertThat(test.arguments())
                    .contains(
                            new ScriptArgument(
                                    List.of("--path"),
                                    "path",
                                    false,
                                    false,
                                    "LOCUST_PATH_TO_GET",
                                    "what to get",
                                    false));
            var wrong = trial.options(Map.of("custom", Map.of("times", List.of("many"))));
            assertThat(catchThrowableOfType(LocustException.class, () -> test.setup(wrong)))
                    .hasMessage("argument --times: invalid value: 'many'");
        }
    }

    @Test
    void scriptsStayInTheirFolder() throws Exception {
        try (var _ = trial.load(Trial.file("prison.py"))) {
            assertThat(trial.log())
                    .contains("inside: possible", "variable: hello")
                    .doesNotContain(
                            "outside: possible",
                            "above: possible",
                            "write: possible",
                            "process: possible",
                            "system: possible",
                            "java: possible");
        }
    }

    @Test
    void aMistakeIsToldWithItsLine(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("wrong.py"), "import locust\n\nx = 1 / 0\n");

        assertThat(catchThrowableOfType(LocustException.class, () -> trial.load(file)))
                .hasMessageContaining("wrong.py\", line 3")
                .hasMessageEndingWith("ZeroDivisionError: division by zero")
                .hasMessageNotContaining("<spate>");
    }

    @Test
    void aUserThatCannotBeMadeIsToldWithItsLine(@TempDir Path folder) throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("broken.py"),
                        """
                        from locust import User, task

                        class Broken(User):
                            def __init__(self, environment):
                                super().__init__(environment)
                                self.limit = int("many")

                            @task
                            def rest(self):
                                pass
                        """);

        assertThat(trial.failure(file))
                .hasMessageContaining("broken.py, line 6: ValueError: invalid literal for int()");
    }
}
