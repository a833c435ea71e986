package io.spate.acceptance.grafana;

import io.spate.acceptance.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard as its file has it. */
record Dashboard(String name, JsonNode json) {
    static final List<String> NAMES =
            List.of(
                    "spate-prometheus",
                    "spate-influxdb",
                    "spate-influxdb-seconds",
                    "spate-postgres");

    static Dashboard read(String name) {
        var json = JsonMapper.builder().build().readTree(folder().resolve(name + ".json").toFile());
        return new Dashboard(name, json);
    }

    static Path folder() {
        return Project.root().resolve("grafana");
    }

    /** Rows too. */
    List<JsonNode> panels() {
        return json.path("panels").valueStream().toList();
    }

    /** A query of a panel. */
    record Target(String panel, JsonNode json) {
        /** Whatever the language, its text. */
        String query() {
            return Stream.of("expr", "query", "rawSql")
                    .map(it -> json.path(it).asString(""))
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(panel + ": no query in " + json));
        }
    }

    List<Target> targets() {
        return panels().stream()
                .flatMap(
                        panel ->
                                panel.path("targets")
                                        .valueStream()
                                        .map(it -> new Target(panel.path("title").asString(), it)))
                .toList();
    }

    /** The variables, but for the data source. */
    List<JsonNode> variables() {
        return json.path("templating")
                .path("list")
                .valueStream()
                .filter(it -> it.path("type").asString().equals("query"))
                .toList();
    }

    /** The query by which a variable finds its values. */
    static String query(JsonNode variable) {
        var query = variable.path("query");
        return query.isString() ? query.asString() : query.path("query").asString();
    }
}
