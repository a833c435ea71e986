package io.spate.cli.history;

import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.ResultBuilder;
import io.spate.metrics.result.RunResult;
import io.spate.report.json.Extras;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.store.Figures;
import io.spate.store.Outcome;
import io.spate.store.RunState;
import java.time.Duration;
import java.time.Instant;

/** What a run came to, as the history keeps it. */
final class Outcomes {
    private Outcomes() {}

    static Outcome of(Results results, RunResult result) {
        var measuredFrom = result.warmUp().map(it -> Duration.ofNanos(it.endNanos()));
        var state =
                switch (result.ending()) {
                    case COMPLETED -> RunState.COMPLETED;
                    case INTERRUPTED -> RunState.INTERRUPTED;
                    case THRESHOLD_ABORT -> RunState.THRESHOLD_ABORT;
                    case SCRIPT_ERROR -> RunState.SCRIPT_ERROR;
                };
        return new Outcome(
                result.startedAt(),
                result.elapsed(),
                measuredFrom.orElse(Duration.ZERO),
                state,
                results.verdict().passed(),
                figures(results),
                ResultsJson.text(results));
    }

    /** Those of lists. */
    static Figures figures(Results results) {
        var totals = results.totals();
        var times = totals.serviceTimeMs();
        boolean http = totals.requests() > 0;
        return new Figures(
                http ? totals.requests() : totals.iterations(),
                http ? totals.failures() : totals.failedIterations(),
                http ? totals.requestsPerSecond() : totals.iterationsPerSecond(),
                http ? times.med() : Double.NaN,
                http ? times.p95() : Double.NaN,
                http ? times.p99() : Double.NaN);
    }

    /** The document of a run that has not measured anything. */
    static String before(RunKeeper.Start start, Instant startedAt) {
        var plan = start.plan();
        var nothing =
                new ResultBuilder(plan.thresholds(), plan.metrics(), plan.levels())
                        .build(
                                startedAt,
                                Duration.ZERO,
                                RunResult.Ending.INTERRUPTED,
                                GeneratorHealth.GOOD);
        var extras = Extras.in(start.environment());
        return ResultsJson.text(Results.of(plan, nothing, start.version(), extras));
    }
}
