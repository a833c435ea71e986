package io.spate.report.json;

import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import java.util.List;

/**
 * The result document: what a run came to, in the units in which people read it. Each component is
 * a field of {@code results.json}, there in snake case. Times are milliseconds, rates are per
 * second, shares are 0 to 1. Percentiles are computed from merged histograms, never averaged.
 *
 * @param format the version of the document, {@link #FORMAT}
 * @param generator what wrote it, such as {@code Spate 1.0.0}
 * @param name what the test is called
 * @param target the base URL under test; empty where there is no single one
 * @param startedAt when the run started, in ISO 8601
 * @param elapsedSeconds how long it took
 * @param ending why it ended: {@code completed}, {@code interrupted}, {@code threshold_abort} or
 *     {@code script_error}
 * @param successRate the share of requests that did not fail; 0 where there were none, so that who
 *     asks for a minimum is not told that nothing was fine
 * @param p95Latency the 95th percentile of the service time
 * @param verdict the judgement by the plan's thresholds
 * @param totals over the whole run
 * @param phases the phases of a request
 * @param endpoints one for each method and name, those with the most requests first
 * @param endpointsFolded how many endpoints were folded into the last one, named {@code (other)}
 * @param errors the kinds of failed requests, the most frequent first
 * @param errorsFolded how many kinds were left out
 * @param checks the script's checks, those that failed most often first
 * @param checksFolded how many checks were left out
 * @param scriptErrors errors of the script, the most frequent first
 * @param timeline the run over time
 * @param percentiles the curve of percentiles up to 99.99
 * @param scenarios what was run
 */
public record Results(
        int format,
        String generator,
        String name,
        String target,
        String startedAt,
        double elapsedSeconds,
        String ending,
        double successRate,
        double p95Latency,
        Verdict verdict,
        Totals totals,
        List<Phase> phases,
        List<Endpoint> endpoints,
        int endpointsFolded,
        List<RequestError> errors,
        int errorsFolded,
        List<Check> checks,
        int checksFolded,
        List<ScriptError> scriptErrors,
        Timeline timeline,
        Percentiles percentiles,
        List<Scenario> scenarios) {

    /** The version of the document. It changes when a field changes its meaning or goes away. */
    public static final int FORMAT = 1;

    /** The most endpoints, kinds of errors and checks that are listed, each. */
    public static final int LIMIT = 1000;

    public Results {
        phases = List.copyOf(phases);
        endpoints = List.copyOf(endpoints);
        errors = List.copyOf(errors);
        checks = List.copyOf(checks);
        scriptErrors = List.copyOf(scriptErrors);
        scenarios = List.copyOf(scenarios);
    }

    /**
     * The document of a run.
     *
     * @param version Spate's own version, such as {@code 1.0.0}
     */
    public static Results of(TestPlan plan, RunResult result, String version) {
        return new ResultsBuilder(plan, result).build("Spate " + version);
    }

    /**
     * The judgement.
     *
     * @param passed whether every threshold was met
     * @param thresholds each of them, in the plan's order
     */
    public record Verdict(boolean passed, List<Threshold> thresholds) {
        public Verdict {
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * A threshold and what it came to.
     *
     * @param selector such as {@code http_req_duration{status:200}}
     * @param expression such as {@code p(95)<500}
     * @param value what was observed, in the expression's unit; NaN (in JSON null) without values
     * @param contains what the metric's values stand for: {@code default}, {@code time} or {@code
     *     data}
     * @param passed whether it was met
     * @param message the same in words
     */
    public record Threshold(
            String selector,
            String expression,
            double value,
            String contains,
            boolean passed,
            String message) {}

    /**
     * A distribution of times, in milliseconds; all 0 where there were no values.
     *
     * @param p999 the 99.9th percentile, in JSON {@code p99_9}
     */
    public record Times(
            double min,
            double avg,
            double med,
            double p75,
            double p90,
            double p95,
            double p99,
            double p999,
            double max) {}

    /**
     * The whole run.
     *
     * @param failureRate failures over requests
     * @param vusMax the most virtual users at the same time
     * @param serviceTimeMs from sending a request to the last byte of its response
     * @param responseTimeMs from when a request was due to the last byte of its response
     */
    public record Totals(
            long requests,
            long failures,
            double failureRate,
            double requestsPerSecond,
            long iterations,
            double iterationsPerSecond,
            long failedIterations,
            long interruptedIterations,
            long droppedIterations,
            long vusMax,
            long bytesSent,
            long bytesReceived,
            Times serviceTimeMs,
            Times responseTimeMs) {}

    /**
     * One phase of all requests.
     *
     * @param name such as {@code waiting}
     */
    public record Phase(String name, Times timeMs) {}

    /**
     * The requests of one method and name.
     *
     * @param name the path or its template
     * @param scenarios the scenarios that made them
     */
    public record Endpoint(
            String method,
            String name,
            List<String> scenarios,
            long requests,
            long failures,
            double requestsPerSecond,
            double failuresPerSecond,
            Times serviceTimeMs,
            Times responseTimeMs) {
        public Endpoint {
            scenarios = List.copyOf(scenarios);
        }
    }

    /**
     * A kind of failed requests.
     *
     * @param status the response's status; empty or 0 where there was no response
     * @param error what went wrong; empty where the status says it
     * @param errorCode the same as a number, as k6 numbers them
     */
    public record RequestError(
            String method,
            String name,
            String status,
            String error,
            String errorCode,
            long count) {}

    /** A check of the script, and how often it held. */
    public record Check(String name, long passes, long fails) {}

    /** An error of the script, and how often it happened. */
    public record ScriptError(String scenario, String message, String trace, long count) {}

    /**
     * The run in intervals: the n-th values of all columns belong together. Percentiles are NaN (in
     * JSON null) where an interval had no requests.
     *
     * @param seconds where each interval begins, since the run's start
     * @param vus virtual users at the end of each interval
     */
    public record Timeline(
            List<Double> seconds,
            List<Double> vus,
            List<Double> requestsPerSecond,
            List<Double> failuresPerSecond,
            List<Double> iterationsPerSecond,
            List<Double> droppedIterationsPerSecond,
            TimeColumns serviceTimeMs,
            TimeColumns responseTimeMs) {
        public Timeline {
            seconds = List.copyOf(seconds);
            vus = List.copyOf(vus);
            requestsPerSecond = List.copyOf(requestsPerSecond);
            failuresPerSecond = List.copyOf(failuresPerSecond);
            iterationsPerSecond = List.copyOf(iterationsPerSecond);
            droppedIterationsPerSecond = List.copyOf(droppedIterationsPerSecond);
        }
    }

    /** Percentiles of a time, one value for each interval. */
    public record TimeColumns(List<Double> p50, List<Double> p95, List<Double> p99) {
        public TimeColumns {
            p50 = List.copyOf(p50);
            p95 = List.copyOf(p95);
            p99 = List.copyOf(p99);
        }
    }

    /**
     * Times by percentile, in equal steps of nines (90, 99, 99.9, 99.99), as far as there were
     * enough requests to tell.
     *
     * @param percentile 0 to 99.99
     */
    public record Percentiles(
            List<Double> percentile, List<Double> serviceTimeMs, List<Double> responseTimeMs) {
        public Percentiles {
            percentile = List.copyOf(percentile);
            serviceTimeMs = List.copyOf(serviceTimeMs);
            responseTimeMs = List.copyOf(responseTimeMs);
        }
    }

    /**
     * A scenario: what was asked for, and how much came of it.
     *
     * @param executor the rule by which iterations started, as k6 calls it
     * @param description the workload in words
     * @param think the pause between iterations in words; empty for none
     */
    public record Scenario(
            String name,
            String executor,
            String description,
            String think,
            double startSeconds,
            double durationSeconds,
            double gracefulStopSeconds,
            int maxVus,
            long requests,
            long iterations,
            long failedIterations,
            long droppedIterations) {}
}
