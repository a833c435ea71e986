package io.spate.script;

import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import java.util.ArrayList;
import java.util.List;

/** The thresholds of a test, each with its place. */
final class ThresholdList {
    private final Problems problems;
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(Place place, Threshold threshold) {}

    ThresholdList(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds one.
     *
     * @param tags that its series must have beside those of the selector
     */
    void add(Place place, String selector, String expression, Tags tags) {
        problems.attempt(
                        place,
                        "threshold \"%s\": \"%s\"".formatted(selector, expression),
                        () -> Threshold.parse(selector, expression))
                .ifPresent(it -> add(place, it, tags));
    }

    void add(Place place, Threshold threshold, Tags tags) {
        var selector = threshold.selector();
        var narrowed = new Selector(selector.metric(), selector.tags().with(tags));
        placed.add(
                new Placed(
                        place,
                        new Threshold(
                                narrowed,
                                threshold.condition(),
                                threshold.scope(),
                                threshold.tolerance(),
                                threshold.abortOnFail(),
                                threshold.delayAbortEval())));
    }

    /** All of them; tells of each that does not fit its metric. */
    List<Threshold> check(List<Metric> added) {
        for (var each : placed) {
            each.threshold
                    .problem(added)
                    .ifPresent(problem -> problems.add(each.place, "threshold: " + problem));
        }
        return placed.stream().map(Placed::threshold).toList();
    }
}
