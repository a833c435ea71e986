package io.spate.report.finding;

import io.spate.analysis.findings.Finding;
import io.spate.analysis.findings.Findings;
import io.spate.metrics.result.RunResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a run says about its target.
 *
 * @param rule a fixed word for programs, such as {@code degradation}; docs/findings.md has them all
 * @param sign {@code good}, {@code warning} or {@code red_flag}
 * @param title in a few words
 * @param words the same in a sentence, with its figures
 * @param figures the numbers that prove it
 * @param metric whose chart shows it
 * @param fromSeconds where it shows it, since the run's start
 * @param toSeconds where it shows it, since the run's start
 */
public record FindingRow(
        String rule,
        String sign,
        String title,
        String words,
        List<Figure> figures,
        String metric,
        double fromSeconds,
        double toSeconds) {
    private static final MathContext DIGITS = new MathContext(6);

    public FindingRow {
        figures = List.copyOf(figures);
    }

    /**
     * A number.
     *
     * @param unit such as {@code ms}; empty for a plain number, whose shares are 0 to 1
     */
    public record Figure(String name, double value, String unit) {}

    /** All of a run, the worst first. */
    public static List<FindingRow> of(RunResult result) {
        return Findings.of(result).stream().map(FindingRow::of).toList();
    }

    private static FindingRow of(Finding it) {
        return new FindingRow(
                it.rule(),
                it.sign().name().toLowerCase(Locale.ROOT),
                it.title(),
                it.words(),
                it.figures().stream()
                        .map(of -> new Figure(of.name(), rounded(of.value()), of.unit()))
                        .toList(),
                it.proof().metric(),
                rounded(it.proof().fromNanos() / 1e9),
                rounded(it.proof().toNanos() / 1e9));
    }

    /** Those of a document, which may be of a version that had none. */
    public static List<FindingRow> orNone(@Nullable List<FindingRow> rows) {
        return rows == null ? List.of() : List.copyOf(rows);
    }

    /** To six digits. */
    private static double rounded(double value) {
        return Double.isFinite(value) && value != 0
                ? new BigDecimal(value).round(DIGITS).doubleValue()
                : value;
    }
}
