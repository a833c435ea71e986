package io.spate.output.text;

/** A cell of a table with commas (RFC 4180). */
public final class CsvCell {
    private CsvCell() {}

    /** A text as a cell: in quotes where it must be. */
    public static String of(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /** The same as Go writes it, which also quotes what begins with a blank. */
    public static String asGo(String text) {
        return isPlain(text) && !text.startsWith(" ") ? text : quoted(text);
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
