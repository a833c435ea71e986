package io.spate.report.text;

import java.util.List;

/** Numbers over time as one line of blocks, from zero to the highest of them. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** The last values, one column each. Zero is the lowest block. */
    public static String of(List<Double> values, int columns) {
        var shown =
                values.subList(
                        Math.clamp(values.size() - (long) columns, 0, values.size()),
                        values.size());
        double highest = shown.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var line = new StringBuilder();
        for (double value : shown) {
            int level = highest <= 0 ? 0 : (int) Math.ceil(value / highest * BLOCKS.length()) - 1;
            line.append(BLOCKS.charAt(Math.clamp(level, 0, BLOCKS.length() - 1)));
        }
        return line.toString();
    }
}
