package io.spate.web.api;

import io.javalin.http.Context;
import io.spate.web.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** How requests are read and answered. */
final class Answers {
    static final String JSON = "application/json; charset=utf-8";

    /** The least and the most of a number in a query. */
    record Range(int min, int max) {}

    /** The error of an answer. */
    private record Failure(Failing error) {}

    private record Failing(
            String message,
            @Nullable String field,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable List<Mistake> mistakes) {}

    private Answers() {}

    static void json(Context request, Object value) {
        request.contentType(JSON).result(Json.text(value));
    }

    /** Answers with mistakes. */
    static void mistakes(Context request, int status, List<Mistake> all) {
        var first = all.getFirst();
        var failing =
                all.size() == 1
                        ? new Failing(
                                first.message(), first.field(), first.line(), first.column(), null)
                        : new Failing("%d mistakes".formatted(all.size()), null, null, null, all);
        request.status(status);
        json(request, new Failure(failing));
    }

    /** The object that a request has brought; an empty one where it brought nothing. */
    static JsonNode body(Context request) {
        var text = request.body();
        try {
            var node = Json.read(text.isBlank() ? "{}" : text);
            if (!node.isObject()) {
                throw new BadRequest(400, "the body must be a JSON object");
            }
            return node;
        } catch (JacksonException e) {
            throw new BadRequest(400, "the body is no JSON: " + e.getOriginalMessage());
        }
    }

    static Optional<String> query(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name)).filter(it -> !it.isEmpty());
    }

    static int whole(Context request, String name, int otherwise, Range range) {
        var text = query(request, name);
        try {
            int value = text.map(Integer::parseInt).orElse(otherwise);
            if (value >= range.min && value <= range.max) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of range is.
        }
        throw new BadRequest(
                name,
                "%s must be a whole number of %d to %d".formatted(name, range.min, range.max));
    }

    /** One of some words. */
    static <E extends Enum<E>> E word(Context request, String name, E otherwise) {
        var text = query(request, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (var each : otherwise.getDeclaringClass().getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text.get())) {
                return each;
            }
        }
        throw new BadRequest(name, "%s cannot be %s".formatted(name, text.get()));
    }
}
