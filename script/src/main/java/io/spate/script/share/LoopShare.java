package io.spate.script.share;

import io.spate.engine.UserContext;
import io.spate.http.HttpClients;
import io.spate.http.HttpOptions;
import io.spate.metrics.Metric;
import io.spate.plan.Durations;
import io.spate.script.chance.Seeds;
import java.util.List;

/**
 * What the virtual users of one scenario share on one loop. Belongs to the loop.
 *
 * @param clients makes their HTTP clients
 * @param scope what they record outside of groups
 * @param pauses the lengths of their pauses in nanoseconds
 * @param seed what is random in their iterations follows from
 */
public record LoopShare(HttpClients clients, TagScope scope, NameCache pauses, long seed) {

    /**
     * For the users that are made in a context such as this.
     *
     * @param metrics those that the test adds
     * @param seed of the run
     */
    public static LoopShare of(
            UserContext context, HttpOptions options, List<Metric> metrics, long seed) {
        var tags = context.tags();
        var recorder = context.recorder();
        return new LoopShare(
                new HttpClients(context.loop(), recorder, tags, options),
                new TagScopes(recorder, tags, metrics).root(),
                new NameCache(text -> Durations.parse(text).toNanos()),
                Seeds.of(seed, context.scenario().name()));
    }
}
