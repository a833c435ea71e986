package io.spate.report;

import io.spate.report.text.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A terminal that understands what the live console writes and fails on all else. It wraps long
 * lines, scrolls, and reflows when it is resized, as today's terminals do.
 */
final class FakeTerminal {
    private int width;
    private final int height;
    private final List<Line> lines = new ArrayList<>(List.of(new Line()));
    private int row;
    private int column;
    private boolean wraps = true;

    /** A row of cells; the second cell of a wide character is an empty text. */
    private static final class Line {
        private final List<String> cells = new ArrayList<>();
        private boolean goesOn;

        @Override
        public String toString() {
            return String.join("", cells).stripTrailing();
        }
    }

    FakeTerminal(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    /** All that was ever shown, scrolled out or not. */
    String all() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }

    /** How many rows the screen has in use. */
    int rows() {
        return Math.min(height, lines.size());
    }

    void write(String text) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            switch (point) {
                case '\n' -> newline(false);
                case '\r' -> column = 0;
                case 0x1B -> {
                    int end = i + 1;
                    while (!Character.isLetter(text.charAt(end))) {
                        end++;
                    }
                    escape(text.charAt(end), text.substring(i + 1, end));
                    i = end + 1;
                }
                default -> put(point);
            }
        }
    }

    private void newline(boolean wrapped) {
        lines.get(row).goesOn = wrapped;
        row++;
        column = 0;
        if (row == lines.size()) {
            lines.add(new Line());
        }
    }

    private void escape(char command, String argument) {
        switch (command) {
            case 'A' -> {
                int top = Math.max(0, lines.size() - height);
                row = Math.max(top, row - Integer.parseInt(argument));
            }
            case 'K' -> clear(lines.get(row));
            case 'J' -> {
                clear(lines.get(row));
                lines.subList(row + 1, lines.size()).clear();
            }
            case 'm' -> {}
            case 'h', 'l' -> {
                if (!argument.equals("?7")) {
                    throw new AssertionError("unknown mode: " + argument);
                }
                wraps = command == 'h';
            }
            default -> throw new AssertionError("unknown escape sequence: " + argument + command);
        }
    }

    private void clear(Line line) {
        line.cells.subList(Math.min(column, line.cells.size()), line.cells.size()).clear();
        line.goesOn = false;
    }

    private void put(int point) {
        if (Character.isISOControl(point)) {
            throw new AssertionError("control character " + point);
        }
        var text = Character.toString(point);
        int taken = Cells.width(text);
        if (column + taken > width) {
            if (!wraps) {
                return;
            }
            newline(true);
        }
        var cells = lines.get(row).cells;
        if (taken == 0) {
            cells.set(column - 1, cells.get(column - 1) + text);
            return;
        }
        set(cells, column, text);
        if (taken == 2) {
            set(cells, column + 1, "");
        }
        column += taken;
    }

    private static void set(List<String> cells, int at, String text) {
        while (cells.size() <= at) {
            cells.add(" ");
        }
        cells.set(at, text);
    }

    /** Changes the width; wrapped lines flow anew, and the cursor stays at the end. */
    void resize(int newWidth) {
        if (row != lines.size() - 1 || column != 0) {
            throw new AssertionError("the cursor is not below everything");
        }
        var old = List.copyOf(lines);
        width = newWidth;
        lines.clear();
        lines.add(new Line());
        row = 0;
        for (int i = 0; i < old.size() - 1; i++) {
            String.join("", old.get(i).cells).codePoints().forEach(this::put);
            if (!old.get(i).goesOn) {
                newline(false);
            }
        }
    }
}
