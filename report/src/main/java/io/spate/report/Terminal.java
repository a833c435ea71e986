package io.spate.report;

/**
 * What the place that text goes to can show. Text is UTF-8.
 *
 * @param width columns, at least 1; where it is not interactive nothing is cut to it
 * @param height rows, at least 1
 * @param colours whether colours may be used
 * @param interactive whether the cursor can be moved, so that a block can be drawn over itself
 */
public record Terminal(int width, int height, boolean colours, boolean interactive) {

    /** A file or a pipe: no colours, no cursor, 120 columns for tables. */
    public static final Terminal PLAIN = new Terminal(120, 24, false, false);

    public Terminal {
        width = Math.max(1, width);
        height = Math.max(1, height);
    }
}
