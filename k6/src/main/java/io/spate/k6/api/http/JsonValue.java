package io.spate.k6.api.http;

import io.spate.http.content.JsonPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Finds a single value in a JSON text, without making the others. */
final class JsonValue {
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
        try {
            return JsonPath.compile(path).findSingle(json).orElse(null);
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
}
