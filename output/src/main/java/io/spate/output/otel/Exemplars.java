package io.spate.output.otel;

import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.KeptRequests.KeptRequest.Trace;
import io.spate.metrics.Tags;
import io.spate.output.delivery.Clock;
import io.spate.output.delivery.SeriesView;
import io.spate.output.encoding.ProtoBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slowest request with a sampled trace of each series since the last time: what leads from a
 * histogram to a trace. Belongs to one thread; holds one request for each series at most.
 */
final class Exemplars {
    private static final double NANOS_PER_MILLI = 1e6;

    private final SeriesView view;
    private Map<Tags, KeptRequest> slowest = new HashMap<>();

    Exemplars(SeriesView view) {
        this.view = view;
    }

    void add(List<KeptRequest> sampled) {
        for (var request : sampled) {
            slowest.merge(
                    view.of(request.series()).tags(),
                    request,
                    (one, other) -> nanos(one) >= nanos(other) ? one : other);
        }
    }

    private static long nanos(KeptRequest request) {
        return request.times().durationNanos();
    }

    /** Takes them away; by the tags of their series. */
    Map<Tags, KeptRequest> take() {
        var taken = slowest;
        slowest = new HashMap<>();
        return taken;
    }

    /** One as a message; its value is in ms. */
    static ProtoBytes message(KeptRequest request, Trace trace) {
        var exemplar = new ProtoBytes();
        exemplar.fixed64(2, Clock.epochNanos(request.startedAt()) + request.times().elapsedNanos());
        exemplar.number(3, nanos(request) / NANOS_PER_MILLI);
        exemplar.bytes(4, trace.span());
        exemplar.bytes(5, trace.high(), trace.low());
        return exemplar;
    }
}
