package io.spate.metrics.threshold;

import io.spate.metrics.Accumulator;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.threshold.Condition.Aggregation;
import io.spate.metrics.threshold.Condition.Apdex;
import io.spate.metrics.threshold.Threshold.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the series that a selector picks come to in one part of a run; thresholds that ask different
 * things of the same share it. Belongs to one thread.
 */
final class Tally {
    private final Key key;
    private final List<Aggregate> second = new ArrayList<>();
    private final Accumulator sum = new Accumulator();
    private final Optional<SlidingWindow> window;
    private Optional<Metric> metric;

    /** The parts of a window that are not yet as long as its step. */
    private Accumulator step = new Accumulator();

    private long stepNanos;
    private long stepFromNanos;
    private long nanos;
    private boolean moved;

    /**
     * What is tallied.
     *
     * @param apdex the aggregation where that keeps other than the values themselves
     */
    record Key(Selector selector, Optional<Aggregation> apdex, Scope scope) {
        static Key of(Threshold threshold) {
            var aggregation = threshold.condition().aggregation();
            return new Key(
                    threshold.selector(),
                    aggregation instanceof Apdex ? Optional.of(aggregation) : Optional.empty(),
                    threshold.scope());
        }
    }

    /** A tally of nothing yet; the metric is the one of the selector's name, where it is known. */
    Tally(Key key, Optional<Metric> metric) {
        this.key = key;
        this.metric = metric;
        this.window =
                key.scope instanceof Scope.Window it
                        ? Optional.of(
                                new SlidingWindow(
                                        it.length().toNanos(), it.stepSeconds() * 1_000_000_000L))
                        : Optional.empty();
    }

    Key key() {
        return key;
    }

    /** Takes what one of its series came to in the current second. */
    void take(Series series, Aggregate values) {
        if (second.isEmpty()) {
            metric = Optional.of(series.metric());
        }
        if (metric.orElseThrow().equals(series.metric())) {
            second.add(key.apdex.map(it -> it.reduce(series, values)).orElse(values));
        }
    }

    /** Ends the current second, which lay within some levels of load. */
    void endSecond(Snapshot span, Set<String> levels) {
        var brought = Aggregate.merge(second);
        second.clear();
        switch (key.scope) {
            case Scope.Run _ -> add(brought, span);
            case Scope.Level(var name) -> {
                if (levels.contains(name)) {
                    add(brought, span);
                }
            }
            case Scope.Window it -> step(it, brought, span);
        }
    }

    private void add(Optional<Aggregate> brought, Snapshot span) {
        nanos += span.endNanos() - span.startNanos();
        brought.ifPresent(sum::add);
    }

    private void step(Scope.Window scope, Optional<Aggregate> brought, Snapshot span) {
        if (stepNanos == 0) {
            stepFromNanos = span.startNanos();
        }
        stepNanos += span.endNanos() - span.startNanos();
        brought.ifPresent(step::add);
        moved = stepNanos >= scope.stepSeconds() * 1_000_000_000L - 500_000_000L;
        if (moved) {
            window.orElseThrow().add(step.aggregate(), stepFromNanos, span.endNanos());
            step = new Accumulator();
            stepNanos = 0;
        }
    }

    /** Whether the last second brought the window on to another stretch of full length. */
    boolean hasNewStretch() {
        return moved && window.map(SlidingWindow::full).orElse(false);
    }

    /** What a threshold comes to on what has been tallied; of a window, on where it is now. */
    Threshold.Judgement judge(Threshold threshold) {
        if (window.isEmpty()) {
            return nanos == 0
                    ? threshold.withoutTime()
                    : threshold.judge(metric, sum.aggregate(), nanos / 1e9);
        }
        var now = window.get();
        // A run that is shorter than the window is judged as far as it came.
        var rest = now.full() ? Optional.<Aggregate>empty() : step.aggregate();
        var restNanos = now.full() ? 0 : stepNanos;
        if (now.isEmpty() && restNanos == 0) {
            return threshold.withoutTime();
        }
        long from = now.isEmpty() ? stepFromNanos : now.stretch().fromNanos();
        long to = restNanos == 0 ? now.stretch().toNanos() : stepFromNanos + restNanos;
        var values = SlidingWindow.merge(now.values(), rest);
        return threshold.judge(metric, values, (to - from) / 1e9).in(new Stretch(from, to));
    }

    /** How long the part of the run has been tallied. */
    long nanos() {
        return nanos;
    }
}
