package io.spate.script;

import io.spate.engine.UserContext;
import io.spate.http.HttpClients;
import io.spate.http.HttpOptions;
import io.spate.metrics.BuiltinMetrics;
import io.spate.plan.Durations;

/**
 * What the virtual users of one scenario share on one loop. Belongs to the loop.
 *
 * @param clients makes their HTTP clients
 * @param checks the numbers of their checks' series
 * @param pauses the lengths of their pauses in nanoseconds
 */
record LoopShare(HttpClients clients, NameCache checks, NameCache pauses) {

    /** For the users that are made in a context such as this. */
    static LoopShare of(UserContext context, HttpOptions options) {
        var tags = context.tags();
        var recorder = context.recorder();
        return new LoopShare(
                new HttpClients(context.loop(), recorder, tags, options),
                new NameCache(
                        name -> recorder.series(BuiltinMetrics.CHECKS, tags.with("check", name))),
                new NameCache(text -> Durations.parse(text).toNanos()));
    }
}
