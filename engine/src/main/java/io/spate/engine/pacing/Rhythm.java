package io.spate.engine.pacing;

import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.ThinkTime;

/**
 * When a user of a closed workload begins its next iteration: after think time, at the distance of
 * its pacing, or after the pause that follows a burst. In the workload's time, which stands still
 * in pauses. Immutable; allocates nothing.
 *
 * @param think the pause between two iterations
 * @param pacingNanos the least distance of two iterations' beginnings; 0 for none
 * @param burst how many iterations follow one another before a pause of its own; 0 for no such
 * @param burstPause that pause
 * @param seed of this scenario, for pauses of a random length
 */
public record Rhythm(
        ThinkTime think, long pacingNanos, int burst, ThinkTime burstPause, long seed) {

    /** That of a scenario's users. */
    public static Rhythm of(Scenario scenario, long seed) {
        var pacing = scenario.pacing().toNanos();
        return scenario.executor() instanceof Executor.Burst(var _, var size, var pause, var _)
                ? new Rhythm(scenario.think(), pacing, size, pause, seed)
                : new Rhythm(scenario.think(), pacing, 0, ThinkTime.NONE, seed);
    }

    /** Whether an iteration begins as soon as the last one has ended. */
    public boolean isWithoutPause() {
        return pacingNanos == 0 && burst == 0 && isNone(think);
    }

    /** Whether an iteration is measured from when it was due, rather than from when it began. */
    public boolean isPaced() {
        return pacingNanos > 0;
    }

    /**
     * When the next iteration is due.
     *
     * @param dueNanos when the last one was due
     * @param endNanos when it ended
     * @param done how many this user has made
     * @param key the last one's
     */
    public long nextDueNanos(long dueNanos, long endNanos, long done, long key) {
        var rested = endNanos + pauseNanos(done, key);
        if (pacingNanos == 0) {
            return rested;
        }
        // An iteration that ends late leaves the next one due when it was; a pause moves it.
        var paced = dueNanos + pacingNanos;
        return rested > endNanos ? Math.max(paced, rested) : paced;
    }

    /** The pause after an iteration. */
    public long pauseNanos(long done, long key) {
        return draw(burst > 0 && done % burst == 0 ? burstPause : think, key);
    }

    private long draw(ThinkTime time, long key) {
        return switch (time) {
            case ThinkTime.Constant(var always) -> always.toNanos();
            case ThinkTime.Exponential(var mean) ->
                    Math.round(-Math.log1p(-Chance.fraction(seed, key)) * mean.toNanos());
            case ThinkTime.Uniform(var min, var max) -> {
                var width = max.toNanos() - min.toNanos();
                yield min.toNanos() + Math.round(Chance.fraction(seed, key) * width);
            }
        };
    }

    private static boolean isNone(ThinkTime time) {
        return time.equals(ThinkTime.NONE);
    }
}
