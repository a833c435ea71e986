package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Selector;
import io.spate.metrics.result.RunResult;
import io.spate.script.LoadOptions;
import io.spate.script.load.TinyServer.Request;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps in steps, and steps that are no requests, in runs against a server. */
class YamlFlowRunTest {
    private static final String ITEMS =
            """
            {"items": [{"id": 5, "name": "lamp"}, {"id": 6, "name": "chair"}], "next": "b", "n": 2}
            """;

    @TempDir Path folder;

    @Test
    void loopsGoAsOftenAsTheySay() throws Exception {
        assertThat(
                        targets(
                                """
                                - repeat: 2
                                  counter: i
                                  steps:
                                    - repeat: ${i}
                                      counter: j
                                      steps: [{get: "/r/${i}/${j}"}]
                                - get: /items
                                  extract: {ids: {jsonpath: "$.items[*].id", pick: all}}
                                - foreach: id
                                  in: ${ids}
                                  counter: k
                                  steps: [{get: "/f/${id}/${k}"}]
                                - foreach: word
                                  in: [a b, "${k}"]
                                  steps: [{get: "/w/${word}"}]
                                - while: ${n} < 3
                                  counter: n
                                  steps: [{get: "/n/${n}"}]
                                """))
                .containsExactly(
                        "/r/1/1",
                        "/r/2/1",
                        "/r/2/2",
                        "/items",
                        "/f/5/1",
                        "/f/6/2",
                        "/w/a%20b",
                        "/w/2",
                        "/n/1",
                        "/n/2",
                        "/n/3");
    }

    @Test
    void conditionsAskVariablesAndTheLastResponse() throws Exception {
        assertThat(
                        targets(
                                """
                                - set: {color: red}
                                - if: ${color} == red
                                  then: [{get: /red}]
                                  else: [{get: /other}]
                                - if: status == 2xx and json($.n) > 1 and body contains lamp
                                  then: [{get: /well}]
                                - if: not ok or json($.none) exists
                                  then: [{get: /never}]
                                  else: [{get: /else}]
                                - if: pointer(/items/1/name) == chair and header(Content-Length) > 10
                                  then: [{get: /pointer}]
                                """))
                .containsExactly("/red", "/well", "/else", "/pointer");
    }

    @Test
    void endsOfLoopsAndIterationsAreNoFailures() throws Exception {
        var server = TinyServer.start(_ -> ITEMS);
        try (server) {
            var result =
                    run(
                            server,
                            """
                            - repeat: 5
                              counter: i
                              steps:
                                - get: /loop/${i}
                                - if: ${i} == 2
                                  then: [{stop: loop}]
                            - group: last
                              steps:
                                - get: /after
                                - stop: iteration
                            - get: /never
                            """);

            assertThat(targets(server)).containsExactly("/loop/1", "/loop/2", "/after");
            assertThat(Runs.count(result, "iterations")).isEqualTo(1);
            assertThat(Runs.count(result, "failed_iterations")).isZero();
        }
    }

    @Test
    void aFailureSaysWhy() throws Exception {
        try (var server = TinyServer.start(_ -> ITEMS)) {
            var result =
                    run(
                            server,
                            """
                            - get: /items
                              extract: {n: $.n}
                            - fail: only ${n} left
                            - get: /never
                            """);

            assertThat(targets(server)).containsExactly("/items");
            assertThat(Runs.count(result, "failed_iterations")).isEqualTo(1);
            assertThat(result.total().errors().keySet())
                    .singleElement()
                    .satisfies(it -> assertThat(it.message()).contains("only 2 left"));
        }
    }

    @Test
    void aLoopWithoutEndFailsAtItsLimit() throws Exception {
        try (var server = TinyServer.start(_ -> ITEMS)) {
            var result = run(server, "- {while: ok or not ok, max: 7, steps: [{get: /again}]}\n");

            assertThat(targets(server)).hasSize(7);
            assertThat(result.total().errors().keySet())
                    .singleElement()
                    .satisfies(it -> assertThat(it.message()).contains("limit of 7 times"));
        }
    }

    @Test
    void groupsAndMetricsAreMeasured() throws Exception {
        try (var server = TinyServer.start(_ -> ITEMS)) {
            var result =
                    runTest(
                            server,
                            """
                            metrics: {orders: counter, price: trend, hits: rate, stock: gauge, wait: timeTrend}
                            scenarios:
                              s:
                                users: 1
                                iterations: 4
                                steps:
                                  - group: buy
                                    steps:
                                      - group: pay
                                        steps: [{get: /pay, extract: {n: $.n}}]
                                  - metric: {orders: 2, price: "${n}", hits: true, stock: 7, wait: 5}
                            """);

            assertThat(Runs.count(result, "orders")).isEqualTo(8);
            assertThat(Runs.ratio(result, "hits").rate()).isEqualTo(1);
            assertThat(Runs.count(result, "http_reqs{group:::buy::pay}")).isEqualTo(4);
            var group = result.total().find(Selector.parse("group_duration{group:::buy::pay}"));
            assertThat(group)
                    .get()
                    .isInstanceOfSatisfying(
                            Distribution.class,
                            it -> assertThat(it.histogram().count()).isEqualTo(4));
        }
    }

    @Test
    void choicesFollowTheirWeights() throws Exception {
        try (var server = TinyServer.start(_ -> "")) {
            runTest(
                    server,
                    """
                    scenarios:
                      s:
                        users: 2
                        iterations: 200
                        steps:
                          - choose:
                              - {weight: 3, steps: [{get: /often}]}
                              - steps: [{get: /seldom}]
                              - {weight: 0, steps: [{get: /never}]}
                    """);

            assertThat(targets(server).stream().filter("/often"::equals).count())
                    .isBetween(115L, 185L);
            assertThat(targets(server)).hasSize(200).doesNotContain("/never");
        }
    }

    @Test
    void whatComesBeforeIsForAllAndWhatComesAfterIsLast() throws Exception {
        try (var server = TinyServer.start(_ -> ITEMS)) {
            runTest(
                    server,
                    """
                    before:
                      - post: /make
                        extract: {n: $.n}
                    after:
                      - delete: /made/${n}
                    scenarios:
                      s:
                        users: 3
                        iterationsPerUser: 1
                        onStop: [{get: "/bye/${n}"}]
                        steps: [{get: "/use/${n}"}]
                    """);

            assertThat(targets(server).getFirst()).isEqualTo("/make");
            assertThat(targets(server).getLast()).isEqualTo("/made/2");
            assertThat(targets(server).stream().filter("/use/2"::equals)).hasSize(3);
            assertThat(targets(server).stream().filter("/bye/2"::equals)).hasSize(3);
        }
    }

    @Test
    void dataGiveEachIterationARow() throws Exception {
        new ScriptFiles(folder).write("names.csv", "name,city\nann,Bonn\nbob,Ulm\n");
        try (var server = TinyServer.start(_ -> "")) {
            var result =
                    runTest(
                            server,
                            """
                            scenarios:
                              s:
                                users: 1
                                iterations: 10
                                data: [{file: names.csv, atEnd: stop}, {rows: [{color: red}]}]
                                steps: [{get: "/${name}/${city}/${color}"}]
                            """);

            assertThat(targets(server)).containsExactly("/ann/Bonn/red", "/bob/Ulm/red");
            assertThat(Runs.count(result, "iterations")).isEqualTo(2);
        }
    }

    private List<String> targets(String steps) throws Exception {
        try (var server = TinyServer.start(_ -> ITEMS)) {
            var result = run(server, steps);
            assertThat(result.total().errors()).isEmpty();
            return targets(server);
        }
    }

    private static List<String> targets(TinyServer server) {
        return server.requests().stream().map(Request::target).toList();
    }

    private RunResult run(TinyServer server, String steps) throws InterruptedException {
        var indented = steps.indent(6);
        return runTest(server, "scenarios:\n  s:\n    iterations: 1\n    steps:\n" + indented);
    }

    private RunResult runTest(TinyServer server, String yaml) throws InterruptedException {
        var file = new ScriptFiles(folder).write("t.yml", "target: " + server.url() + "\n" + yaml);
        return Runs.run(ScriptFiles.load(file, LoadOptions.NONE));
    }
}
