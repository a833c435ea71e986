package io.spate.k6.options;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Options as they are written in variables and on the command line. */
public final class OptionText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OptionText() {}

    /** A text as the value that it writes; one that writes none stays a text, and is refused. */
    static JsonNode node(OptionKey.Kind kind, String text) {
        return switch (kind) {
            case FLAG -> flag(text);
            case WHOLE -> whole(text);
            case TEXT, DURATION -> NODES.stringNode(text);
            case TEXTS -> {
                var list = NODES.arrayNode();
                Arrays.stream(text.split(",", -1)).map(String::strip).forEach(list::add);
                yield list;
            }
            case STAGES -> text.startsWith("[") ? json(text) : stages(text);
            case OBJECT, ANY -> json(text);
        };
    }

    private static JsonNode flag(String text) {
        return switch (text) {
            case "true", "1", "t", "T", "TRUE", "True" -> NODES.booleanNode(true);
            case "false", "0", "f", "F", "FALSE", "False" -> NODES.booleanNode(false);
            default -> NODES.stringNode(text);
        };
    }

    private static JsonNode whole(String text) {
        try {
            return NODES.numberNode(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return NODES.stringNode(text);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            return NODES.stringNode(text);
        }
    }

    /** Stages as in {@code 30s:10,1m:50}. */
    public static JsonNode stages(String text) {
        var list = NODES.arrayNode();
        for (var part : text.split(",", -1)) {
            int colon = part.lastIndexOf(':');
            if (colon < 0) {
                return NODES.stringNode(text);
            }
            list.addObject()
                    .put("duration", part.substring(0, colon).strip())
                    .set("target", whole(part.substring(colon + 1).strip()));
        }
        return list;
    }
}
