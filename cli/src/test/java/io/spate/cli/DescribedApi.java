package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file, with every field that it does not name taken for a mistake. */
final class DescribedApi {
    private final JsonNode document;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    DescribedApi(ServedPage page) throws Exception {
        document = page.json("/api/v1/openapi.json");
        close(document);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(DescribedApi::close);
    }

    Set<String> readable() {
        var paths = new TreeSet<String>();
        for (var each : document.path("paths").properties()) {
            // These two change something, and are here for Locust's clients.
            if (each.getValue().has("get")
                    && !Set.of("/stop", "/stats/reset").contains(each.getKey())) {
                paths.add(each.getKey());
            }
        }
        return paths;
    }

    void check(String method, String path, HttpResponse<String> answer) {
        var place = "%s %s %d".formatted(method, path, answer.statusCode());
        var responses = document.path("paths").path(path).path(method).path("responses");
        var response = followed(responses.path(Integer.toString(answer.statusCode())));
        assertThat(response.isObject()).as(place).isTrue();
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.body().isEmpty()) {
            assertThat(response.has("content")).as(place).isFalse();
            return;
        }
        var kind = type.replaceFirst(";.*", "");
        assertThat(response.path("content").has(kind)).as(place + " " + type).isTrue();
        if (kind.equals("application/json")) {
            check(place, response.path("content").path(kind).path("schema"), answer.body());
        }
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString("").substring(1)) : node;
    }

    void checkEvents(Map<String, String> events) {
        var kinds =
                document.at(
                        "/paths/~1api~1v1~1events/get/responses/200/content/text~1event-stream/x-events");
        assertThat(events).containsKeys("state", "second", "generator");
        events.forEach((kind, data) -> check("event " + kind, kinds.path(kind), data));
    }

    private void check(String place, JsonNode schema, String data) {
        assertThat(schema.isObject()).as(place).isTrue();
        var whole = JsonMapper.shared().createObjectNode();
        whole.set("components", document.path("components"));
        whole.set("allOf", JsonMapper.shared().createArrayNode().add(schema));
        var errors =
                registry.getSchema(whole.toString(), InputFormat.JSON)
                        .validate(data, InputFormat.JSON);
        assertThat(errors).as(place + ": " + data).isEmpty();
    }
}
