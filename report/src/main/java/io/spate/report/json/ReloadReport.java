package io.spate.report.json;

import io.spate.metrics.reload.ReloadResult;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a reload of the target did to the requests.
 *
 * @param atSeconds when it was, since the run's start
 * @param windowSeconds how long after that requests were counted
 * @param happened whether the run got there
 * @param command what reloaded; empty where somebody else did, or it had not ended
 * @param requests that ended in the window, failed ones too
 * @param failed how many of them failed
 * @param failures the same by kind
 * @param failuresMax how many may fail; empty for no judgement
 * @param passed false where more failed than may, or nothing was reloaded
 * @param connectionsOpened in the window
 * @param connectionsOpenedPerSecondBefore the usual number; NaN (in JSON null) where not known
 * @param requestsRepeated sent again over a new connection, as the server had closed an idle one
 * @param longestGapMs the longest time without a success in the window; NaN where not known
 * @param settledSeconds how long after the reload rate and p95 were as before, 0 where they always
 *     were; NaN where they were not until the end, or that cannot be told
 * @param comparable whether enough seconds were measured before to tell
 * @param verdict all that in a few words
 */
public record ReloadReport(
        double atSeconds,
        double windowSeconds,
        boolean happened,
        Optional<Command> command,
        long requests,
        long failed,
        Map<String, Long> failures,
        Optional<Long> failuresMax,
        boolean passed,
        long connectionsOpened,
        double connectionsOpenedPerSecondBefore,
        long requestsRepeated,
        double longestGapMs,
        double settledSeconds,
        boolean comparable,
        double requestsPerSecondBefore,
        double requestsPerSecondMin,
        double p95BeforeMs,
        double p95MaxMs,
        String verdict) {

    public ReloadReport {
        failures = Map.copyOf(failures);
    }

    /**
     * The command that reloaded.
     *
     * @param exitCode empty where it did not start, or had to be ended
     * @param output the start of what it printed, or why it did not start
     */
    public record Command(
            String command, Optional<Integer> exitCode, double seconds, String output) {}

    static ReloadReport of(ReloadResult result) {
        var plan = result.plan();
        var max = plan.failuresMax();
        return new ReloadReport(
                Numbers.seconds(plan.at().toNanos()),
                Numbers.seconds(plan.window().toNanos()),
                result.happened(),
                result.command()
                        .map(
                                it ->
                                        new Command(
                                                it.command(),
                                                it.exitCode().isPresent()
                                                        ? Optional.of(it.exitCode().getAsInt())
                                                        : Optional.empty(),
                                                Numbers.seconds(it.nanos()),
                                                it.output())),
                result.requests(),
                result.failed(),
                new TreeMap<>(result.failures()),
                max.isPresent() ? Optional.of(max.getAsLong()) : Optional.empty(),
                result.passed(),
                result.opened(),
                Numbers.rounded(result.openedBefore()),
                result.repeated(),
                result.longestGapNanos().isPresent()
                        ? Numbers.millis(result.longestGapNanos().getAsLong())
                        : Double.NaN,
                result.settledNanos().isPresent()
                        ? Numbers.seconds((long) result.settledNanos().getAsDouble())
                        : Double.NaN,
                result.comparable(),
                Numbers.rounded(result.rateBefore()),
                Numbers.rounded(result.rateMin()),
                Numbers.millis(result.p95BeforeNanos()),
                Numbers.millis(result.p95MaxNanos()),
                verdict(result));
    }

    private static String verdict(ReloadResult result) {
        if (!result.happened()) {
            return "the run ended before the reload";
        }
        if (!result.reloaded()) {
            return result.command().isEmpty()
                    ? "the reload command had not ended"
                    : "the reload command failed, so this says nothing of a reload";
        }
        if (result.requests() == 0) {
            return "no request was made in the window";
        }
        return result.failed() == 0
                ? "no request failed"
                : "%d of %d requests failed".formatted(result.failed(), result.requests());
    }
}
