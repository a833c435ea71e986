package io.spate.report.capacity;

import io.spate.analysis.capacity.Capacity;
import io.spate.analysis.capacity.Trial;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a target bears: the highest load at which all objectives were met.
 *
 * @param status {@code found}, {@code not_reached}, {@code nothing_holds}, {@code
 *     generator_limited} or {@code unconfirmed}
 * @param unit of loads: {@code 1/s} for iterations per second, or {@code users}
 * @param objectives what was asked for, such as {@code http_req_duration: p(99)<250}
 * @param load the highest that held; NaN (in JSON null) where none did
 * @param low where the limit lies at the lowest, with a chance of 95 %; NaN where there is no
 *     saying
 * @param high where it lies at the highest
 * @param knee the load at which throughput over response time is highest; NaN where there is none
 * @param broken what was missed at the lowest load that is too much, what was missed most first
 * @param trials in the order in which they were made
 */
public record CapacityReport(
        String status,
        String unit,
        List<String> objectives,
        double load,
        double low,
        double high,
        double knee,
        List<Observed> broken,
        List<TrialRow> trials) {

    public CapacityReport {
        objectives = List.copyOf(objectives);
        broken = List.copyOf(broken);
        trials = List.copyOf(trials);
    }

    /**
     * An objective and what came.
     *
     * @param value what was observed, in the unit of the text; NaN where nothing was
     */
    public record Observed(String objective, double value, boolean met) {
        static Observed of(Trial.Objective it) {
            return new Observed(it.text(), rounded(it.value()), it.met());
        }
    }

    /**
     * What came of one load.
     *
     * @param purpose {@code climb}, {@code descend}, {@code bisect} or {@code confirm}
     * @param outcome {@code held}, {@code broken} or {@code generator_limited}
     * @param fromSeconds where the part that counts begins, since the run's start
     * @param remark what made the outcome, where the objectives do not say it
     */
    public record TrialRow(
            double load,
            String purpose,
            String outcome,
            double fromSeconds,
            double toSeconds,
            double iterationsPerSecond,
            double requestsPerSecond,
            double failureRate,
            double meanMs,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            List<Observed> objectives,
            String remark) {

        public TrialRow {
            objectives = List.copyOf(objectives);
        }

        /** What a trial came to. */
        public static TrialRow of(Trial it) {
            var figures = it.figures();
            return new TrialRow(
                    rounded(it.load()),
                    word(it.purpose()),
                    word(it.outcome()),
                    rounded(figures.fromNanos() / 1e9),
                    rounded(figures.toNanos() / 1e9),
                    rounded(figures.iterationsPerSecond()),
                    rounded(figures.requestsPerSecond()),
                    rounded(figures.failureRate()),
                    rounded(figures.meanMillis()),
                    rounded(figures.p50Millis()),
                    rounded(figures.p95Millis()),
                    rounded(figures.p99Millis()),
                    it.objectives().stream().map(Observed::of).toList(),
                    it.remark());
        }
    }

    /** What a search came to. */
    public static CapacityReport of(Capacity capacity, boolean users, List<String> objectives) {
        return new CapacityReport(
                word(capacity.status()),
                users ? "users" : "1/s",
                objectives,
                orNaN(capacity.load()),
                capacity.interval().map(it -> rounded(it.low())).orElse(Double.NaN),
                capacity.interval().map(it -> rounded(it.high())).orElse(Double.NaN),
                orNaN(capacity.knee()),
                capacity.broken().stream().map(Observed::of).toList(),
                capacity.trials().stream().map(TrialRow::of).toList());
    }

    private static double orNaN(OptionalDouble load) {
        return load.isPresent() ? rounded(load.getAsDouble()) : Double.NaN;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** To three digits behind the point. */
    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * 1000) / 1000 : value;
    }
}
