package io.spate.report;

import io.spate.metrics.result.Delivered;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.List;

/** What became of what was sent elsewhere, a line for each output. */
final class SummaryOutputs {
    private SummaryOutputs() {}

    static void append(StringBuilder text, List<Delivered> outputs, boolean colours) {
        for (var output : outputs) {
            boolean whole = output.lost() == 0;
            text.append("    ")
                    .append(
                            whole
                                    ? Style.GREEN.apply("\u2713", colours)
                                    : Style.RED.apply("\u2717", colours))
                    .append(' ')
                    .append(Cells.clean(output.output()))
                    .append(": ")
                    .append(Units.grouped(output.sent(), "point"));
            if (!whole) {
                text.append(" sent, ").append(Units.grouped(output.lost())).append(" lost");
            }
            if (output.merged() > 0) {
                text.append(", ")
                        .append(Units.grouped(output.merged(), "interval"))
                        .append(" merged");
            }
            if (!whole && !output.failure().isEmpty()) {
                text.append(": it ").append(Cells.clean(output.failure()));
            }
            text.append('\n');
        }
    }
}
