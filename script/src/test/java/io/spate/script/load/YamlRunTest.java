package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate.Ratio;
import io.spate.metrics.result.RunResult;
import io.spate.script.LoadOptions;
import io.spate.script.load.TinyServer.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** YAML files from their text to what the server sees and the numbers of their run. */
class YamlRunTest {
    private static final String NASTY = "a \"b\" \\ \n\t {c} & ü 😀 $.{x}";

    private static final String SHOP =
            """
            headers: {X-Team: "${team}", X-Number: 7}
            variables: {team: red}
            scenarios:
              shop:
                users: 1
                iterations: 2
                onStart:
                  - post: /login
                    json: {name: ann}
                    extract: {token: $.token, nasty: $.nasty}
                steps:
                  - post: /orders/${nasty}/${random(7,7)}?x=${nasty}
                    headers: {Authorization: "Bearer ${token}", X-Two: 2}
                    query: {z: "${nasty}", a: 1}
                    json:
                      text: "<${nasty}>"
                      "${key}": $${token}
                      user: ${userId}
                      quoted: "${iteration}"
                      count: ${iteration}
                      any: ${random(3,3)}
                      list: [1.50, true, null, []]
                  - put: /form
                    form: {b: "${nasty}", a: "${token}"}
                  - think: 1ms..2ms
                  - patch: /text
                    body: "${token} ${iteration}"
            """;

    @TempDir Path folder;

    @Test
    void logsInOnceAndUsesWhatItFoundEverywhere() throws Exception {
        var json = JsonMapper.shared();
        var answer = json.writeValueAsString(Map.of("token", "t0k", "nasty", NASTY));
        try (var server = TinyServer.start(_ -> answer)) {
            var result = run(server, SHOP);

            assertThat(result.total().errors()).isEmpty();
            assertThat(Runs.count(result, "iterations")).isEqualTo(2);
            assertThat(Runs.count(result, "http_reqs{name:/login}")).isEqualTo(1);
            assertThat(
                            result.total().aggregates().keySet().stream()
                                    .map(it -> it.tags().get("name"))
                                    .filter(it -> !it.isEmpty())
                                    .distinct())
                    .as("names of statistics")
                    .containsExactlyInAnyOrder(
                            "/login",
                            "/orders/${nasty}/${random(7,7)}?x=${nasty}",
                            "/form",
                            "/text");
            var login = seen(server, "/login").getFirst();
            assertThat(login.body()).isEqualTo("{\"name\":\"ann\"}");
            assertThat(login.headers())
                    .containsEntry("X-Team", "red")
                    .containsEntry("X-Number", "7");
            assertOrder(seen(server, "/orders").get(1));
            var form = seen(server, "/form").getFirst();
            assertThat(form.headers())
                    .containsEntry("Content-Type", "application/x-www-form-urlencoded");
            assertThat(form.body()).startsWith("b=a+%22b%22").endsWith("&a=t0k");
            assertThat(seen(server, "/text"))
                    .extracting(Request::body)
                    .containsExactly("t0k 1", "t0k 2");
        }
    }

    private static void assertOrder(Request order) {
        var encoded = "a%20%22b%22%20%5C%20%0A%09%20%7Bc%7D%20%26%20%C3%BC%20%F0%9F%98%80";
        assertThat(order.target())
                .startsWith("/orders/" + encoded)
                .contains("/7?x=" + encoded)
                .contains("&z=" + encoded)
                .endsWith("&a=1");
        assertThat(order.headers())
                .containsEntry("Authorization", "Bearer t0k")
                .containsEntry("X-Two", "2")
                .containsEntry("Content-Type", "application/json");
        var body = JsonMapper.shared().readTree(order.body());
        assertThat(body.get("text").asString()).isEqualTo("<" + NASTY + ">");
        assertThat(body.get("${key}").asString()).isEqualTo("${token}");
        assertThat(order.body())
                .contains("\"user\":1,\"quoted\":\"2\",\"count\":2,\"any\":3")
                .contains("\"list\":[1.50,true,null,[]]");
    }

    @Test
    void countsChecksByTheirNames() throws Exception {
        try (var server = TinyServer.start(_ -> "{\"state\": \"up\", \"n\": 5}")) {
            var result =
                    run(
                            server,
                            """
                            scenarios:
                              a:
                                iterations: 3
                                steps:
                                  - get: /
                                    check:
                                      status: [404, 2xx]
                                      contains: state
                                      json: {$.state: up, $.n: 5, $.none: x}
                                      maxDuration: 1m
                                  - get: /
                                    check: {status: 500, contains: nothing, maxDuration: 0s}
                            """);

            assertThat(result.total().errors()).isEmpty();
            for (var passed :
                    List.of(
                            "status is 404 or 2xx",
                            "body contains state",
                            "$.state is up",
                            "$.n is 5",
                            "faster than 1m")) {
                assertRate(result, passed, 1);
            }
            for (var failed :
                    List.of(
                            "$.none is x",
                            "status is 500",
                            "body contains nothing",
                            "faster than 0s")) {
                assertRate(result, failed, 0);
            }
        }
    }

    @Test
    void choosesTasksByWeight() throws Exception {
        try (var server = TinyServer.start(_ -> "")) {
            run(
                    server,
                    """
                    scenarios:
                      a:
                        users: 2
                        iterations: 200
                        tasks:
                          - {weight: 3, steps: [{get: /often}]}
                          - steps: [{get: /seldom}]
                          - {weight: 0, steps: [{get: /never}]}
                    """);

            assertThat(seen(server, "/often")).hasSizeBetween(115, 185);
            assertThat(seen(server, "/seldom")).hasSizeBetween(15, 85);
            assertThat(seen(server, "/never")).isEmpty();
        }
    }

    @Test
    void theCommandLinesVariablesWinOverTheFiles() throws Exception {
        var file =
                new ScriptFiles(folder)
                        .write(
                                "v.yml",
                                """
                                variables: {TARGET: http://nowhere.invalid, a: 1, b: "${a}2"}
                                target: ${TARGET}
                                scenarios: {s: {iterations: 1, steps: [{get: "/${a}/${b}"}]}}
                                """);
        try (var server = TinyServer.start(_ -> "")) {
            Runs.run(ScriptFiles.load(file, Runs.env("TARGET", server.url())));

            assertThat(server.requests()).extracting(Request::target).containsExactly("/1/12");
        }
    }

    @Test
    void aUrlMayComeFromAResponse() throws Exception {
        try (var server = TinyServer.start(_ -> "{\"next\": \"/page/2?of=3\"}")) {
            var result =
                    run(
                            server,
                            """
                            scenarios:
                              s:
                                iterations: 1
                                steps:
                                  - get: /page/1
                                    extract: {next: $.next}
                                  - get: ${next}
                            """);

            assertThat(server.requests())
                    .extracting(Request::target)
                    .containsExactly("/page/1", "/page/2?of=3");
            assertThat(Runs.count(result, "http_reqs{name:${next}}")).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeExtractedFailsTheIteration() throws Exception {
        try (var server = TinyServer.start(_ -> "{\"error\": \"wrong password\"}")) {
            var result =
                    run(
                            server,
                            """
                            scenarios:
                              s:
                                iterations: 2
                                steps:
                                  - post: /login
                                    extract: {token: $.token}
                                  - get: /never/${token}
                            """);

            assertThat(Runs.count(result, "failed_iterations")).isEqualTo(2);
            assertThat(seen(server, "/never")).isEmpty();
            assertThat(result.total().errors().keySet())
                    .singleElement()
                    .satisfies(
                            error ->
                                    assertThat(error.message())
                                            .contains("$.token", "POST /login", "wrong password"));
        }
    }

    private RunResult run(TinyServer server, String yaml) throws InterruptedException {
        var file = new ScriptFiles(folder).write("t.yml", "target: " + server.url() + "\n" + yaml);
        return Runs.run(ScriptFiles.load(file, LoadOptions.NONE));
    }

    private static List<Request> seen(TinyServer server, String path) {
        return server.requests().stream().filter(it -> it.target().startsWith(path)).toList();
    }

    private static void assertRate(RunResult result, String check, double rate) {
        var found =
                result.total().aggregates().entrySet().stream()
                        .filter(it -> it.getKey().tags().get("check").equals(check))
                        .map(it -> (Ratio) it.getValue())
                        .toList();
        assertThat(found).as(check).extracting(Ratio::rate).containsExactly(rate);
    }
}
