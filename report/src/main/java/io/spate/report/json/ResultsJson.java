package io.spate.report.json;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes and reads {@link Results} as {@code results.json}. */
public final class ResultsJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(new Names())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addModule(numbers())
                    .build();

    private ResultsJson() {}

    /**
     * Writes a document beside a file and then moves it there, so that there is never half a file.
     *
     * @throws IOException where it cannot be written; the message names the file
     */
    public static void write(Results results, Path file) throws IOException {
        WholeFile.write(
                file,
                writer -> {
                    MAPPER.writerWithDefaultPrettyPrinter().writeValue(writer, results);
                    writer.write('\n');
                });
    }

    /** Writes a document in the fewest bytes. Leaves the writer open. */
    public static void write(Results results, Writer writer) throws IOException {
        try {
            MAPPER.writeValue(writer, results);
        } catch (JacksonException e) {
            throw cause(e);
        }
    }

    /** A document in the fewest bytes. */
    public static String text(Results results) {
        return MAPPER.writeValueAsString(results);
    }

    /**
     * Reads a document. Fields that are not known are passed over, those that it lacks are empty.
     *
     * @throws IOException where the file cannot be read or is no result document of this version;
     *     the message names it
     */
    public static Results read(Path file) throws IOException {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no result document: it is no text", e);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " is not there", e);
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The document that a text is, in the same way.
     *
     * @param name of where the text comes from, for messages
     */
    public static Results parse(String text, String name) throws IOException {
        try {
            var tree = MAPPER.readTree(text);
            var format = tree.path("format");
            if (!format.isInt() || !tree.path("totals").isObject()) {
                throw new IOException(name + " is no result document, as --json writes it");
            }
            if (format.intValue() != Results.FORMAT) {
                throw new IOException(
                        "%s has format %d, and this version of Spate reads format %d"
                                .formatted(name, format.intValue(), Results.FORMAT));
            }
            return MAPPER.treeToValue(tree, Results.class);
        } catch (JacksonException e) {
            throw new IOException(name + " is no result document: " + e.getOriginalMessage(), e);
        }
    }

    private static IOException cause(JacksonException e) {
        return e.getCause() instanceof IOException io ? io : new IOException(e);
    }

    private static SimpleModule numbers() {
        return new SimpleModule()
                .addSerializer(Double.class, new ShortDouble())
                .addSerializer(double.class, new ShortDouble())
                .addDeserializer(Double.class, new AbsentDouble())
                .addDeserializer(double.class, new AbsentDouble());
    }

    /** Snake case, with the percentile 99.9 as people write it. */
    private static final class Names extends PropertyNamingStrategies.SnakeCaseStrategy {
        @java.io.Serial private static final long serialVersionUID = 1;

        @Override
        public String translate(String name) {
            return name.equals("p999") ? "p99_9" : super.translate(name);
        }
    }

    /** Whole numbers without a decimal point, and what is not a number as null. */
    private static final class ShortDouble extends StdSerializer<Double> {
        ShortDouble() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (!Double.isFinite(value)) {
                json.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                json.writeNumber(value.longValue());
            } else {
                json.writeNumber(value);
            }
        }
    }

    /** The counterpart: null is not a number. */
    private static final class AbsentDouble extends StdDeserializer<Double> {
        AbsentDouble() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) {
            return json.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
