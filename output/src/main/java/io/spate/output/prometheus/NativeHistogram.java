package io.spate.output.prometheus;

import io.spate.metrics.Histogram;
import io.spate.output.encoding.ExponentialBuckets;
import io.spate.output.encoding.ProtoBytes;
import java.util.Map;

/**
 * A histogram as Prometheus' native one: buckets that grow by the eighth root of two (schema 3, as
 * k6 has it), those that are empty left out. Fields are of {@code prometheus.Histogram} in
 * Prometheus' types.proto.
 */
final class NativeHistogram {
    private static final int SCHEMA = 3;
    private static final double ZERO_THRESHOLD = 0x1p-128;

    private NativeHistogram() {}

    /**
     * A histogram as a message.
     *
     * @param unit how many of its units are one of Prometheus'
     */
    static ProtoBytes of(Histogram histogram, double unit, long epochMillis) {
        var buckets = ExponentialBuckets.of(histogram, unit, SCHEMA);
        var message = new ProtoBytes();
        message.whole(1, histogram.count());
        message.number(3, histogram.sum() / unit);
        message.signed(4, SCHEMA);
        message.number(5, ZERO_THRESHOLD);
        message.whole(6, buckets.zeros());
        buckets(message, 8, buckets.negative());
        buckets(message, 11, buckets.positive());
        message.whole(15, epochMillis);
        return message;
    }

    /**
     * Runs of buckets in field {@code spans}, their counts as differences in the next. Prometheus
     * numbers a bucket by its upper bound.
     */
    private static void buckets(ProtoBytes message, int spans, Map<Integer, Long> counts) {
        var deltas = new ProtoBytes();
        long last = 0;
        int next = 0;
        int start = 0;
        int length = 0;
        for (var bucket : counts.entrySet()) {
            int index = bucket.getKey() + 1;
            if (length > 0 && index == next) {
                length++;
            } else {
                span(message, spans, start, length);
                start = index - next;
                length = 1;
            }
            next = index + 1;
            deltas.zigzag(bucket.getValue() - last);
            last = bucket.getValue();
        }
        span(message, spans, start, length);
        if (deltas.size() > 0) {
            message.message(spans + 1, deltas);
        }
    }

    private static void span(ProtoBytes message, int field, int offset, int length) {
        if (length > 0) {
            var span = new ProtoBytes();
            span.signed(1, offset);
            span.whole(2, length);
            message.message(field, span);
        }
    }
}
