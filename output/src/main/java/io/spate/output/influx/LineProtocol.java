package io.spate.output.influx;

import java.util.Map;

/**
 * Points as text, in InfluxDB's line protocol. What it cannot hold is replaced by what comes
 * nearest: a line end in a name or a tag by {@code \n} in two characters.
 */
enum LineProtocol {
    /**
     * A backslash means itself, and hides a separator behind it: one at the end, which would hide
     * what follows, gets a space.
     */
    FIRST,

    /** Two backslashes mean one; so it is documented of version 2, and VictoriaMetrics reads it. */
    SECOND;

    /** Appends what stands before the fields, with the space. Tags without a value are left out. */
    void head(StringBuilder into, String measurement, Map<String, String> tags) {
        escaped(into, measurement, false);
        tags.forEach(
                (name, value) -> {
                    if (!name.isEmpty() && !value.isEmpty()) {
                        into.append(',');
                        escaped(into, name, true);
                        into.append('=');
                        escaped(into, value, true);
                    }
                });
        into.append(' ');
    }

    /** Appends the name of a field, with the equals sign. */
    void field(StringBuilder into, String name) {
        escaped(into, name, true);
        into.append('=');
    }

    /** Appends the value of a field of text. */
    static void text(StringBuilder into, String value) {
        into.append('"');
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            if (at == '"' || at == '\\') {
                into.append('\\');
            }
            into.append(at);
        }
        into.append('"');
    }

    private void escaped(StringBuilder into, String text, boolean equals) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            switch (at) {
                case ',', ' ' -> into.append('\\').append(at);
                case '=' -> into.append(equals ? "\\=" : "=");
                case '\\' -> into.append(this == SECOND ? "\\\\" : "\\");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                default -> into.append(at);
            }
        }
        if (this == FIRST && text.endsWith("\\")) {
            into.append("\\ ");
        }
    }
}
