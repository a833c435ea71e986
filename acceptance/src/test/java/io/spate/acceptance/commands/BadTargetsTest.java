package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.commands.Command.Outcome;
import io.spate.acceptance.reliability.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole run against targets that each do something else wrong. */
@Timeout(120)
class BadTargetsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int EACH = 4;

    @TempDir Path folder;

    @Test
    void eachKindIsCountedAndTheRunGoesOn() throws Exception {
        try (var silent = RawServer.start(wire -> wire.request().hang());
                var closing = RawServer.start(wire -> wire.request().send(OK.substring(0, 30)));
                var resetting = RawServer.start(wire -> wire.request().reset());
                var garbage = RawServer.start(wire -> wire.request().send("\0garbage\r\n"));
                var failing =
                        RawServer.start(
                                wire -> wire.request().send(OK.replace("200 OK", "500 No")));
                var good =
                        RawServer.start(
                                wire -> {
                                    while (true) {
                                        wire.request().send(OK);
                                    }
                                })) {
            var yaml = new StringBuilder("scenarios:\n");
            for (RawServer server :
                    new RawServer[] {silent, closing, resetting, garbage, failing, good}) {
                yaml.append(scenario(server));
            }
            Path file = Files.writeString(folder.resolve("bad.yml"), yaml);
            Path json = folder.resolve("results.json");

            Outcome outcome =
                    Command.ofThisBuild()
                            .run(
                                    folder,
                                    "run",
                                    file.toString(),
                                    "--json",
                                    json.toString(),
                                    "--no-preflight");

            assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
            JsonNode results = JsonMapper.shared().readTree(Files.readString(json));
            assertThat(results.at("/totals/requests").asLong()).isEqualTo(6 * EACH);
            assertThat(results.at("/totals/failures").asLong()).isEqualTo(5 * EACH);
            assertThat(kinds(results))
                    .isEqualTo(
                            Map.of(
                                    "timeout",
                                    EACH,
                                    "closed",
                                    EACH,
                                    "reset",
                                    EACH,
                                    "protocol",
                                    EACH,
                                    "status",
                                    EACH));
            assertThat(good.requests()).isEqualTo(EACH);
        }
    }

    private static String scenario(RawServer server) {
        return """
                 s%s:
                   users: 2
                   iterations: %d
                   steps:
                     - get: %s/
                       timeout: 500ms
               """
                .formatted(server.url().replaceAll(".*:", ""), EACH, server.url());
    }

    private static Map<String, Integer> kinds(JsonNode results) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (JsonNode each : results.get("failure_kinds")) {
            kinds.put(each.get("kind").asString(), each.get("count").asInt());
        }
        return kinds;
    }
}
