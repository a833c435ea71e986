package io.spate.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of lines at the end of what a terminal shows, drawn over itself. The cursor rests at the
 * start of the line below the block. Belongs to one thread at a time.
 */
public final class Screen {
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final String CLEAR_LINE = "\u001B[K";
    private static final String CLEAR_BELOW = "\u001B[J";
    private static final String WRAP_OFF = "\u001B[?7l";
    private static final String WRAP_ON = "\u001B[?7h";

    private List<Integer> drawnWidths = List.of();

    /**
     * What to write so that text stands above the block and the block below it.
     *
     * @param above whole lines that stay; may be longer than the terminal is wide
     * @param block lines narrower than the terminal
     * @param width the terminal's width now; a terminal that became narrower has wrapped the block
     */
    public String draw(List<String> above, List<String> block, int width) {
        var frame = new StringBuilder();
        int rows = drawnWidths.stream().mapToInt(it -> Math.max(1, ceilDiv(it, width))).sum();
        if (rows > 0) {
            frame.append("\r\u001B[").append(rows).append('A');
        }
        if (!above.isEmpty()) {
            frame.append(CLEAR_BELOW);
            above.forEach(line -> frame.append(line).append('\n'));
        }
        // A terminal that is narrower than it was said to be cuts lines instead of wrapping them.
        frame.append(WRAP_OFF);
        var widths = new ArrayList<Integer>();
        for (var line : block) {
            frame.append(line).append(CLEAR_LINE).append('\n');
            widths.add(Cells.width(COLOUR.matcher(line).replaceAll("")));
        }
        drawnWidths = List.copyOf(widths);
        return frame.append(CLEAR_BELOW).append(WRAP_ON).toString();
    }

    private static int ceilDiv(int dividend, int divisor) {
        return Math.ceilDiv(dividend, Math.max(1, divisor));
    }
}
