package io.spate.cli.k6;

import io.spate.k6.vu.ScriptLog.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of a k6 run.
 *
 * @param source what wrote it; may be empty
 * @param at when it was written
 * @param seconds since the run's command began
 */
record K6Message(Level level, String text, String source, Instant at, long seconds) {
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9._/@^+-]+");

    /** How messages are written. */
    enum Format {
        /** A line that people read on a terminal. */
        TERMINAL,
        /** Keys with values. */
        TEXT,
        /** The message and nothing else. */
        RAW,
        /** An object on a line. */
        JSON
    }

    K6Message withoutSource() {
        return new K6Message(level, text, "", at, seconds);
    }

    String as(Format format) {
        return switch (format) {
            case TERMINAL -> onTerminal();
            case TEXT -> asKeys();
            case RAW -> text;
            case JSON -> asJson();
        };
    }

    private String onTerminal() {
        var word =
                switch (level) {
                    case DEBUG -> "DEBU";
                    case INFO -> "INFO";
                    case WARNING -> "WARN";
                    case ERROR -> "ERRO";
                };
        var suffix = source.isEmpty() ? "" : "  source=" + source;
        return String.format(Locale.ROOT, "%s[%04d] %s%s", word, seconds, text, suffix);
    }

    private String asKeys() {
        var message = text.isEmpty() ? "" : " msg=" + quoted(text);
        var suffix = source.isEmpty() ? "" : " source=" + source;
        return "time=\"%s\" level=%s%s%s".formatted(time(), name(), message, suffix);
    }

    private String asJson() {
        var object = JsonMapper.shared().createObjectNode();
        object.put("level", name()).put("msg", text);
        if (!source.isEmpty()) {
            object.put("source", source);
        }
        return object.put("time", time()).toString();
    }

    private String time() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String name() {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** In quotes where there is anything but the plainest signs in it. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
    }
}
