package io.spate.output.prometheus;

import io.spate.output.prometheus.Points.Kind;
import io.spate.output.text.Decimals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Points as Prometheus' text format, version 0.0.4. A family must stand in one piece: its points
 * wait for each other until they are written. Belongs to one thread.
 */
final class TextFormat implements Points.Sink {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, StringBuilder> families = new TreeMap<>();
    private long points;

    @Override
    public void point(
            String family, Kind kind, String name, Labels labels, String le, double value) {
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
        var own = labels.text();
        text.append(name);
        if (!own.isEmpty() || !le.isEmpty()) {
            text.append('{').append(own);
            if (!le.isEmpty()) {
                text.append(own.isEmpty() ? "le=\"" : ",le=\"").append(le).append('"');
            }
            text.append('}');
        }
        text.append(' ').append(Decimals.shortest(value)).append('\n');
    }

    /** How many points there were. */
    long points() {
        return points;
    }

    /** Writes the families that wait; none of them may come again. */
    void writeTo(OutputStream stream) throws IOException {
        for (var text : families.values()) {
            stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        families.clear();
    }

    /** The families that wait, as bytes. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
