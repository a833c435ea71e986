package io.spate.output.prometheus;

import io.spate.output.prometheus.Points.Kind;
import io.spate.output.text.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Points as Prometheus' text format, version 0.0.4. Belongs to one thread. */
final class TextFormat implements Points.Sink {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, StringBuilder> families = new TreeMap<>();
    private long points;

    @Override
    public void point(String family, Kind kind, String name, Labels labels, double value) {
        points++;
        var text =
                families.computeIfAbsent(
                        family,
                        it ->
                                new StringBuilder("# TYPE ")
                                        .append(it)
                                        .append(' ')
                                        .append(kind.name().toLowerCase(Locale.ROOT))
                                        .append('\n'));
        text.append(name);
        if (!labels.isEmpty()) {
            int open = text.length();
            labels.forEach(
                    (label, content) -> {
                        text.append(text.length() == open ? '{' : ',').append(label).append("=\"");
                        escaped(text, content);
                        text.append('"');
                    });
            text.append('}');
        }
        text.append(' ').append(Decimals.shortest(value)).append('\n');
    }

    private static void escaped(StringBuilder into, String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            switch (at) {
                case '\\' -> into.append("\\\\");
                case '"' -> into.append("\\\"");
                case '\n' -> into.append("\\n");
                default -> into.append(at);
            }
        }
    }

    /** How many points there are. */
    long points() {
        return points;
    }

    byte[] bytes() {
        return String.join("", families.values()).getBytes(StandardCharsets.UTF_8);
    }
}
