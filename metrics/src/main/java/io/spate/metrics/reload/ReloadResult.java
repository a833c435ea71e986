package io.spate.metrics.reload;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a reload did to the requests of a run. Requests belong to the second in which they ended, so
 * that the window begins and ends with whole seconds of the run.
 *
 * @param plan what was to happen
 * @param happened whether the run got there
 * @param command what became of the command; empty where there is none, or it has not ended
 * @param requests in the window, failed ones too
 * @param failures those that failed, by kind
 * @param opened connections that were opened in the window
 * @param openedBefore the median of what was opened per second before; NaN without seconds before
 * @param repeated requests that were sent again over a new connection, as the server had closed an
 *     idle one
 * @param longestGapNanos the longest time in the window without a success; empty where not known
 * @param settledNanos how long after the reload rate and p95 were as before; empty where they were
 *     not until the run's end, or too few seconds were measured before. See {@link Settling}
 * @param comparable whether there were enough seconds before to compare with
 * @param rateBefore requests per second before that did not fail
 * @param rateMin the lowest in a second of the window
 * @param p95BeforeNanos the p95 of the response time before: the mean of its seconds
 * @param p95MaxNanos the highest in a second of the window; NaN without requests
 */
public record ReloadResult(
        ReloadPlan plan,
        boolean happened,
        Optional<CommandRun> command,
        long requests,
        Map<String, Long> failures,
        long opened,
        double openedBefore,
        long repeated,
        OptionalLong longestGapNanos,
        OptionalDouble settledNanos,
        boolean comparable,
        double rateBefore,
        double rateMin,
        double p95BeforeNanos,
        double p95MaxNanos) {

    public ReloadResult {
        failures = Map.copyOf(failures);
    }

    /** How many requests of the window failed. */
    public long failed() {
        return failures.values().stream().mapToLong(it -> it).sum();
    }

    /** Whether the reload took place, as far as one knows. */
    public boolean reloaded() {
        boolean commanded = plan.command().isPresent();
        return happened && (!commanded || command.filter(CommandRun::succeeded).isPresent());
    }

    /**
     * Whether it was allowed: always where nothing limits the failures; else where a reload took
     * place, with requests in its window, of which not too many failed.
     */
    public boolean passed() {
        return plan.failuresMax().isEmpty()
                || (reloaded() && requests > 0 && failed() <= plan.failuresMax().getAsLong());
    }
}
