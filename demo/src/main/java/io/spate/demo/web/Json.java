package io.spate.demo.web;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON texts in and out. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes into an open JSON object. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json);
    }

    /** The text of an object. */
    public static String object(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /**
     * The members of an object whose values are texts, numbers or booleans; others are passed over.
     * Throws {@link MalformedBodyException}.
     */
    public static Map<String, String> scalars(ByteBuffer bytes) {
        byte[] array = bytes.array();
        int offset = bytes.arrayOffset() + bytes.position();
        int length = bytes.remaining();
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), array, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedBodyException("the body has to be a JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isStructStart()) {
                    parser.skipChildren();
                } else if (value != JsonToken.VALUE_NULL) {
                    members.put(name, parser.getString());
                }
            }
            if (parser.nextToken() != null) {
                throw new MalformedBodyException("there is more after the JSON object's end");
            }
        } catch (JacksonException e) {
            throw new MalformedBodyException(
                    "the body is not valid JSON: " + e.getOriginalMessage());
        }
        return members;
    }
}
