package io.spate.report.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table, row by row. Belongs to one thread. */
public final class MarkdownTable {
    private final StringBuilder text;
    private final int columns;

    /**
     * Begins a table.
     *
     * @param text to which it is appended
     * @param heads of its columns; those that begin with {@code >} hold numbers
     */
    public MarkdownTable(StringBuilder text, String... heads) {
        this.text = text;
        this.columns = heads.length;
        line(Arrays.stream(heads).map(it -> it.startsWith(">") ? it.substring(1) : it).toList());
        text.append('|');
        for (var head : heads) {
            text.append(head.startsWith(">") ? "---:|" : "---|");
        }
        text.append('\n');
    }

    /**
     * Adds a row of texts, whatever they hold.
     *
     * @throws IllegalArgumentException where it has not a cell for each column
     */
    public MarkdownTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "a row of %d has %d".formatted(columns, cells.length));
        }
        line(Arrays.stream(cells).map(MarkdownText::escape).toList());
        return this;
    }

    private void line(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
    }
}
