package io.spate.http;

import io.spate.http.RequestSeries.Outcome;
import io.spate.http.wire.Reception;
import io.spate.http.wire.Secrets;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.Recorder;
import io.spate.metrics.Ticker;
import io.spate.metrics.keeping.Keeper;
import java.time.Instant;

/**
 * Keeps requests as a whole that people may want to see: the slowest, some of each kind that fails,
 * and those whose traces are sampled. Costs any other request two comparisons. Belongs to one event
 * loop.
 */
final class Keeping {
    private final Recorder recorder;
    private final Keeper keeper;
    private final Ticker ticker;
    private final boolean spans;

    Keeping(Recorder recorder, Ticker ticker) {
        this.recorder = recorder;
        this.keeper = recorder.keeper();
        this.ticker = ticker;
        this.spans = keeper.tracing().spans();
    }

    /**
     * Looks at a request that has ended.
     *
     * @param outcome what counts it
     * @param error why it failed; empty where it did not
     * @param startNanos when it began, by the ticker
     */
    void ended(
            Outcome outcome,
            Outgoing request,
            Reception reception,
            Phases phases,
            String error,
            long startNanos) {
        long nanos = phases.durationNanos();
        boolean slow =
                nanos > keeper.slowerThanNanos() && nanos > request.series().slowerThanNanos();
        boolean failed = outcome.isFailed() && outcome.keepsOneMore(keeper);
        boolean sampled = spans && request.isSampled();
        if (slow || failed || sampled) {
            if (slow) {
                keeper.slow(nanos, request.series().slowest(keeper));
            }
            boolean whole = slow || failed;
            var kept =
                    new KeptRequest(
                            recorder.seriesOf(outcome.requests()),
                            Secrets.pairs(request.url().server() + request.url().target()),
                            startedAt(startNanos),
                            times(phases),
                            request.trace(),
                            whole ? Transcript.sent(request, reception) : "",
                            whole ? Transcript.received(reception) : "",
                            error);
            recorder.keep(kept, slow, failed, sampled);
        }
    }

    private Instant startedAt(long startNanos) {
        return ticker.instant().minusNanos(ticker.nanoTime() - startNanos);
    }

    private static KeptRequest.Times times(Phases phases) {
        return new KeptRequest.Times(
                phases.blockedNanos(),
                phases.connectingNanos(),
                phases.tlsHandshakingNanos(),
                phases.sendingNanos(),
                phases.waitingNanos(),
                phases.receivingNanos());
    }
}
