package io.spate.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns, each as wide as its widest cell. */
public final class TextTable {
    private final int cellMax;
    private final List<Boolean> numbers;
    private final List<Line> lines = new ArrayList<>();

    /** A row whose cells are clean: one of them, or all, stands out. */
    private record Line(List<String> cells, Style all, Style last) {}

    /**
     * A table without rows.
     *
     * @param cellMax how many columns of the terminal a cell takes at most; what is longer loses
     *     its middle
     * @param head how the heads stand out
     * @param heads of the columns; those that begin with {@code >} hold numbers, which end alike
     */
    public TextTable(int cellMax, Style head, String... heads) {
        this.cellMax = cellMax;
        this.numbers = Arrays.stream(heads).map(it -> it.startsWith(">")).toList();
        row(
                head,
                Arrays.stream(heads).map(it -> it.startsWith(">") ? it.substring(1) : it).toList());
    }

    /** Adds a row of texts, whatever they hold. */
    public TextTable row(List<String> cells) {
        return row(Style.PLAIN, cells);
    }

    /** Adds a row that stands out. */
    public TextTable row(Style style, List<String> cells) {
        return add(new Line(cells, style, Style.PLAIN));
    }

    /** Adds a row whose last cell stands out. */
    public TextTable rowWithLast(Style style, List<String> cells) {
        return add(new Line(cells, Style.PLAIN, style));
    }

    private TextTable add(Line line) {
        if (line.cells.size() != numbers.size()) {
            throw new IllegalArgumentException(
                    "a row of %d has %d".formatted(numbers.size(), line.cells.size()));
        }
        var clean = line.cells.stream().map(it -> Cells.cutMiddle(Cells.clean(it), cellMax));
        lines.add(new Line(clean.toList(), line.all, line.last));
        return this;
    }

    /** All rows with line ends, each after an indent. */
    public String text(String indent, boolean colours) {
        int columns = numbers.size();
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Cells.width(line.cells.get(i)));
            }
        }
        var text = new StringBuilder();
        for (var line : lines) {
            var row = new StringBuilder(indent);
            for (int i = 0; i < columns; i++) {
                var cell = line.cells.get(i);
                row.append(i == 0 ? "" : "  ");
                row.append(" ".repeat(numbers.get(i) ? widths[i] - Cells.width(cell) : 0));
                row.append(i == columns - 1 ? line.last.apply(cell, colours) : cell);
                row.append(" ".repeat(numbers.get(i) ? 0 : widths[i] - Cells.width(cell)));
            }
            text.append(line.all.apply(row.toString().stripTrailing(), colours)).append('\n');
        }
        return text.toString();
    }
}
