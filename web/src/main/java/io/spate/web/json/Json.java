package io.spate.web.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes records in snake case, and reads what clients send. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .addModule(new SimpleModule().addSerializer(Double.class, new Rounded()))
                    .addModule(
                            new SimpleModule("double").addSerializer(double.class, new Rounded()))
                    .build();

    private Json() {}

    /** A value as text. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** A record as an object that can be added to. */
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * What a client has sent.
     *
     * @throws JacksonException where it is no JSON
     */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** Four digits behind the point say all; what is no number is none. */
    private static final class Rounded extends StdSerializer<Double> {
        Rounded() {
            super(Double.class);
        }

        @Override
        public void serialize(
                Double value, tools.jackson.core.JsonGenerator out, SerializationContext context) {
            if (value.isNaN() || value.isInfinite()) {
                out.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                out.writeNumber(value.longValue());
            } else {
                out.writeNumber(Math.round(value * 1e4) / 1e4);
            }
        }
    }
}
