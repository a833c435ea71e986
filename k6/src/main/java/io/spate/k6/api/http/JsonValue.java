package io.spate.k6.api.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds a single value in a JSON text, without making the others. */
final class JsonValue {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int DIGITS_MAX = 9;

    private JsonValue() {}

    /**
     * The value at a path such as {@code items.0.id}.
     *
     * @return a text, a number or a boolean; null where there is another value or none, where the
     *     text is no JSON, and where the path is of another kind
     */
    static @Nullable Object at(String json, String path) {
        if (!isPlain(path)) {
            return null;
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            var found = follow(parser, path);
            return found != null && endsWell(parser) ? found : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** Of names, numbers and dots, with nothing that stands for something else. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isName = Character.isLetterOrDigit(c) || c == '_' || c == '-';
            boolean isDot = c == '.' && i > 0 && path.charAt(i - 1) != '.';
            if (!isName && !isDot) {
                return false;
            }
        }
        return !path.isEmpty() && path.charAt(path.length() - 1) != '.';
    }

    private static @Nullable Object follow(JsonParser parser, String path) {
        var token = parser.nextToken();
        for (int from = 0; from < path.length(); ) {
            int dot = path.indexOf('.', from);
            int to = dot < 0 ? path.length() : dot;
            var name = path.substring(from, to);
            token =
                    switch (token) {
                        case START_OBJECT -> property(parser, name);
                        case START_ARRAY -> element(parser, name);
                        case null, default -> null;
                    };
            from = to + 1;
        }
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    private static @Nullable JsonToken property(JsonParser parser, String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isFound = name.equals(parser.currentName());
            var value = parser.nextToken();
            if (isFound) {
                return value;
            }
            parser.skipChildren();
        }
        return null;
    }

    private static @Nullable JsonToken element(JsonParser parser, String index) {
        if (!index.chars().allMatch(c -> c >= '0' && c <= '9') || index.length() > DIGITS_MAX) {
            return null;
        }
        int left = Integer.parseInt(index);
        var token = parser.nextToken();
        while (token != JsonToken.END_ARRAY && left > 0) {
            parser.skipChildren();
            token = parser.nextToken();
            left--;
        }
        return token;
    }

    /** Whether what follows is the rest of one JSON value, and nothing more. */
    private static boolean endsWell(JsonParser parser) {
        while (!parser.streamReadContext().inRoot()) {
            parser.nextToken();
        }
        return parser.nextToken() == null;
    }
}
