package io.spate.script.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON objects, one a line or in an array. */
final class JsonTable {
    /** In an array more follows behind an object; behind the object of a line nothing may. */
    private final ObjectReader elements =
            JsonMapper.shared()
                    .readerFor(JsonNode.class)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonMapper mapper = JsonMapper.shared();
    private final String file;
    private final PackedTable.Builder packed;
    private @Nullable Columns columns;
    private long line;

    private JsonTable(String file) {
        this.file = file;
        this.packed = new PackedTable.Builder(file);
    }

    static Table lines(String path, Path folder) throws InvalidDataException {
        return read(path, folder, JsonTable::lines);
    }

    static Table array(String path, Path folder) throws InvalidDataException {
        return read(path, folder, JsonTable::array);
    }

    private static Table read(String path, Path folder, Form form) throws InvalidDataException {
        var table = new JsonTable(path);
        try (var text = DataFile.open(path, folder)) {
            form.read(table, text);
            return table.build();
        } catch (CharacterCodingException _) {
            throw DataFile.notUtf8(path, table.line);
        } catch (IOException unreadable) {
            throw DataFile.unreadable(path, unreadable);
        }
    }

    private interface Form {
        void read(JsonTable table, BufferedReader text) throws InvalidDataException, IOException;
    }

    private void lines(BufferedReader text) throws InvalidDataException, IOException {
        for (var read = text.readLine(); read != null; read = text.readLine()) {
            line++;
            if (!read.isBlank()) {
                try {
                    add(mapper.readTree(read));
                } catch (JacksonException wrong) {
                    throw notJson(wrong, ": each line is an object of its own");
                }
            }
        }
    }

    private void array(BufferedReader text) throws InvalidDataException, IOException {
        try (var json = mapper.createParser(text)) {
            var first = json.nextToken();
            if (first != null && first != JsonToken.START_ARRAY) {
                line = json.currentTokenLocation().getLineNr();
                throw problem(
                        "expected an array of objects, [{...}, {...}]; objects one a line are read"
                                + " with jsonLines");
            }
            while (first != null && json.nextToken() != JsonToken.END_ARRAY) {
                element(json);
            }
        } catch (JacksonException wrong) {
            if (wrong.getCause() instanceof IOException cause) {
                throw cause;
            }
            line = wrong.getLocation() == null ? line : wrong.getLocation().getLineNr();
            throw notJson(wrong, "");
        }
    }

    private void element(JsonParser json) throws InvalidDataException {
        line = json.currentTokenLocation().getLineNr();
        add(elements.readValue(json));
    }

    private void add(JsonNode row) throws InvalidDataException {
        if (!row.isObject()) {
            throw problem(
                    "expected an object such as {\"user\": \"ann\"}, not "
                            + row.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        row.properties().forEach(it -> fields.put(it.getKey(), it.getValue()));
        if (columns == null) {
            columns = new Columns(file, fields.keySet());
        }
        columns.check(line, "this row", fields.keySet());
        for (var name : columns.names()) {
            pack(fields.get(name));
        }
        packed.endRow(line);
    }

    private void pack(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            packed.nothing();
        } else if (value.isString()) {
            packed.text(value.stringValue());
        } else {
            packed.json(value.toString());
        }
    }

    private Table build() throws InvalidDataException {
        if (columns == null) {
            throw new InvalidDataException(
                    file, 0, "the file has no rows: it needs at least one object");
        }
        return packed.build(columns.names());
    }

    private InvalidDataException notJson(JacksonException wrong, String hint) {
        return problem("this is not JSON%s: %s".formatted(hint, wrong.getOriginalMessage()));
    }

    private InvalidDataException problem(String message) {
        return new InvalidDataException(file, line, message);
    }
}
