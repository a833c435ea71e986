package io.spate.engine;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;

/** The numbers of the series that one worker records for one scenario. */
record ScenarioSeries(
        int iterations,
        int iterationDuration,
        int iterationLateness,
        int dropped,
        int interrupted,
        int failed) {

    static ScenarioSeries of(Recorder recorder, Tags tags) {
        return new ScenarioSeries(
                recorder.series(BuiltinMetrics.ITERATIONS, tags),
                recorder.series(BuiltinMetrics.ITERATION_DURATION, tags),
                recorder.series(BuiltinMetrics.ITERATION_LATENESS, tags),
                recorder.series(BuiltinMetrics.DROPPED_ITERATIONS, tags),
                recorder.series(BuiltinMetrics.INTERRUPTED_ITERATIONS, tags),
                recorder.series(BuiltinMetrics.FAILED_ITERATIONS, tags));
    }
}
