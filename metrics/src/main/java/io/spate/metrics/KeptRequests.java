package io.spate.metrics;

import io.spate.metrics.keeping.Keeper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests that are kept as a whole. Immutable and bounded, however many are merged.
 *
 * @param slowest the slowest, slowest first: {@link Keeper#SLOWEST_MAX} of them, up to {@link
 *     Keeper#SLOWEST_OF_ONE_MAX} of one endpoint; within 2 % of the true order
 * @param failed the first of each kind that has failed and some more, by their start
 * @param sampled those whose traces are sampled
 * @param sampledLost how many more of these there were
 */
public record KeptRequests(
        List<KeptRequest> slowest,
        List<KeptRequest> failed,
        List<KeptRequest> sampled,
        long sampledLost) {
    /** The most kinds of failures of which one is kept. */
    static final int KINDS_MAX = 1_000;

    /** The most sampled requests that are kept until somebody takes them. */
    static final int SAMPLED_MAX = 5_000;

    /** None. */
    public static final KeptRequests NONE = new KeptRequests(List.of(), List.of(), List.of(), 0);

    public KeptRequests {
        slowest = List.copyOf(slowest);
        failed = List.copyOf(failed);
        sampled = List.copyOf(sampled);
    }

    /** Those that a recorder has kept, of which only as many remain as may be. */
    static KeptRequests of(
            List<KeptRequest> slowest, List<KeptRequest> failed, List<KeptRequest> sampled) {
        return new KeptRequests(slowest(List.of(), slowest), failed(List.of(), failed), sampled, 0);
    }

    /** These and others. */
    public KeptRequests merge(KeptRequests other) {
        if (other.isEmpty() || isEmpty()) {
            return other.isEmpty() ? this : other;
        }
        int room = Math.min(other.sampled.size(), SAMPLED_MAX - sampled.size());
        return new KeptRequests(
                slowest(slowest, other.slowest),
                failed(failed, other.failed),
                joined(sampled, other.sampled.subList(0, Math.max(0, room))),
                sampledLost + other.sampledLost + other.sampled.size() - Math.max(0, room));
    }

    private boolean isEmpty() {
        return slowest.isEmpty() && failed.isEmpty() && sampled.isEmpty() && sampledLost == 0;
    }

    private static List<KeptRequest> joined(List<KeptRequest> some, List<KeptRequest> more) {
        return more.isEmpty() ? some : Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<KeptRequest> slowest(List<KeptRequest> some, List<KeptRequest> more) {
        if (more.isEmpty()) {
            return some;
        }
        Map<String, Integer> ofEndpoints = new HashMap<>();
        return Stream.concat(some.stream(), more.stream())
                .sorted(
                        Comparator.comparingLong((KeptRequest it) -> it.times().durationNanos())
                                .reversed())
                .filter(
                        it ->
                                ofEndpoints.merge(it.endpoint(), 1, Integer::sum)
                                        <= Keeper.SLOWEST_OF_ONE_MAX)
                .limit(Keeper.SLOWEST_MAX)
                .toList();
    }

    private static List<KeptRequest> failed(List<KeptRequest> some, List<KeptRequest> more) {
        if (more.isEmpty()) {
            return some;
        }
        var kept = new ArrayList<KeptRequest>();
        Map<Series, Integer> kinds = new HashMap<>();
        for (var one :
                Stream.concat(some.stream(), more.stream())
                        .sorted(Comparator.comparing(KeptRequest::startedAt))
                        .toList()) {
            int ofKind = kinds.merge(one.series(), 1, Integer::sum);
            boolean further = kept.size() - kinds.size() < Keeper.FAILED_MAX;
            if (ofKind == 1
                    ? kinds.size() <= KINDS_MAX
                    : ofKind <= Keeper.FAILED_OF_ONE_MAX && further) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** Those that have failed, of as many kinds as can be, {@link Keeper#FAILED_MAX} of them. */
    public List<KeptRequest> someFailed() {
        Map<Series, Integer> kinds = new HashMap<>();
        var places = new IdentityHashMap<KeptRequest, Integer>();
        failed.forEach(it -> places.put(it, kinds.merge(it.series(), 1, Integer::sum)));
        return failed.stream()
                .sorted(Comparator.comparingInt((KeptRequest it) -> places.getOrDefault(it, 0)))
                .limit(Keeper.FAILED_MAX)
                .sorted(Comparator.comparing(KeptRequest::startedAt))
                .toList();
    }

    /** Those alone that are there for their traces. */
    public KeptRequests sampledAlone() {
        return new KeptRequests(List.of(), List.of(), sampled, sampledLost);
    }

    /** Without those that are there for their traces. */
    public KeptRequests withoutSampled() {
        return sampled.isEmpty() && sampledLost == 0
                ? this
                : new KeptRequests(slowest, failed, List.of(), 0);
    }

    /**
     * A request that is kept as a whole, for people to read. Has no secrets, as far as their names
     * tell them.
     *
     * @param series which of {@code http_reqs} counts it: its tags say what came of it
     * @param url scheme, host, port, path and query
     * @param startedAt when it began
     * @param times where its time went
     * @param trace its place in a trace; empty where requests have none
     * @param sent head and body; empty where it is kept for its trace alone, as are the next two
     * @param received head and body of the response
     * @param error why it failed, for people; empty where it did not, or where the status says it
     */
    public record KeptRequest(
            Series series,
            String url,
            Instant startedAt,
            Times times,
            Optional<Trace> trace,
            String sent,
            String received,
            String error) {

        /** Where the time of a request went, in nanoseconds. */
        public record Times(
                long blockedNanos,
                long connectingNanos,
                long tlsHandshakingNanos,
                long sendingNanos,
                long waitingNanos,
                long receivingNanos) {

            /** From when it could be sent: {@code http_req_duration}. */
            public long durationNanos() {
                return sendingNanos + waitingNanos + receivingNanos;
            }

            /** From its start. */
            public long elapsedNanos() {
                return blockedNanos + durationNanos();
            }
        }

        /**
         * A place in a trace (www.w3.org/TR/trace-context).
         *
         * @param high the first half of the trace's number
         * @param low the second half
         * @param span the request's own number
         * @param sampled whether the trace is recorded
         */
        public record Trace(long high, long low, long span, boolean sampled) {
            /** The trace's number as it is written. */
            public String traceId() {
                var hex = HexFormat.of();
                return hex.toHexDigits(high) + hex.toHexDigits(low);
            }

            /** The request's number as it is written. */
            public String spanId() {
                return HexFormat.of().toHexDigits(span);
            }
        }

        /** Request, response and error as one text. */
        public String text() {
            return sent
                    + (received.isEmpty() ? "" : "\n" + received)
                    + (error.isEmpty() ? "" : "\nerror: " + error + "\n");
        }

        /** What tells its endpoint from others. */
        String endpoint() {
            return series.tags().get("method") + " " + series.tags().get("name");
        }
    }
}
