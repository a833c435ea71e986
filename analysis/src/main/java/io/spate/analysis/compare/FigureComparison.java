package io.spate.analysis.compare;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How one figure of an endpoint changed.
 *
 * @param figure which
 * @param a what it was, in ms, as a share, or per second, over all runs of that side
 * @param b what it is
 * @param change {@code b / a - 1}, or {@code b - a} where the figure is not {@link
 *     Figure#relative}; empty where {@code a} is 0 and the change relative
 * @param interval of the change; empty where what was measured does not tell how much runs differ
 * @param p how likely chance alone makes so great a change; empty without an interval
 * @param q the same with all that is compared in view: at or below 1 - confidence the change is
 *     more than chance; empty without an interval and where there are too few requests
 * @param verdict the verdict
 * @param moreRuns how many more runs on each side would likely decide it; empty where it is
 *     decided, or no number of runs that one would make does
 * @param words the verdict in words
 */
public record FigureComparison(
        Figure figure,
        double a,
        double b,
        OptionalDouble change,
        Optional<Interval> interval,
        OptionalDouble p,
        OptionalDouble q,
        ComparisonVerdict verdict,
        OptionalInt moreRuns,
        String words) {}
