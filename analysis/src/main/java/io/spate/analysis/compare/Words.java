package io.spate.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Verdicts in words. */
final class Words {
    private static final int NAMED = 3;

    private Words() {}

    static String of(
            Estimate estimate,
            ComparisonVerdict verdict,
            Optional<Interval> interval,
            OptionalInt moreRuns,
            double least) {
        Figure figure = estimate.figure();
        String range = interval.map(it -> range(figure, it)).orElse("");
        String change =
                Double.isNaN(estimate.shift()) ? "" : change(figure, Math.abs(estimate.change()));
        return switch (verdict) {
            case REGRESSED, IMPROVED ->
                    "%s by %s (%s)".formatted(direction(estimate), change, range);
            case PASS -> "not worse by %s or more (%s)".formatted(change(figure, least), range);
            case INCONCLUSIVE -> open(estimate, range, moreRuns);
        };
    }

    private static String open(Estimate estimate, String range, OptionalInt moreRuns) {
        if (Double.isNaN(estimate.shift())) {
            return "nothing to compare with";
        }
        if (estimate.plenty() < 1) {
            return "too few requests to tell"
                    + (moreRuns.isPresent() ? ": " + moreRuns(moreRuns.getAsInt()) : "");
        }
        if (!estimate.isKnown()) {
            return "how much runs differ by chance is not known: one run a side, and no seconds";
        }
        return "anything of %s: %s"
                .formatted(
                        range,
                        moreRuns.isPresent()
                                ? moreRuns(moreRuns.getAsInt())
                                : "no number of runs that one would make decides it");
    }

    private static String moreRuns(int more) {
        return "%d more run%s on each side would likely decide it"
                .formatted(more, more == 1 ? "" : "s");
    }

    private static String direction(Estimate estimate) {
        return switch (estimate.figure()) {
            case P50, P95, P99, MEAN -> estimate.shift() > 0 ? "slower" : "faster";
            case ERROR_RATE -> estimate.shift() > 0 ? "more errors" : "fewer errors";
            case THROUGHPUT -> estimate.shift() > 0 ? "more" : "less";
        };
    }

    /** A change as people read it. */
    static String change(Figure figure, double change) {
        return figure.relative()
                ? String.format(Locale.ROOT, "%.1f %%", change * 100)
                : String.format(Locale.ROOT, "%.2f percentage points", change * 100);
    }

    private static String range(Figure figure, Interval interval) {
        return figure.relative()
                ? String.format(
                        Locale.ROOT,
                        "%+.1f to %+.1f %%",
                        interval.low() * 100,
                        interval.high() * 100)
                : String.format(
                        Locale.ROOT,
                        "%+.2f to %+.2f percentage points",
                        interval.low() * 100,
                        interval.high() * 100);
    }

    /** The whole comparison in a sentence. */
    static String of(
            ComparisonVerdict verdict,
            EndpointComparison overall,
            List<EndpointComparison> endpoints,
            OptionalInt moreRuns,
            double least) {
        return switch (verdict) {
            case REGRESSED, IMPROVED -> changed(verdict, overall, endpoints);
            case PASS ->
                    "no figure of all requests that decides got worse by %s or more"
                            .formatted(String.format(Locale.ROOT, "%.3g %%", least * 100));
            case INCONCLUSIVE ->
                    listed(
                                    overall.figures().stream()
                                            .filter(it -> it.figure().decides() && isOpen(it))
                                            .map(it -> it.figure().title())
                                            .toList())
                            + " of all requests cannot be decided"
                            + (moreRuns.isPresent() ? "; " + moreRuns(moreRuns.getAsInt()) : "");
        };
    }

    /** Such as "p95, error rate and throughput". */
    private static String listed(List<String> names) {
        if (names.size() < 2) {
            return names.isEmpty() ? "nothing" : names.getFirst();
        }
        var first = names.subList(0, names.size() - 1);
        return String.join(", ", first) + " and " + names.getLast();
    }

    private static boolean isOpen(FigureComparison figure) {
        return figure.verdict() == ComparisonVerdict.INCONCLUSIVE;
    }

    private static String changed(
            ComparisonVerdict verdict,
            EndpointComparison overall,
            List<EndpointComparison> endpoints) {
        List<String> found = new ArrayList<>();
        if (overall.verdict() == verdict) {
            found.add(changed(verdict, overall));
        }
        var others = endpoints.stream().filter(it -> it.verdict() == verdict).toList();
        others.stream().limit(NAMED).map(it -> changed(verdict, it)).forEach(found::add);
        if (others.size() > NAMED) {
            int more = others.size() - NAMED;
            found.add("%d more endpoint%s".formatted(more, more == 1 ? "" : "s"));
        }
        return String.join("; ", found);
    }

    private static String changed(ComparisonVerdict verdict, EndpointComparison endpoint) {
        var figures =
                endpoint.figures().stream()
                        .filter(it -> it.verdict() == verdict)
                        .map(it -> it.figure().title() + " " + signed(it))
                        .toList();
        return endpoint.title() + ": " + String.join(", ", figures);
    }

    private static String signed(FigureComparison figure) {
        double change = figure.change().orElse(0);
        return (change < 0 ? "-" : "+") + change(figure.figure(), Math.abs(change));
    }
}
