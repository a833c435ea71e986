package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.load.TinyServer.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java files from their text to the numbers of their run. */
class JavaRunTest {
    private static final String SHOP =
            """
            import io.spate.script.*;
            import java.util.Map;

            public class Shop implements LoadTest {
                public void define(TestBuilder test) {
                    test.baseUrl(test.env("TARGET"));
                    test.scenario("shopper", Shopper::new)
                            .users(3).iterations(60)
                            .onStart(Shopper::logIn)
                            .task(2, Shopper::browse)
                            .task(1, Shopper::buy);
                    test.threshold("checks", "rate>0.5");
                }

                static class Shopper {
                    final User user;
                    int mine;
                    Shopper(User user) { this.user = user; }
                    void logIn() {
                        var login = user.post("/login")
                                .json(Map.of("name", "ann")).send();
                        user.header("Authorization", login.json("$.token"));
                    }
                    void browse() {
                        mine++;
                        var item = user.get("/items/{id}")
                                .path("id", user.random(1, 9)).send();
                        user.check("found", item.status() == 200);
                    }
                    void buy() {
                        mine++;
                        user.put("/cart").query("n", mine).send();
                        user.check("own count", mine == user.iteration());
                        user.check("never", false);
                    }
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void runsAClassWithStateOnStartAndWeightedTasks() throws Exception {
        var file = new ScriptFiles(folder).write("Shop.java", SHOP);
        try (var server = TinyServer.start(_ -> "{\"token\": \"secret\"}")) {
            var result = Runs.run(ScriptFiles.load(file, Runs.env("TARGET", server.url())));

            assertThat(result.total().errors()).isEmpty();
            assertThat(Runs.count(result, "iterations")).isEqualTo(60);
            assertThat(Runs.count(result, "http_reqs{name:/login,method:POST}")).isEqualTo(3);
            long browsed = Runs.count(result, "http_reqs{name:/items/{id}}");
            long bought = Runs.count(result, "http_reqs{name:/cart}");
            assertThat(browsed + bought).isEqualTo(60);
            assertThat(browsed).isBetween(25L, 55L);
            assertThat(Runs.ratio(result, "checks{check:found}").rate()).isEqualTo(1);
            assertThat(Runs.ratio(result, "checks{check:own count}").rate()).isEqualTo(1);
            assertThat(Runs.ratio(result, "checks{check:never}").total()).isEqualTo(bought);
            assertThat(Runs.ratio(result, "checks{check:never}").hits()).isZero();
            assertThat(result.verdict().passed()).isTrue();
            assertThat(server.requests())
                    .filteredOn(request -> !request.target().equals("/login"))
                    .allMatch(request -> "secret".equals(request.headers().get("Authorization")));
            assertThat(server.requests())
                    .filteredOn(request -> request.target().equals("/login"))
                    .extracting(Request::body)
                    .containsOnly("{\"name\":\"ann\"}");
        }
    }

    @Test
    void namesTheScriptsLineWhereATaskThrows() throws Exception {
        var file =
                new ScriptFiles(folder)
                        .writeTest(
                                "Broken",
                                "test.scenario(\"main\").users(1).iterations(2).task(user -> {",
                                "    throw new java.io.IOException(\"no file\");",
                                "});");
        var result = Runs.run(ScriptFiles.load(file));

        assertThat(Runs.count(result, "failed_iterations")).isEqualTo(2);
        assertThat(result.total().errors().keySet())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.scenario()).isEqualTo("main");
                            assertThat(error.message()).isEqualTo("IOException: no file");
                            assertThat(error.trace()).contains("Broken.java:6");
                        });
    }

    @Test
    void anIterationCutOffIsNoErrorHoweverTheScriptSleeps() throws Exception {
        var file =
                new ScriptFiles(folder)
                        .writeTest(
                                "Sleepy",
                                "test.scenario(\"user\").users(1).duration(\"100ms\")",
                                "        .gracefulStop(\"0s\").task(user -> user.sleep(\"1h\"));",
                                "test.scenario(\"jdk\").users(1).duration(\"100ms\")",
                                "        .gracefulStop(\"0s\").task(user -> {",
                                "    try {",
                                "        Thread.sleep(3_600_000);",
                                "    } catch (InterruptedException stop) {",
                                "        throw new IllegalStateException(stop);",
                                "    }",
                                "});");
        var result = Runs.run(ScriptFiles.load(file));

        assertThat(result.total().errors()).isEmpty();
        assertThat(Runs.count(result, "interrupted_iterations{scenario:user}")).isEqualTo(1);
        assertThat(Runs.count(result, "interrupted_iterations{scenario:jdk}")).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameChoices() throws Exception {
        var file =
                new ScriptFiles(folder)
                        .writeTest(
                                "Chance",
                                "test.baseUrl(test.env(\"TARGET\"));",
                                "test.scenario(\"one\").users(1).iterations(20)",
                                "        .task(u -> u.get(\"/a/\" + u.random(1, 1000)).send())",
                                "        .task(u -> u.get(\"/b/\" + u.random(1, 1000)).send());");
        try (var one = TinyServer.start(_ -> "");
                var other = TinyServer.start(_ -> "")) {
            Runs.run(ScriptFiles.load(file, Runs.env("TARGET", one.url())));
            Runs.run(ScriptFiles.load(file, Runs.env("TARGET", other.url())));

            var targets = one.requests().stream().map(Request::target).toList();
            assertThat(targets).hasSize(20).doesNotHaveDuplicates();
            assertThat(other.requests()).extracting(Request::target).isEqualTo(targets);
        }
    }
}
