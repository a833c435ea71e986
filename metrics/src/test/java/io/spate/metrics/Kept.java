package io.spate.metrics;

import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.KeptRequests.KeptRequest.Times;
import io.spate.metrics.KeptRequests.KeptRequest.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests that were kept, for tests. */
public final class Kept {
    private Kept() {}

    /** One that began so many seconds after the beginning of time. */
    public static KeptRequest failed(Series series, long second) {
        return request(series, second, 1_000);
    }

    /** One that took so long. */
    public static KeptRequest request(Series series, long second, long nanos) {
        return new KeptRequest(
                series,
                "http://shop.test/",
                Instant.ofEpochSecond(second),
                new Times(0, 0, 0, 0, nanos, 0),
                Optional.empty(),
                "GET " + series.tags().get("name") + " HTTP/1.1\n",
                "",
                "");
    }

    /** One whose trace is sampled. */
    public static KeptRequest sampled(Series series, long span) {
        return new KeptRequest(
                series,
                "http://shop.test/",
                Instant.EPOCH,
                new Times(0, 0, 0, 0, 1, 0),
                Optional.of(new Trace(1, 2, span, true)),
                "",
                "",
                "");
    }

    /** Failed ones. */
    public static KeptRequests ofFailed(KeptRequest... requests) {
        return new KeptRequests(List.of(), List.of(requests), List.of(), 0);
    }

    /** Slow ones. */
    public static KeptRequests ofSlowest(KeptRequest... requests) {
        return new KeptRequests(List.of(requests), List.of(), List.of(), 0);
    }
}
