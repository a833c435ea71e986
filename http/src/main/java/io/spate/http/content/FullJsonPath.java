package io.spate.http.content;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.Jackson3JsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON path that may find many values, by the Jayway library. Immutable. */
final class FullJsonPath implements JsonQuery {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final Configuration CONFIGURATION =
            Configuration.builder()
                    .jsonProvider(new Jackson3JsonNodeJsonProvider(MAPPER))
                    .mappingProvider(new Jackson3MappingProvider(MAPPER))
                    .build();

    private final String written;
    private final JsonPath path;

    private FullJsonPath(String written, JsonPath path) {
        this.written = written;
        this.path = path;
    }

    /** Whether a path that is no simple one is meant to be one of these. */
    static boolean isMeant(String path) {
        return path.contains("..")
                || path.contains("[-")
                || path.chars().anyMatch(c -> "*?:,(".indexOf(c) >= 0);
    }

    static FullJsonPath compile(String path) {
        checkBrackets(path);
        try {
            return new FullJsonPath(path, JsonPath.compile(path));
        } catch (JsonPathException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a JSON path: '" + path + "': " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return written;
    }

    @Override
    public Optional<String> first(byte[] json) {
        List<String> found = all(json);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    @Override
    public List<String> all(byte[] json) {
        Object found = read(MAPPER.readTree(json));
        if (!path.isDefinite() && found instanceof JsonNode nodes && nodes.isArray()) {
            List<String> texts = new ArrayList<>();
            nodes.forEach(node -> texts.add(text(node)));
            return texts;
        }
        return found == null ? List.of() : List.of(text(found));
    }

    private @Nullable Object read(JsonNode tree) {
        try {
            return path.read(tree, CONFIGURATION);
        } catch (PathNotFoundException e) {
            return null;
        } catch (JsonPathException e) {
            return null; // such as the largest number among none
        }
    }

    private static String text(Object value) {
        return value instanceof JsonNode node
                ? node.isContainer() ? node.toString() : node.asString()
                : value.toString();
    }

    /** The library takes some paths whose brackets do not match, and reads something else. */
    private static void checkBrackets(String path) {
        var open = new ArrayList<Character>();
        char quote = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"' || (c == '/' && path.lastIndexOf("=~", i) >= 0)) {
                quote = c;
            } else if (c == '[' || c == '(') {
                open.add(c);
            } else if (c == ']' || c == ')') {
                char wanted = c == ']' ? '[' : '(';
                if (open.isEmpty() || open.removeLast() != wanted) {
                    throw fault(path, i, "'" + c + "' closes nothing");
                }
                boolean junk = i + 1 < path.length() && ".[".indexOf(path.charAt(i + 1)) < 0;
                if (c == ']' && open.isEmpty() && junk) {
                    throw fault(path, i + 1, "'.' or '[' expected");
                }
            }
        }
        if (!open.isEmpty() || quote != 0) {
            throw fault(path, path.length(), "a bracket or quote is not closed");
        }
    }

    private static IllegalArgumentException fault(String path, int index, String what) {
        return new IllegalArgumentException(
                "not a JSON path: '" + path + "': at character " + (index + 1) + ": " + what);
    }
}
