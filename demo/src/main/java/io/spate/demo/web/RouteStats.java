package io.spate.demo.web;

import java.util.EnumMap;
import java.util.Map;

/** Counts and durations of one route's replies. */
public final class RouteStats {
    /** Upper bounds of the histogram's buckets in seconds; one more is without bound. */
    private static final double[] BOUNDS_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private final long[] buckets = new long[BOUNDS_SECONDS.length + 1];
    private double sumSeconds;

    /** Receives one bucket: its upper bound and how many durations are up to it. */
    @FunctionalInterface
    public interface BucketConsumer {
        void accept(double boundSeconds, long cumulative);
    }

    /** Receives the replies of one status. */
    @FunctionalInterface
    public interface StatusConsumer {
        void accept(Status status, long count);
    }

    public void record(Status status, long durationNanos) {
        double seconds = durationNanos / 1e9;
        int bucket = 0;
        while (bucket < BOUNDS_SECONDS.length && seconds > BOUNDS_SECONDS[bucket]) {
            bucket++;
        }
        counts.merge(status, 1L, Long::sum);
        buckets[bucket]++;
        sumSeconds += seconds;
    }

    /** Statuses never answered are left out. */
    public void forEachStatus(StatusConsumer consumer) {
        counts.forEach(consumer::accept);
    }

    /** In ascending order, the last with an infinite bound. */
    public void forEachBucket(BucketConsumer consumer) {
        long cumulative = 0;
        for (int i = 0; i < buckets.length; i++) {
            cumulative += buckets[i];
            boolean last = i == BOUNDS_SECONDS.length;
            consumer.accept(last ? Double.POSITIVE_INFINITY : BOUNDS_SECONDS[i], cumulative);
        }
    }

    public long count() {
        long count = 0;
        for (long bucket : buckets) {
            count += bucket;
        }
        return count;
    }

    public double sumSeconds() {
        return sumSeconds;
    }
}
