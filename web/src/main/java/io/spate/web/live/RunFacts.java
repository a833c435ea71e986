package io.spate.web.live;

import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import java.util.function.Function;

/**
 * What is known of a run before it begins.
 *
 * @param id by which it is found in the history
 * @param environment what the target is part of; empty where nobody said
 * @param hasEnd whether the plan says when the run ends
 * @param document makes the result document, which all reports are made of
 */
public record RunFacts(
        String id,
        TestPlan plan,
        String environment,
        boolean hasEnd,
        Function<RunResult, Results> document) {}
