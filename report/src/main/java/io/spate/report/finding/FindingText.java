package io.spate.report.finding;

import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import java.util.List;

/** Findings for a terminal. */
public final class FindingText {
    private static final String INDENT = "    ";

    private FindingText() {}

    /** Appends each on two lines: what it is, and its words. */
    public static void append(StringBuilder text, List<FindingRow> findings, boolean colours) {
        for (var finding : findings) {
            text.append(INDENT)
                    .append(mark(finding, colours))
                    .append(' ')
                    .append(Cells.clean(finding.title()))
                    .append('\n')
                    .append(INDENT)
                    .append("  ")
                    .append(Style.DIM.apply(Cells.clean(finding.words()), colours))
                    .append('\n');
        }
    }

    private static String mark(FindingRow finding, boolean colours) {
        return switch (finding.sign()) {
            case "good" -> Style.GREEN.apply("✓", colours);
            case "warning" -> Style.YELLOW.apply("! WARNING", colours);
            default -> Style.BOLD_RED.apply("✗ RED FLAG", colours);
        };
    }
}
