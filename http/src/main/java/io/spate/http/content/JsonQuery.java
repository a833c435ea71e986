package io.spate.http.content;

import java.util.List;
import java.util.Optional;

/**
 * A JSON path of any kind. One that leads step by step to a single value is read straight out of
 * the text; one with a filter, a wildcard, a slice, a deep scan or a function goes through a tree
 * of the whole text. Immutable.
 */
public sealed interface JsonQuery permits JsonQuery.Simple, FullJsonPath {

    /**
     * Compiles a path.
     *
     * @throws IllegalArgumentException where it is none, with the place where it can be told
     */
    static JsonQuery compile(String path) {
        if (path.endsWith("()")) {
            return FullJsonPath.compile(path);
        }
        try {
            return new Simple(JsonPath.compile(path));
        } catch (IllegalArgumentException e) {
            if (FullJsonPath.isMeant(path)) {
                return FullJsonPath.compile(path);
            }
            throw e;
        }
    }

    /**
     * The first value found: a string's content, a number, {@code true}, {@code false} or {@code
     * null}, an object or array as JSON.
     *
     * @param json a text in UTF-8
     * @throws tools.jackson.core.JacksonException where the text is not JSON, as far as it was read
     */
    Optional<String> first(byte[] json);

    /**
     * All values found, in the order of the text.
     *
     * @param json a text in UTF-8
     * @throws tools.jackson.core.JacksonException where the text is not JSON, as far as it was read
     */
    List<String> all(byte[] json);

    /** Leads to one value. */
    record Simple(JsonPath path) implements JsonQuery {
        @Override
        public Optional<String> first(byte[] json) {
            return path.find(json);
        }

        @Override
        public List<String> all(byte[] json) {
            return path.find(json).stream().toList();
        }
    }
}
