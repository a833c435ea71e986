package io.spate.metrics.threshold;

import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.threshold.Threshold.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a run by its thresholds, second by second. Belongs to one thread.
 *
 * <p>What a threshold is about is summed as the seconds come, so that a second costs the series it
 * brought, each looked up once, and not all series for each threshold.
 */
public final class Judge {
    private final List<Judging> judgings = new ArrayList<>();
    private final Map<Tally.Key, Tally> tallies = new HashMap<>();
    private final SelectorIndex index = new SelectorIndex();

    /** The tallies of each series; as bounded as the run's series. */
    private final Map<Series, List<Tally>> bySeries = new HashMap<>();

    private long endNanos;

    /**
     * A judge of a run that has not begun.
     *
     * @param metrics those that the run's script adds to the builtin ones
     */
    public Judge(List<Threshold> thresholds, List<Metric> metrics) {
        for (var threshold : thresholds) {
            if (threshold.condition().relative().isPresent()) {
                throw new IllegalArgumentException(
                        "the threshold '%s' is relative to a baseline, which is not known here: give a number"
                                .formatted(threshold.expression()));
            }
            var tally = tallies.computeIfAbsent(Tally.Key.of(threshold), it -> tally(it, metrics));
            judgings.add(new Judging(threshold, tally));
        }
    }

    private Tally tally(Tally.Key key, List<Metric> metrics) {
        var tally = new Tally(key, Threshold.find(key.selector().metric(), metrics));
        index.add(tally);
        return tally;
    }

    /**
     * Takes a second that counts.
     *
     * @param levels the names of the levels of load in which all of it lies
     */
    public void add(Snapshot second, Set<String> levels) {
        endNanos = second.endNanos();
        if (tallies.isEmpty()) {
            return;
        }
        second.aggregates()
                .forEach(
                        (series, values) -> {
                            if (!index.knows(series.metric())) {
                                return;
                            }
                            for (var tally : bySeries.computeIfAbsent(series, index::find)) {
                                tally.take(series, values);
                            }
                        });
        tallies.values().forEach(it -> it.endSecond(second, levels));
        judgings.forEach(Judging::look);
    }

    /** What all thresholds have come to so far. */
    public Verdict verdict() {
        return new Verdict(judgings.stream().map(Judging::judgement).toList());
    }

    /**
     * Whether the run is to stop, by a threshold with abortOnFail that is missed as of the last
     * second: by more than its tolerance, and not before its delay. The delay of one on a level of
     * load counts from when that level was reached, all others from the run's start.
     */
    public boolean aborts() {
        return judgings.stream().anyMatch(it -> it.aborts(endNanos));
    }

    /** One threshold and, of a window, the worst it has seen. */
    private static final class Judging {
        private final Threshold threshold;
        private final Tally tally;
        private Optional<Judgement> latest = Optional.empty();
        private Optional<Judgement> worst = Optional.empty();

        Judging(Threshold threshold, Tally tally) {
            this.threshold = threshold;
            this.tally = tally;
        }

        void look() {
            latest = Optional.empty();
            if (tally.hasNewStretch()) {
                var now = tally.judge(threshold);
                latest = Optional.of(now);
                if (worst.map(it -> isWorse(now, it)).orElse(true)) {
                    worst = latest;
                }
            }
        }

        private boolean isWorse(Judgement one, Judgement other) {
            if (one.outcome() != other.outcome() || Double.isNaN(other.value())) {
                return one.outcome().compareTo(other.outcome()) > 0
                        || (Double.isNaN(other.value()) && !Double.isNaN(one.value()));
            }
            return threshold.condition().isWorse(one.value(), other.value());
        }

        /** A run that was shorter than a window is judged as one stretch. */
        Judgement judgement() {
            return worst.orElseGet(() -> tally.judge(threshold));
        }

        boolean aborts(long endNanos) {
            if (!threshold.abortOnFail()) {
                return false;
            }
            long since =
                    switch (threshold.scope()) {
                        case Scope.Run _, Scope.Window _ -> endNanos;
                        case Scope.Level _ -> tally.nanos();
                    };
            if (since < threshold.delayAbortEval().toNanos()) {
                return false;
            }
            return threshold.scope() instanceof Scope.Window
                    ? latest.map(it -> !it.passed()).orElse(false)
                    : !tally.judge(threshold).passed();
        }
    }
}
