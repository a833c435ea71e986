package io.spate.output.prometheus;

import io.spate.metrics.Histogram;
import java.util.Map;
import java.util.TreeMap;

/**
 * A histogram as Prometheus' native one: buckets that grow by the eighth root of two (schema 3, as
 * k6 has it), those that are empty left out. Fields are of {@code prometheus.Histogram} in
 * Prometheus' types.proto.
 */
final class NativeHistogram {
    private static final int SCHEMA = 3;
    private static final double BUCKETS_PER_DOUBLING = 8;
    private static final double ZERO_THRESHOLD = 0x1p-128;

    private NativeHistogram() {}

    /**
     * A histogram as a message.
     *
     * @param unit how many of its units are one of Prometheus'
     */
    static ProtoBytes of(Histogram histogram, double unit, long epochMillis) {
        var positive = new TreeMap<Integer, Long>();
        var negative = new TreeMap<Integer, Long>();
        var zeros = new long[1];
        histogram.forEach(
                (lowest, highest, count) -> {
                    double middle = (lowest / 2.0 + highest / 2.0) / unit;
                    if (middle == 0) {
                        zeros[0] += count;
                    } else {
                        (middle > 0 ? positive : negative)
                                .merge(bucket(Math.abs(middle)), count, Long::sum);
                    }
                });
        var message = new ProtoBytes();
        message.whole(1, histogram.count());
        message.number(3, histogram.sum() / unit);
        message.signed(4, SCHEMA);
        message.number(5, ZERO_THRESHOLD);
        message.whole(6, zeros[0]);
        buckets(message, 8, negative);
        buckets(message, 11, positive);
        message.whole(15, epochMillis);
        return message;
    }

    /** The number of the bucket whose upper bound, two to the number over eight, is next. */
    static int bucket(double value) {
        return (int) Math.ceil(Math.log(value) / Math.log(2) * BUCKETS_PER_DOUBLING);
    }

    /** Runs of buckets in field {@code spans}, their counts as differences in the next. */
    private static void buckets(ProtoBytes message, int spans, Map<Integer, Long> counts) {
        var deltas = new ProtoBytes();
        long last = 0;
        int next = 0;
        int start = 0;
        int length = 0;
        for (var bucket : counts.entrySet()) {
            int index = bucket.getKey();
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
