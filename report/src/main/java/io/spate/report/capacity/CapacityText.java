package io.spate.report.capacity;

import io.spate.report.capacity.CapacityReport.Observed;
import io.spate.report.capacity.CapacityReport.TrialRow;
import io.spate.report.text.Style;
import java.util.Locale;

/** A capacity for a terminal. */
public final class CapacityText {
    private static final String INDENT = "    ";

    private CapacityText() {}

    /** A load with its unit: {@code 196.5/s} or {@code 40 users}. */
    public static String load(double load, String unit) {
        return unit.equals("users")
                ? String.format(Locale.ROOT, "%.0f users", load)
                : String.format(Locale.ROOT, load < 1000 ? "%.1f/s" : "%.0f/s", load);
    }

    /** The answer in a sentence. */
    public static String words(CapacityReport it) {
        var load = Double.isNaN(it.load()) ? "nothing" : load(it.load(), it.unit());
        return switch (it.status()) {
            case "found" -> "The target bears %s%s.".formatted(load, between(it));
            case "not_reached" ->
                    "The target bears %s and more: the highest load of the search holds."
                            .formatted(load);
            case "nothing_holds" -> "Even the lowest load of the search is too much.";
            case "generator_limited" ->
                    "No verdict: the generator was the limit. The target bears %s at least."
                            .formatted(load);
            default -> "Not confirmed: the search ended early. So far %s held.".formatted(load);
        };
    }

    private static String between(CapacityReport it) {
        return Double.isNaN(it.low())
                ? ""
                : "; with a chance of 95%% the limit is between %s and %s"
                        .formatted(load(it.low(), it.unit()), load(it.high(), it.unit()));
    }

    /** What was missed first, in words; empty where nothing was. */
    public static String broken(CapacityReport it) {
        return it.broken().isEmpty()
                ? ""
                : "Broke first: %s (%s)"
                        .formatted(
                                it.broken().getFirst().objective(), value(it.broken().getFirst()));
    }

    /** The answer, what broke first, and the knee. */
    public static void append(StringBuilder text, CapacityReport it, boolean colours) {
        text.append(INDENT).append(Style.BOLD.apply(words(it), colours)).append('\n');
        if (!it.broken().isEmpty()) {
            text.append(INDENT).append(broken(it)).append('\n');
        }
        if (!Double.isNaN(it.knee())) {
            text.append(INDENT)
                    .append("Knee: ")
                    .append(load(it.knee(), it.unit()))
                    .append(", the highest throughput over response time\n");
        }
    }

    /** What came of a load, on a line. */
    public static String line(TrialRow it, String unit) {
        var outcome =
                switch (it.outcome()) {
                    case "held" -> "held";
                    case "broken" -> "broken";
                    default -> "generator";
                };
        var why =
                it.objectives().stream()
                        .filter(each -> !each.met())
                        .findFirst()
                        .map(each -> "  " + each.objective() + " is " + value(each))
                        .orElse("");
        return String.format(
                Locale.ROOT,
                "%-8s %12s  %-9s  p50 %.1f ms, p99 %.1f ms, failed %.2f%%%s%s",
                it.purpose(),
                load(it.load(), unit),
                outcome,
                it.p50Ms(),
                it.p99Ms(),
                it.failureRate() * 100,
                why,
                it.remark().isEmpty() ? "" : "  (" + it.remark() + ")");
    }

    private static String value(Observed it) {
        return Double.isNaN(it.value())
                ? "nothing was measured"
                : String.format(
                        Locale.ROOT, Math.abs(it.value()) < 1 ? "%.4f" : "%.1f", it.value());
    }
}
