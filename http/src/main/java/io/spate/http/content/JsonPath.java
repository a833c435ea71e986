package io.spate.http.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A path to one value of a JSON text: {@code $.items[0].id}, {@code items.0.id}, {@code $['first
 * name']}. A number between dots is an index in an array and a name in an object; one in brackets
 * is an index. Immutable.
 *
 * <p>Where an object has a name twice, the first counts.
 */
public final class JsonPath {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String written;
    private final Step[] steps;

    private JsonPath(String written, List<Step> steps) {
        this.written = written;
        this.steps = steps.toArray(Step[]::new);
    }

    /**
     * Compiles a path.
     *
     * @throws IllegalArgumentException where it is none, with the place
     */
    public static JsonPath compile(String path) {
        return new JsonPath(path, new PathParser(path).parse());
    }

    /**
     * Compiles a JSON pointer (RFC 6901): {@code /items/0/id}; the empty one means all.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static JsonPath ofPointer(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException(
                    "not a JSON pointer: '" + pointer + "': it starts with '/', as in /items/0/id");
        }
        List<Step> steps = new ArrayList<>();
        for (int from = 1; from <= pointer.length(); ) {
            int slash = pointer.indexOf('/', from);
            int to = slash < 0 ? pointer.length() : slash;
            String token = pointer.substring(from, to);
            if (token.replace("~0", "").replace("~1", "").indexOf('~') >= 0) {
                throw new IllegalArgumentException(
                        "not a JSON pointer: '" + pointer + "': '~' is written ~0, and '/' ~1");
            }
            boolean index = isIndex(token) && (token.length() == 1 || token.charAt(0) != '0');
            String name = token.replace("~1", "/").replace("~0", "~");
            steps.add(new Step(name, index ? Integer.parseInt(token) : -1));
            from = to + 1;
        }
        return new JsonPath(pointer, steps);
    }

    private static boolean isIndex(String text) {
        return !text.isEmpty()
                && text.length() < 10
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The path as written. */
    @Override
    public String toString() {
        return written;
    }

    /**
     * The value at the path, if there is one: a string's content, a number, {@code true}, {@code
     * false} or {@code null} as it is written, an object or array as its JSON text. The text is
     * read only up to the value, so that what follows it is not checked.
     *
     * @param json a text in UTF-8
     * @throws tools.jackson.core.JacksonException where the text is not JSON up to the value
     */
    public Optional<String> find(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return Optional.ofNullable(follow(parser)).map(token -> text(parser, token, json));
        }
    }

    /**
     * The single value at the path: a {@link String}, a {@link Double} or a {@link Boolean}; none
     * where there is no value, {@code null}, an object or an array.
     *
     * @param json a text that is read to its end
     * @throws tools.jackson.core.JacksonException where the text is not one JSON value
     */
    public Optional<Object> findSingle(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonToken token = follow(parser);
            Object found = token == null ? null : single(parser, token);
            return found != null && endsWell(parser) ? Optional.of(found) : Optional.empty();
        }
    }

    private @Nullable JsonToken follow(JsonParser parser) {
        JsonToken token = parser.nextToken();
        for (Step step : steps) {
            if (token == JsonToken.START_OBJECT) {
                token = step.name == null ? null : property(parser, step.name);
            } else if (token == JsonToken.START_ARRAY) {
                token = step.index < 0 ? null : element(parser, step.index);
            } else {
                return null;
            }
        }
        return token;
    }

    private static @Nullable JsonToken property(JsonParser parser, String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = name.equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (found) {
                return value;
            }
            parser.skipChildren();
        }
        return null;
    }

    private static @Nullable JsonToken element(JsonParser parser, int index) {
        JsonToken token = parser.nextToken();
        for (int i = 0; i < index && token != JsonToken.END_ARRAY; i++) {
            parser.skipChildren();
            token = parser.nextToken();
        }
        return token == JsonToken.END_ARRAY ? null : token;
    }

    private static @Nullable Object single(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** Whether what follows is the rest of one JSON value, and nothing more. */
    private static boolean endsWell(JsonParser parser) {
        while (!parser.streamReadContext().inRoot()) {
            parser.nextToken();
        }
        return parser.nextToken() == null;
    }

    private static String text(JsonParser parser, JsonToken token, byte[] json) {
        if (!token.isStructStart()) {
            return parser.getString();
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return new String(json, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * One step down.
     *
     * @param name in an object; null where it is an index in brackets
     * @param index in an array; -1 where it is a name only
     */
    private record Step(@Nullable String name, int index) {}

    private static final class PathParser {
        private final String path;
        private int at;

        PathParser(String path) {
            this.path = path;
        }

        List<Step> parse() {
            List<Step> steps = new ArrayList<>();
            if (path.startsWith("$")) {
                at = 1;
            } else if (!path.isEmpty() && path.charAt(0) != '[') {
                steps.add(dotted());
            }
            while (at < path.length()) {
                char c = path.charAt(at);
                if (c == '.') {
                    at++;
                    steps.add(dotted());
                } else if (c == '[') {
                    at++;
                    steps.add(bracketed());
                } else {
                    throw fault("'.' or '[' expected");
                }
            }
            if (steps.isEmpty() && !path.equals("$")) {
                throw fault("it is empty; $ means the whole body");
            }
            return steps;
        }

        private Step dotted() {
            int from = at;
            while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
                at++;
            }
            String name = path.substring(from, at);
            if (name.isEmpty()) {
                throw fault("a name expected");
            }
            if (name.equals("*")) {
                throw fault("a name expected, not '*'");
            }
            return new Step(name, isIndex(name) ? Integer.parseInt(name) : -1);
        }

        private Step bracketed() {
            char quote = at < path.length() ? path.charAt(at) : ' ';
            Step step;
            if (quote == '\'' || quote == '"') {
                step = new Step(quoted(quote), -1);
            } else {
                int end = path.indexOf(']', at);
                String digits = end < 0 ? "" : path.substring(at, end);
                if (!isIndex(digits)) {
                    throw fault("an index such as [0], or a name such as ['id'] expected");
                }
                at = end;
                step = new Step(null, Integer.parseInt(digits));
            }
            if (at >= path.length() || path.charAt(at) != ']') {
                throw fault("']' expected");
            }
            at++;
            return step;
        }

        private String quoted(char quote) {
            var name = new StringBuilder();
            at++;
            while (at < path.length() && path.charAt(at) != quote) {
                if (path.charAt(at) == '\\' && at + 1 < path.length()) {
                    at++;
                }
                name.append(path.charAt(at++));
            }
            at++;
            return name.toString();
        }

        private IllegalArgumentException fault(String what) {
            return new IllegalArgumentException(
                    "not a JSON path: '" + path + "': at character " + (at + 1) + ": " + what);
        }
    }
}
