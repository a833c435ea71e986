package io.spate.report.json;

import static io.spate.metrics.BuiltinMetrics.DATA_RECEIVED;
import static io.spate.metrics.BuiltinMetrics.DATA_SENT;
import static io.spate.metrics.BuiltinMetrics.DROPPED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.FAILED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.INTERRUPTED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.VUS;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.finding.FindingRow;
import io.spate.report.histogram.Bars;
import io.spate.report.histogram.PercentileCurve;
import io.spate.report.kept.KeptRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Derives the document of one run. */
final class ResultsBuilder {
    /** Twenty points to each nine make a smooth curve; four nines are 99.99 %. */
    private static final int POINTS_PER_NINE = 20;

    private static final int NINES = 4;

    private final TestPlan plan;
    private final RunResult result;
    private final Snapshot total;

    /** How long was measured: rates are per second of that, not of the whole run. */
    private final double seconds;

    private final Optional<Corrected.Estimate> corrected;

    private final Extras extras;

    ResultsBuilder(TestPlan plan, RunResult result, Extras extras) {
        this.plan = plan;
        this.result = result;
        this.extras = extras;
        total = result.total();
        seconds = total.seconds();
        corrected = Corrected.estimate(plan, result);
    }

    Results build(String generator) {
        var alone = build(generator, Optional.empty());
        return extras.scalingBaseline()
                .map(it -> ScalingReport.of(it, alone, nodes(alone)))
                .map(it -> build(generator, Optional.of(it)))
                .orElse(alone);
    }

    /** As many as were said, else as many as were seen. */
    private int nodes(Results alone) {
        int seen = alone.nodes().map(NodeReport::count).orElse(0);
        return Math.max(1, extras.nodes().orElse(seen));
    }

    private Results build(String generator, Optional<ScalingReport> scaling) {
        var totals = totals();
        var endpoints = EndpointRows.of(total);
        var errors = ProblemRows.errors(total, result.failures());
        var checks = ProblemRows.checks(total);
        return new Results(
                Results.FORMAT,
                generator,
                plan.name(),
                plan.target(),
                extras.environment(),
                result.startedAt().toString(),
                Numbers.seconds(result.elapsed().toNanos()),
                Numbers.seconds(total.endNanos() - total.startNanos()),
                MetricRow.word(result.ending()),
                totals.requests() == 0 ? 0 : 1 - (double) totals.failures() / totals.requests(),
                totals.serviceTimeMs().p95(),
                verdict(),
                Optional.of(GeneratorReport.of(result.generator())),
                result.setup().map(Aside::of),
                result.warmUp().map(Aside::of),
                totals,
                corrected.map(Corrected.Estimate::corrected),
                phases(),
                EndpointRows.listed(endpoints, Results.LIMIT, seconds),
                Math.max(0, endpoints.size() - Results.LIMIT),
                ApiRow.of(endpoints),
                result.levels().stream().map(it -> LevelRow.of(it, result.verdict())).toList(),
                first(GroupRow.of(total)),
                FailureKind.of(result.failures(), result.timeline()),
                first(errors),
                errors.size() - first(errors).size(),
                KeptRows.of(total.kept(), result.startedAt()),
                first(checks),
                checks.size() - first(checks).size(),
                ProblemRows.scriptErrors(total),
                first(MetricRows.of(total, result.verdict(), seconds)),
                TimelineColumns.of(result.timeline()),
                percentiles(),
                plan.scenarios().stream().map(this::scenario).toList(),
                Optional.of(bars()),
                NodeReport.of(total, extras.nodes().orElse(0), seconds),
                scaling,
                extras.reload().map(ReloadReport::of),
                extras.outputs(),
                // A search goes where no run would: its overload and its pauses are no news.
                extras.capacity().isPresent() ? List.of() : FindingRow.of(result),
                extras.capacity());
    }

    private Bars bars() {
        return Corrected.isOpen(plan)
                ? Bars.of("response_time", total.histogram(HTTP_REQ_RESPONSE_TIME))
                : Bars.of("service_time", total.histogram(HTTP_REQ_DURATION));
    }

    private static <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), Results.LIMIT));
    }

    private Results.Verdict verdict() {
        var rows =
                result.verdict().judgements().stream()
                        .map(it -> ThresholdRow.of(it, total))
                        .toList();
        var violations = rows.stream().filter(it -> !it.passed()).map(it -> it.message()).toList();
        return new Results.Verdict(result.verdict().passed(), violations, rows);
    }

    private Results.Totals totals() {
        long requests = total.count(HTTP_REQS);
        long failures = total.ratio(HTTP_REQ_FAILED).hits();
        long iterations = total.count(ITERATIONS);
        return new Results.Totals(
                requests,
                failures,
                Numbers.share(failures, requests),
                Numbers.perSecond(requests, seconds),
                iterations,
                Numbers.perSecond(iterations, seconds),
                total.count(FAILED_ITERATIONS),
                total.count(INTERRUPTED_ITERATIONS),
                total.count(DROPPED_ITERATIONS),
                total.level(VUS).max(),
                total.count(DATA_SENT),
                total.count(DATA_RECEIVED),
                Numbers.times(total.histogram(HTTP_REQ_DURATION)),
                Numbers.times(total.histogram(HTTP_REQ_RESPONSE_TIME)));
    }

    private List<Results.Phase> phases() {
        var phases = new ArrayList<Results.Phase>();
        for (Metric metric : BuiltinMetrics.REQUEST_PARTS) {
            Histogram times = total.histogram(metric);
            if (times.count() > 0) {
                String name = metric.name().substring("http_req_".length());
                phases.add(new Results.Phase(name, Numbers.times(times)));
            }
        }
        return phases;
    }

    private PercentileCurve percentiles() {
        Histogram service = total.histogram(HTTP_REQ_DURATION);
        Histogram response = total.histogram(HTTP_REQ_RESPONSE_TIME);
        var percentile = new ArrayList<Double>();
        var serviceMillis = new ArrayList<Double>();
        var responseMillis = new ArrayList<Double>();
        var correctedMillis = new ArrayList<Double>();
        for (int i = 0; i <= NINES * POINTS_PER_NINE; i++) {
            double slower = Math.pow(10, -(double) i / POINTS_PER_NINE);
            // Where less than one request is slower, the curve would only repeat the maximum.
            if (slower * service.count() < 1) {
                break;
            }
            double at = Math.round((1 - slower) * 1e7) / 1e5;
            percentile.add(at);
            serviceMillis.add(Numbers.millis(service.percentile(at)));
            responseMillis.add(Numbers.millis(response.percentile(at)));
            corrected.ifPresent(
                    it -> correctedMillis.add(Numbers.millis(it.serviceTime().percentile(at))));
        }
        return new PercentileCurve(percentile, serviceMillis, responseMillis, correctedMillis);
    }

    private Results.Scenario scenario(Scenario scenario) {
        var tags = Tags.of("scenario", scenario.name());
        return new Results.Scenario(
                scenario.name(),
                WorkloadWords.executor(scenario.executor()),
                WorkloadWords.describe(scenario.executor()),
                WorkloadWords.think(scenario),
                scenario.after().orElse(""),
                scenario.startTime().toMillis() / 1e3,
                scenario.executor().duration().toMillis() / 1e3,
                scenario.gracefulStop().toMillis() / 1e3,
                scenario.executor().maxVus(),
                Values.count(total, HTTP_REQS, tags),
                Values.count(total, ITERATIONS, tags),
                Values.count(total, FAILED_ITERATIONS, tags),
                Values.count(total, DROPPED_ITERATIONS, tags));
    }

    /**
     * Rows with the highest count first, then by what they say, so that the order is always one.
     */
    static <T> Comparator<T> mostFirst(ToLongFunction<T> count) {
        return Comparator.comparingLong(count).reversed().thenComparing(Object::toString);
    }
}
