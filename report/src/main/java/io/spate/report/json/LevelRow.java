package io.spate.report.json;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.ITERATIONS;

import io.spate.metrics.result.LevelResult;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Verdict;

/**
 * A level of load.
 *
 * @param name such as {@code 50 users} or {@code 200/s}
 * @param fromSeconds since the run's start
 * @param toSeconds since the run's start
 * @param verdict by the thresholds about this level: {@code met}, {@code warned}, {@code crossed};
 *     empty where there are none
 */
public record LevelRow(
        String name,
        double fromSeconds,
        double toSeconds,
        long requests,
        long failures,
        double failureRate,
        double requestsPerSecond,
        double iterationsPerSecond,
        Results.Times serviceTimeMs,
        Results.Times responseTimeMs,
        String verdict) {

    static LevelRow of(LevelResult result, Verdict verdict) {
        var level = result.level();
        var total = result.total();
        double seconds = total.seconds();
        long requests = total.count(HTTP_REQS);
        long failures = total.ratio(HTTP_REQ_FAILED).hits();
        return new LevelRow(
                level.name(),
                Numbers.seconds(level.fromNanos()),
                Numbers.seconds(level.toNanos()),
                requests,
                failures,
                Numbers.share(failures, requests),
                Numbers.perSecond(requests, seconds),
                Numbers.perSecond(total.count(ITERATIONS), seconds),
                Numbers.times(total.histogram(HTTP_REQ_DURATION)),
                Numbers.times(total.histogram(HTTP_REQ_RESPONSE_TIME)),
                verdict(level.name(), verdict));
    }

    private static String verdict(String level, Verdict verdict) {
        var outcomes =
                verdict.judgements().stream()
                        .filter(it -> it.threshold().scope().equals(new Scope.Level(level)))
                        .map(ThresholdRow::outcome)
                        .toList();
        for (var worst : java.util.List.of("crossed", "warned", "met")) {
            if (outcomes.contains(worst)) {
                return worst;
            }
        }
        return "";
    }
}
