package io.spate.analysis.files.samples;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Requests of tools that write a line for each, as the metrics that a run of ours has of them. */
public final class Requests {
    /** Words of an error beyond these do not tell two kinds apart. */
    private static final int ERROR_MAX = 200;

    /** Lines differ in their errors at most; more are looked up anew each time. */
    private static final int KNOWN_MAX = 50_000;

    private final SampleFold fold;
    private final Map<Kind, Numbers> known = new HashMap<>();

    public Requests(SampleFold fold) {
        this.fold = fold;
    }

    /**
     * What tells requests apart.
     *
     * @param method such as {@code GET}; empty where it is not known
     * @param status of the response; empty where there was none
     * @param error what went wrong; empty where nothing did, or the status says it
     */
    public record Kind(String method, String name, String status, String error, boolean failed) {
        public Kind {
            error = error.length() > ERROR_MAX ? error.substring(0, ERROR_MAX) + "..." : error;
        }

        Tags tags() {
            var tags = new TreeMap<String, String>();
            tags.put("method", method);
            tags.put("name", name);
            tags.put("status", status);
            tags.put("error", error);
            tags.put("expected_response", Boolean.toString(!failed));
            return new Tags(tags);
        }
    }

    private record Numbers(int count, int failed, int duration) {}

    /**
     * Takes a request.
     *
     * @param beginNanos when it was sent, since 1970
     * @param durationNanos how long it took
     */
    public void add(Kind kind, long beginNanos, long durationNanos) {
        long endNanos = beginNanos + durationNanos;
        var numbers = known.get(kind);
        if (numbers == null) {
            numbers = numbers(kind);
            if (known.size() < KNOWN_MAX) {
                known.put(kind, numbers);
            }
        }
        fold.add(beginNanos, endNanos, numbers.count, 1);
        fold.add(beginNanos, endNanos, numbers.failed, kind.failed ? 1 : 0);
        fold.add(beginNanos, endNanos, numbers.duration, durationNanos);
    }

    private Numbers numbers(Kind kind) {
        var tags = kind.tags();
        return new Numbers(
                fold.series(BuiltinMetrics.HTTP_REQS, tags),
                fold.series(BuiltinMetrics.HTTP_REQ_FAILED, tags),
                fold.series(BuiltinMetrics.HTTP_REQ_DURATION, tags));
    }
}
