package io.spate.output.text;

/** Texts in JSON, as Go writes them without escaping for HTML. */
public final class JsonText {
    private JsonText() {}

    /** Appends a text with its quotes. */
    public static void append(StringBuilder into, String text) {
        into.append('"');
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            switch (at) {
                case '"' -> into.append("\\\"");
                case '\\' -> into.append("\\\\");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                case '\t' -> into.append("\\t");
                default -> {
                    if (at < ' ' || at == '\u2028' || at == '\u2029') {
                        into.append("\\u").append(String.format("%04x", (int) at));
                    } else {
                        into.append(at);
                    }
                }
            }
        }
        into.append('"');
    }
}
