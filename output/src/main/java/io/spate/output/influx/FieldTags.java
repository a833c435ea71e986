package io.spate.output.influx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags that are written as fields, and how: {@code url}, {@code vu:int}.
 *
 * @param kinds by the tag's name: {@code string}, {@code int}, {@code float} or {@code bool}
 */
record FieldTags(Map<String, String> kinds) {
    private static final List<String> KINDS = List.of("string", "int", "float", "bool");

    FieldTags {
        kinds = Map.copyOf(kinds);
    }

    /**
     * Those of a text with commas.
     *
     * @throws IllegalArgumentException where a kind is none
     */
    static FieldTags parse(String text) {
        var kinds = new LinkedHashMap<String, String>();
        for (var part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            var kind = colon < 0 ? "string" : part.substring(colon + 1).strip();
            var name = (colon < 0 ? part : part.substring(0, colon)).strip();
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(
                        "'%s' is none of %s".formatted(kind, String.join(", ", KINDS)));
            }
            if (!name.isEmpty()) {
                kinds.put(name, kind);
            }
        }
        return new FieldTags(kinds);
    }

    /** Takes them out of the tags, and appends them as fields, each with a comma behind. */
    Map<String, String> take(
            LineProtocol protocol, StringBuilder fields, Map<String, String> tags) {
        SortedMap<String, String> left = new TreeMap<>(tags);
        for (var name : new TreeMap<>(kinds).keySet()) {
            var value = left.remove(name);
            if (value != null && !value.isEmpty()) {
                append(protocol, fields, name, kinds.getOrDefault(name, "string"), value);
            }
        }
        return left;
    }

    /** A value that is not what its kind says is left out, as k6 does. */
    private static void append(
            LineProtocol protocol, StringBuilder fields, String name, String kind, String value) {
        var text = new StringBuilder();
        switch (kind) {
            case "int" -> text.append(value.matches("-?\\d{1,18}") ? value + "i" : "");
            case "float" ->
                    text.append(value.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?") ? value : "");
            case "bool" -> text.append(value.matches("true|false") ? value : "");
            default -> LineProtocol.text(text, value);
        }
        if (!text.isEmpty()) {
            protocol.field(fields, name);
            fields.append(text).append(',');
        }
    }
}
