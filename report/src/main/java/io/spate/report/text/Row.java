package io.spate.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a block: a label and items, which flow over several lines where the terminal is
 * narrow, so that nothing is hidden.
 */
public final class Row {
    private static final int GAP = 2;
    private static final int TEXT_MAX = 200;

    private final String label;
    private final List<Item> items = new ArrayList<>();

    private record Item(String text, Style style, int gap) {}

    public Row(String label) {
        this.label = label;
    }

    public Row add(String text) {
        return add(text, Style.PLAIN);
    }

    /** Adds an item; an empty one is left out. */
    public Row add(String text, Style style) {
        if (!text.isEmpty()) {
            items.add(new Item(Cells.clean(text), style, GAP));
        }
        return this;
    }

    /** Adds a sentence, which breaks between its words and is cut where it is very long. */
    public Row addSentence(String text, Style style) {
        int gap = GAP;
        for (var word : Cells.cut(Cells.clean(text), TEXT_MAX).strip().split(" +", -1)) {
            items.add(new Item(word, style, gap));
            gap = 1;
        }
        return this;
    }

    /** How many columns are left in the row's last line, after a gap. */
    public int columnsLeft(int labelWidth, int width) {
        int column = labelWidth;
        for (var item : items) {
            int needed = Cells.width(item.text);
            boolean fits = column + item.gap + needed <= width;
            column = (fits ? column + item.gap : labelWidth + GAP) + needed;
        }
        return width - column - GAP;
    }

    /** The lines, each of at most {@code width} columns. */
    public List<String> lines(int labelWidth, int width, boolean colours) {
        var lines = new ArrayList<String>();
        var head = Cells.padEnd(Cells.cut(Cells.clean(label), labelWidth), labelWidth);
        var line = new StringBuilder(Style.BOLD.apply(head, colours));
        int column = labelWidth;
        for (var item : items) {
            int gap = item.gap;
            if (column + gap + Cells.width(item.text) > width && column > labelWidth) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(labelWidth));
                column = labelWidth;
                gap = GAP;
            }
            var text = Cells.cut(item.text, width - column - gap);
            if (!text.isEmpty()) {
                line.append(" ".repeat(gap)).append(item.style.apply(text, colours));
                column += gap + Cells.width(text);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
