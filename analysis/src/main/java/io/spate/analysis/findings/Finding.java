package io.spate.analysis.findings;

import java.util.List;

/**
 * One thing that the measurements say about the target.
 *
 * @param rule a fixed word for programs, such as {@code degradation}
 * @param sign whether it is good
 * @param title in a few words
 * @param words the same in a sentence, with its figures
 * @param figures the numbers that prove it
 * @param proof where the chart shows it
 */
public record Finding(
        String rule, Sign sign, String title, String words, List<Figure> figures, Proof proof) {

    public Finding {
        figures = List.copyOf(figures);
    }

    /** What a finding says of the target, the best first. */
    public enum Sign {
        /** As one wishes. */
        GOOD,
        /** Worth a look before more load comes. */
        WARNING,
        /** The target breaks. */
        RED_FLAG
    }

    /**
     * A number.
     *
     * @param name what it is, such as {@code p95_before}
     * @param unit such as {@code ms}, {@code users} or {@code 1/s}; empty for a plain number, whose
     *     shares are 0 to 1
     */
    public record Figure(String name, double value, String unit) {}

    /**
     * Where to look.
     *
     * @param metric whose chart shows it, such as {@code http_req_duration}
     * @param fromNanos since the run's start
     * @param toNanos since the run's start
     */
    public record Proof(String metric, long fromNanos, long toNanos) {}
}
