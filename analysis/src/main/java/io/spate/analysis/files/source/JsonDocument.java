package io.spate.analysis.files.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a JSON document. What is missing or null is empty or NaN; what is of another kind is a
 * mistake of the file.
 *
 * @param path where in the document it stands; empty for all of it
 */
public record JsonDocument(Source source, String path, JsonNode node) {
    /** No document of figures is nearly as long; it is held in memory. */
    private static final long BYTES_MAX = 64 << 20;

    /** Reads a whole document. */
    public static JsonDocument read(Source source) throws ResultFileException {
        var mapper =
                JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
        try (var in = new Limited(source)) {
            var node = mapper.readTree(in);
            if (source.cutOff()) {
                throw source.wrong(0, "what is packed in it is cut off", "Copy it anew.");
            }
            return new JsonDocument(source, "", node);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw source.failed(io);
            }
            var where = e.getLocation();
            boolean ended = e instanceof UnexpectedEndOfInputException;
            throw source.wrong(
                    where == null ? 0 : where.getLineNr(),
                    ended
                            ? "the JSON ends in the midst: the file is cut off"
                            : "this is no valid JSON: " + e.getOriginalMessage(),
                    "Write or copy the file anew.");
        } catch (IOException e) {
            throw source.failed(e);
        }
    }

    /** Ends with an error what is too long. */
    private static final class Limited extends FilterInputStream {
        private final Source source;
        private long left = BYTES_MAX;

        Limited(Source source) {
            super(source.in());
            this.source = source;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            left -= count;
            if (left < 0) {
                throw source.wrong(
                        0,
                        "this JSON document has more than %d MB".formatted(BYTES_MAX >> 20),
                        Source.GIVE_ANOTHER);
            }
            return count;
        }
    }

    /** A part by its name; empty where it is not there. */
    public JsonDocument at(String name) throws ResultFileException {
        var part = node.path(name);
        var there = new JsonDocument(source, path.isEmpty() ? name : path + "." + name, part);
        if (!part.isMissingNode() && !part.isNull() && !part.isContainer()) {
            throw there.isNot("an object or a list");
        }
        return there;
    }

    /** Whether it is an object that has a field. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** A number; NaN where it is not there. */
    public double number(String name) throws ResultFileException {
        var value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber()) {
            throw new JsonDocument(source, path.isEmpty() ? name : path + "." + name, value)
                    .isNot("a number");
        }
        return value.doubleValue();
    }

    /** A text; empty where it is not there. */
    public String text(String name) {
        return node.path(name).asString("");
    }

    /** The elements of a list. */
    public List<JsonDocument> elements() {
        var elements = new ArrayList<JsonDocument>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(new JsonDocument(source, "%s[%d]".formatted(path, i), node.get(i)));
        }
        return elements;
    }

    /** The fields of an object. */
    public Map<String, JsonNode> fields() {
        var fields = new LinkedHashMap<String, JsonNode>();
        if (node.isObject()) {
            node.properties().forEach(it -> fields.put(it.getKey(), it.getValue()));
        }
        return fields;
    }

    /** Visits the fields that are objects. */
    public void forEachObject(BiConsumer<String, JsonDocument> visitor) {
        fields().forEach(
                        (name, value) -> {
                            if (value.isObject()) {
                                var place = path.isEmpty() ? name : path + "." + name;
                                visitor.accept(name, new JsonDocument(source, place, value));
                            }
                        });
    }

    /** Says that it is something else. */
    public ResultFileException isNot(String what) {
        return source.wrong(
                0, "%s is not %s".formatted(path, what), "Write or copy the file anew.");
    }
}
