package io.spate.web.live;

import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a run before it begins.
 *
 * @param id by which it is found in the history
 * @param environment what the target is part of; empty where nobody said
 * @param length how long it will take; empty where nobody has said when it ends
 * @param document makes the result document, which all reports are made of
 */
public record RunFacts(
        String id,
        TestPlan plan,
        String environment,
        Optional<Duration> length,
        Function<RunResult, Results> document) {}
