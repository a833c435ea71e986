package io.spate.report.json;

import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.capacity.CapacityReport;
import io.spate.report.finding.FindingRow;
import io.spate.report.histogram.Bars;
import io.spate.report.histogram.PercentileCurve;
import io.spate.report.kept.KeptRows;
import java.util.List;
import java.util.Optional;

/**
 * The result document: what a run came to, in the units in which people read it. Each component is
 * a field of {@code results.json}, there in snake case. Times are milliseconds, rates are per
 * second, shares are 0 to 1. Percentiles are computed from merged histograms, never averaged.
 *
 * @param format the version of the document, {@link #FORMAT}
 * @param generator what wrote it, such as {@code Spate 1.0.0}
 * @param name what the test is called
 * @param target the base URL under test; empty where there is no single one
 * @param environment what the target is part of, such as {@code staging}; empty where nobody said
 * @param startedAt when the run started, in ISO 8601
 * @param elapsedSeconds how long it took
 * @param measuredSeconds how much of that counts: without the warm-up
 * @param ending why it ended: {@code completed}, {@code interrupted}, {@code threshold_abort} or
 *     {@code script_error}
 * @param successRate the share of requests that did not fail; 0 where there were none
 * @param p95Latency the 95th percentile of the service time
 * @param verdict the judgement by the plan's thresholds
 * @param generatorHealth whether the generator was the bottleneck; empty in older documents
 * @param setup what was done once before the run; not part of anything else here
 * @param warmUp the beginning of the run; not part of anything else here but the timeline
 * @param totals over the measured part of the run
 * @param corrected the totals' service time free of coordinated omission, as an estimate; empty
 *     where a workload is open, whose response time is that, or where there is nothing to correct
 * @param phases the phases of a request
 * @param endpoints one for each method and name, those with the most requests first
 * @param endpointsFolded how many endpoints were folded into the last one, named {@code (other)}
 * @param apis the endpoints by the beginnings of their paths
 * @param levels what each level of load came to, in the order in which they were
 * @param groups the groups of the script's steps, by path
 * @param failureKinds the kinds of failed requests, the most frequent first
 * @param errors the kinds of failed requests by endpoint, the most frequent first
 * @param errorsFolded how many of them were left out
 * @param keptRequests the slowest requests, and some that failed, as a whole
 * @param checks the script's checks, those that failed most often first
 * @param checksFolded how many checks were left out
 * @param scriptErrors errors of the script, the most frequent first
 * @param metrics all metrics by name, each followed by the parts that thresholds are about
 * @param timeline the run over time, with its warm-up
 * @param percentiles the curve of percentiles up to 99.99
 * @param scenarios what was run
 * @param histogram how often which time was measured; empty in documents of versions without it
 * @param nodes which node answered how much; empty where nobody asked, as are the next two
 * @param scaling what more nodes brought
 * @param reload what a reload of the target did
 * @param outputs what was sent elsewhere while it ran, and what was lost on the way
 * @param findings what the run says about its target, the worst first
 * @param capacity the highest load that the target bears, where that was searched for
 */
public record Results(
        int format,
        String generator,
        String name,
        String target,
        String environment,
        String startedAt,
        double elapsedSeconds,
        double measuredSeconds,
        String ending,
        double successRate,
        double p95Latency,
        Verdict verdict,
        Optional<GeneratorReport> generatorHealth,
        Optional<Aside> setup,
        Optional<Aside> warmUp,
        Totals totals,
        Optional<Corrected> corrected,
        List<Phase> phases,
        List<Endpoint> endpoints,
        int endpointsFolded,
        List<ApiRow> apis,
        List<LevelRow> levels,
        List<GroupRow> groups,
        List<FailureKind> failureKinds,
        List<RequestError> errors,
        int errorsFolded,
        KeptRows keptRequests,
        List<Check> checks,
        int checksFolded,
        List<ScriptError> scriptErrors,
        List<MetricRow> metrics,
        Timeline timeline,
        PercentileCurve percentiles,
        List<Scenario> scenarios,
        Optional<Bars> histogram,
        Optional<NodeReport> nodes,
        Optional<ScalingReport> scaling,
        Optional<ReloadReport> reload,
        List<Delivered> outputs,
        List<FindingRow> findings,
        Optional<CapacityReport> capacity) {

    /** The version of the document. It changes when a field changes its meaning or goes away. */
    public static final int FORMAT = 1;

    /** The most endpoints, kinds of errors and checks that are listed, each. */
    public static final int LIMIT = 1000;

    public Results {
        phases = List.copyOf(phases);
        endpoints = List.copyOf(endpoints);
        environment = Absent.text(environment);
        apis = Absent.list(apis);
        levels = Absent.list(levels);
        groups = Absent.list(groups);
        failureKinds = Absent.list(failureKinds);
        errors = List.copyOf(errors);
        keptRequests = KeptRows.orNone(keptRequests);
        metrics = Absent.list(metrics);
        checks = List.copyOf(checks);
        scriptErrors = List.copyOf(scriptErrors);
        scenarios = List.copyOf(scenarios);
        outputs = Absent.list(outputs);
        findings = FindingRow.orNone(findings);
    }

    /** Whether the results can be trusted, as far as the generator is concerned. */
    public boolean trusted() {
        return generatorHealth.map(GeneratorReport::valid).orElse(true);
    }

    /** The document of a run; the version is Spate's own, such as {@code 1.0.0}. */
    public static Results of(TestPlan plan, RunResult result, String version) {
        return of(plan, result, version, Extras.NONE);
    }

    /** The same with what is known beside. */
    public static Results of(TestPlan plan, RunResult result, String version, Extras extras) {
        return new ResultsBuilder(plan, result, extras).build("Spate " + version);
    }

    /**
     * The judgement.
     *
     * @param passed whether every threshold was met
     * @param violations what the crossed ones say: {@code P95 latency 350.2ms exceeds threshold
     *     250ms}
     * @param thresholds each of them, in the plan's order
     */
    public record Verdict(boolean passed, List<String> violations, List<Threshold> thresholds) {
        public Verdict {
            violations = Absent.list(violations);
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * A threshold and what it came to.
     *
     * @param selector such as {@code http_req_duration{status:200}}
     * @param expression such as {@code p(95)<500}
     * @param scope the part of the run it is about: {@code run}, {@code window} or {@code level}
     * @param over how long the window is, in seconds; 0 where there is none
     * @param level the name of the level of load; empty where there is none
     * @param statistic what of the metric was compared, such as {@code p(95)}
     * @param value what was observed, in the expression's unit; NaN (in JSON null) without values
     * @param type the metric's type: {@code counter}, {@code gauge}, {@code rate}, {@code trend}
     * @param contains what the metric's values stand for: {@code default}, {@code time}, {@code
     *     data} or {@code decimal}
     * @param outcome {@code met}, {@code warned} (missed within its tolerance) or {@code crossed}
     * @param worstSeconds when a window's worst stretch began, since the start; else NaN
     * @param budgetLeft of a rate: the share left of what may fail, below 0 for none; else NaN
     * @param passed whether it was met or only warned
     * @param message the same in words
     */
    public record Threshold(
            String selector,
            String expression,
            String scope,
            double over,
            String level,
            String statistic,
            double value,
            String type,
            String contains,
            String outcome,
            double worstSeconds,
            double budgetLeft,
            boolean passed,
            String message) {
        public Threshold {
            scope = Absent.text(scope);
            level = Absent.text(level);
            statistic = Absent.text(statistic);
            type = Absent.text(type);
            outcome = Absent.text(outcome);
        }
    }

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
     * A kind of failed requests of one endpoint.
     *
     * @param status the response's status; empty or 0 where there was no response
     * @param error what went wrong; empty where the status says it
     * @param errorCode the same as a number, as k6 numbers them
     * @param kind such as {@code refused}; empty where it is not known
     * @param firstSeconds when it was first seen, since the run's start; NaN where not known
     * @param lastSeconds when it was last seen, since the run's start; NaN where not known
     * @param sample one of them; empty where none was kept
     */
    public record RequestError(
            String method,
            String name,
            String status,
            String error,
            String errorCode,
            String kind,
            long count,
            double firstSeconds,
            double lastSeconds,
            String sample) {
        public RequestError {
            kind = Absent.text(kind);
            sample = Absent.text(sample);
        }

        /** What went wrong, in words. */
        public String text() {
            boolean answered = !status.isEmpty() && !status.equals("0");
            return !error.isEmpty() ? error : answered ? "HTTP " + status : "failed";
        }
    }

    /**
     * A check of the script, and how often it held.
     *
     * @param group the path of the group it stands in; empty for none
     */
    public record Check(String group, String name, long passes, long fails) {
        public Check {
            group = Absent.text(group);
        }
    }

    /** An error of the script, and how often it happened. */
    public record ScriptError(String scenario, String message, String trace, long count) {}

    /**
     * The run in intervals: the n-th values of all columns belong together. Percentiles are NaN (in
     * JSON null) where an interval had no requests.
     *
     * @param seconds where each interval begins, since the run's start
     * @param vus virtual users at the end of each interval
     * @param generatorCpu the busiest moment of each interval: what share of the cores that the
     *     loops may use they did use, 0 to 1; empty where it was not watched, as are the next two
     * @param machineCpu the same of the whole machine
     * @param loopLagMs the 99th percentile of how late the event loops were
     */
    public record Timeline(
            List<Double> seconds,
            List<Double> vus,
            List<Double> requestsPerSecond,
            List<Double> failuresPerSecond,
            List<Double> iterationsPerSecond,
            List<Double> droppedIterationsPerSecond,
            TimeColumns serviceTimeMs,
            TimeColumns responseTimeMs,
            List<Double> generatorCpu,
            List<Double> machineCpu,
            List<Double> loopLagMs) {
        public Timeline {
            generatorCpu = Absent.list(generatorCpu);
            machineCpu = Absent.list(machineCpu);
            loopLagMs = Absent.list(loopLagMs);
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
     * A scenario: what was asked for, and how much came of it.
     *
     * @param executor the rule by which iterations started, as k6 calls it
     * @param description the workload in words
     * @param think the pause between iterations, and their pacing, in words; empty for none
     * @param after the scenario after whose end it begins; empty for the run's start
     * @param startSeconds how long after that it begins
     */
    public record Scenario(
            String name,
            String executor,
            String description,
            String think,
            String after,
            double startSeconds,
            double durationSeconds,
            double gracefulStopSeconds,
            int maxVus,
            long requests,
            long iterations,
            long failedIterations,
            long droppedIterations) {}
}
