package io.spate.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a block: a label and items, which flow over several lines where the terminal is
 * narrow, so that nothing is hidden.
 */
public final class Row {
    private static final String GAP = "  ";

    private final String label;
    private final List<Item> items = new ArrayList<>();

    private record Item(String text, Style style) {}

    public Row(String label) {
        this.label = label;
    }

    public Row add(String text) {
        return add(text, Style.PLAIN);
    }

    /** Adds an item; an empty one is left out. */
    public Row add(String text, Style style) {
        if (!text.isEmpty()) {
            items.add(new Item(Cells.clean(text), style));
        }
        return this;
    }

    /** How many columns are left in the row's last line, after a gap. */
    public int columnsLeft(int labelWidth, int width) {
        int column = labelWidth;
        for (var item : items) {
            int needed = GAP.length() + Cells.width(item.text);
            column = column + needed > width ? labelWidth + needed : column + needed;
        }
        return width - column - GAP.length();
    }

    /** The lines, each of at most {@code width} columns. */
    public List<String> lines(int labelWidth, int width, boolean colours) {
        var lines = new ArrayList<String>();
        var head = Cells.padEnd(Cells.cut(Cells.clean(label), labelWidth), labelWidth);
        var line = new StringBuilder(Style.BOLD.apply(head, colours));
        int column = labelWidth;
        for (var item : items) {
            int needed = GAP.length() + Cells.width(item.text);
            if (column + needed > width && column > labelWidth) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(labelWidth));
                column = labelWidth;
            }
            var text = Cells.cut(item.text, width - column - GAP.length());
            line.append(GAP).append(item.style.apply(text, colours));
            column += GAP.length() + Cells.width(text);
        }
        lines.add(line.toString());
        return lines;
    }
}
