package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.k6.rest.RestClient;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code k6 status}, {@code pause}, {@code resume}, {@code scale} and {@code stats}. */
final class K6Remote {
    private static final String ADDRESS = "localhost:6565";

    private final SpateProcess process;
    private final K6Flags flags;

    K6Remote(SpateProcess process, K6Flags flags) {
        this.process = process;
        this.flags = flags;
    }

    /** Asks a run that goes on; returns the exit code. */
    int run(String command) throws InterruptedException {
        var address = flags.get("address").orElse(ADDRESS);
        try (var client = new RestClient(address)) {
            var text =
                    switch (command) {
                        case "status" -> status(client.get("/v1/status"));
                        case "pause" -> status(client.change("{\"paused\":true}"));
                        case "resume" -> status(client.change("{\"paused\":false}"));
                        case "scale" -> status(client.change(users()));
                        default -> stats(client.get("/v1/metrics"));
                    };
            process.out().print(text);
            process.out().flush();
            return ExitCode.PASSED.code();
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()), ExitCode.FAILED);
        }
    }

    private String users() {
        var asked = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(flags.options().get("vus"))
                .ifPresent(it -> asked.put("vus", count(it)));
        flags.get("max").ifPresent(it -> asked.put("vus-max", count(it)));
        if (asked.isEmpty()) {
            throw noCount();
        }
        return asked.toString();
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw noCount();
        }
        return Integer.parseInt(text);
    }

    private static UsageException noCount() {
        return new UsageException("scale to how many? spate k6 scale --vus 20 --max 50");
    }

    /** As YAML; k6 puts three of the values into quotes. */
    private static String status(JsonNode data) {
        var attributes = data.path("attributes");
        return """
        status: %s
        paused: "%s"
        vus: "%s"
        vus-max: "%s"
        stopped: %s
        running: %s
        tainted: %s
        """
                .formatted(
                        attributes.path("status"),
                        attributes.path("paused"),
                        attributes.path("vus"),
                        attributes.path("vus-max"),
                        attributes.path("stopped"),
                        attributes.path("running"),
                        attributes.path("tainted"));
    }

    private static String stats(JsonNode data) {
        return data.valueStream()
                .map(
                        it ->
                                "- name: %s\n  type: %s\n  contains: %s\n  tainted: %s\n  sample:\n%s"
                                        .formatted(
                                                it.path("id").asString(""),
                                                it.path("attributes").path("type").asString(""),
                                                it.path("attributes").path("contains").asString(""),
                                                it.path("attributes").path("tainted"),
                                                sample(it.path("attributes").path("sample"))))
                .collect(Collectors.joining());
    }

    private static String sample(JsonNode values) {
        return values.properties().stream()
                .map(it -> "    %s: %s\n".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }
}
