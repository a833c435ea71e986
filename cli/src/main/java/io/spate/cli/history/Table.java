package io.spate.cli.history;

import io.spate.report.text.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns; those that are numbers to the right. */
final class Table {
    private static final int WIDTH_MAX = 40;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> numbers;

    /**
     * A table without rows.
     *
     * @param numbers the places of the columns that hold numbers
     */
    Table(List<Integer> numbers, String... head) {
        this.numbers = List.copyOf(numbers);
        add(head);
    }

    void add(String... cells) {
        rows.add(
                Arrays.stream(cells)
                        .map(it -> Cells.cutMiddle(Cells.clean(it), WIDTH_MAX))
                        .toList());
    }

    /** With line ends. */
    String text() {
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                var cell = row.get(i);
                var space = " ".repeat(width(i) - Cells.width(cell));
                line.append(i == 0 ? "" : "  ");
                line.append(numbers.contains(i) ? space + cell : cell + space);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(it -> Cells.width(it.get(column))).max().orElse(0);
    }
}
