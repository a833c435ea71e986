package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.result.RunResult;
import io.spate.script.LoadOptions;
import io.spate.script.load.TinyServer.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What requests carry, take from responses, and expect of them. */
class YamlRequestRunTest {
    private static final String JSON =
            """
            {"items": [{"id": 5}, {"id": 6}, {"id": 7}], "a/b": "slash", "code": "x-42"}
            """;
    private static final String HTML =
            """
            <title>Shop</title><a href="/one">1</a><a href="/two">2</a><input name=csrf value=t0k>
            """;

    @TempDir Path folder;

    @Test
    void takesValuesInEveryWay() throws Exception {
        try (var server = TinyServer.start(it -> it.target().equals("/page") ? HTML : JSON)) {
            var result =
                    run(
                            server,
                            """
                            - get: /json
                              extract:
                                first: $.items[0].id
                                last: {jsonpath: "$.items[*].id", pick: last}
                                any: {jsonpath: "$.items[*].id", pick: random}
                                slash: {pointer: /a~1b}
                                code: {regex: 'x-(\\d+)'}
                                whole: {regex: 'x-(\\d+)', group: 0}
                                length: {header: content-length}
                                none: {jsonpath: $.none, default: "none of ${userId}"}
                            - get: /page
                              extract:
                                title: {css: title}
                                link: {css: a, attribute: href, pick: last}
                                csrf: {css: "input[name=csrf]", attribute: value}
                            - get: /${first}/${last}/${slash}/${code}/${whole}/${length}/${none}
                            - get: /${title}/${csrf}
                            - get: ${link}
                            - get: /any/${any}
                            """);

            assertThat(result.total().errors()).isEmpty();
            assertThat(targets(server))
                    .startsWith(
                            "/json",
                            "/page",
                            "/5/7/slash/42/x-42/" + JSON.length() + "/none%20of%201",
                            "/Shop/t0k",
                            "/two")
                    .last()
                    .asString()
                    .matches("/any/[567]");
        }
    }

    @Test
    void whatIsOptionalMayBeMissing() throws Exception {
        try (var server = TinyServer.start(_ -> JSON)) {
            var result =
                    run(
                            server,
                            """
                            - get: /json
                              extract: {next: {jsonpath: $.next, optional: true}}
                            - if: ${next} exists
                              then: [{get: /never}]
                              else: [{get: /end}]
                            - get: /json
                              extract: {next: {header: X-Next}}
                            - get: /never
                            """);

            assertThat(targets(server)).containsExactly("/json", "/end", "/json");
            assertThat(result.total().errors().keySet())
                    .singleElement()
                    .satisfies(it -> assertThat(it.message()).contains("header X-Next"));
        }
    }

    @Test
    void carriesBodiesAndLogins() throws Exception {
        Files.writeString(folder.resolve("body.txt"), "from a file");
        try (var server = TinyServer.start(_ -> JSON)) {
            var result =
                    run(
                            server,
                            """
                            - header: {X-All: "${userId}"}
                            - post: /file
                              bodyFile: body.txt
                              auth: {basic: {user: ann, password: "s:${userId}"}}
                            - post: /parts
                              multipart: {title: "hello ${iteration}", list: {file: body.txt, contentType: text/csv}}
                              auth: {bearer: "t-${userId}"}
                            - post: /small
                              body: text
                              compressed: true
                              acceptCompressed: true
                            """);

            assertThat(result.total().errors()).isEmpty();
            var requests = List.copyOf(server.requests());
            assertThat(requests.get(0).body()).isEqualTo("from a file");
            assertThat(requests.get(0).headers())
                    .containsEntry("X-All", "1")
                    .containsEntry("Authorization", "Basic " + base64("ann:s:1"));
            assertThat(requests.get(1).headers().get("Content-Type"))
                    .startsWith("multipart/form-data; boundary=");
            assertThat(requests.get(1).headers()).containsEntry("Authorization", "Bearer t-1");
            assertThat(requests.get(1).body())
                    .contains(
                            "name=\"title\"",
                            "hello 1",
                            "name=\"list\"",
                            "text/csv",
                            "from a file");
            assertThat(requests.get(2).headers())
                    .containsEntry("Content-Encoding", "gzip")
                    .containsKey("Accept-Encoding");
        }
    }

    @Test
    void whatIsExpectedMakesARequestFail() throws Exception {
        try (var server = TinyServer.start(_ -> JSON)) {
            var result =
                    run(
                            server,
                            """
                            - {get: /good, expect: {status: 2xx, contains: items, that: json($.code) == x-42}}
                            - {get: /status, expect: {status: [404, 4xx]}}
                            - {get: /text, expect: {notContains: items}}
                            - {get: /value, expect: {pointer: {/items/0/id: 6}}}
                            - {get: /named, expect: {name: all well, status: 200, matches: '"id": 9'}}
                            """);

            assertThat(Runs.ratio(result, "http_req_failed{name:/good}").rate()).isZero();
            for (var name : List.of("/status", "/text", "/value", "/named")) {
                assertThat(Runs.ratio(result, "http_req_failed{name:%s}".formatted(name)).rate())
                        .as(name)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void oneSeedGivesTheSameRequests() throws Exception {
        assertThat(targets("42")).isEqualTo(targets("42")).isNotEqualTo(targets("43"));
    }

    private List<String> targets(String seed) throws Exception {
        try (var server = TinyServer.start(_ -> "")) {
            runTest(
                    server,
                    """
                    seed: %s
                    scenarios:
                      s:
                        iterations: 5
                        steps:
                          - get: /${random(1,1000)}/${uuid}/${letters(5)}/${pick(a,b,c)}
                          - choose:
                              - {steps: [{get: /one}]}
                              - {steps: [{get: /other}]}
                    """
                            .formatted(seed));
            return targets(server);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> targets(TinyServer server) {
        return server.requests().stream().map(Request::target).toList();
    }

    private RunResult run(TinyServer server, String steps) throws InterruptedException {
        return runTest(
                server, "scenarios:\n  s:\n    iterations: 1\n    steps:\n" + steps.indent(6));
    }

    private RunResult runTest(TinyServer server, String yaml) throws InterruptedException {
        var file = new ScriptFiles(folder).write("t.yml", "target: " + server.url() + "\n" + yaml);
        return Runs.run(ScriptFiles.load(file, LoadOptions.NONE));
    }
}
