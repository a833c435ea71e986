package io.spate.convert.write;

import io.spate.convert.draft.Text;
import io.spate.convert.draft.Text.Part;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Scalars of YAML. */
final class YamlText {
    /** What YAML takes for something else than a text. */
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "~");

    private YamlText() {}

    /** A text with its variables. */
    static String of(Text text) {
        return quoted(plain(text));
    }

    /** A text with its variables, unquoted. */
    static String plain(Text text) {
        var plain = new StringBuilder();
        for (var part : text.parts()) {
            plain.append(
                    switch (part) {
                        case Part.Literal(var literal) -> literal.replace("${", "$${");
                        case Part.Variable(var name) -> "${" + name + "}";
                        case Part.Random(var min, var max) ->
                                "${random(%d,%d)}".formatted(min, max);
                    });
        }
        return plain.toString();
    }

    /** A scalar, in quotes where it would be taken for something else. */
    static String quoted(String text) {
        boolean plain =
                text.matches("[A-Za-z_/$][A-Za-z0-9_/.${}?=&-]*|https?://[A-Za-z0-9_/.:${}-]+")
                        && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : JsonMapper.shared().writeValueAsString(text);
    }

    static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A mapping under a key; nothing where it is empty. */
    static <V> void map(Lines out, String key, Map<String, V> values, Function<V, String> shown) {
        if (values.isEmpty()) {
            return;
        }
        out.add(key + ":").in();
        values.forEach((name, value) -> out.add(quoted(name) + ": " + shown.apply(value)));
        out.out();
    }
}
