package io.spate.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The series of one run, numbered from 0, with an upper limit. Safe for use by any thread; looking
 * up a known series takes no lock.
 */
public final class SeriesRegistry {
    /** The limit of a run: enough for 5,000 endpoints, each with failures too. */
    public static final int LIMIT = 150_000;

    private static final String OTHER = "(other)";
    private static final Tags OTHER_TAGS = Tags.of("name", OTHER);

    private final int limit;

    /**
     * Set while a series is being registered. Others spin, as it takes no longer than a few
     * look-ups: a virtual thread that parked here would let others of its loop run amid what called
     * it, which relies on nothing of its loop running in between.
     */
    private final AtomicBoolean registering = new AtomicBoolean();

    private final Map<Series, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Series, Integer> folded = new ConcurrentHashMap<>();
    private final Map<String, Metric> metrics = new HashMap<>();

    /** Grows by copies; an element is written before its number can be known to anybody. */
    private volatile Series[] byNumber = new Series[16];

    private int size;

    /**
     * A registry with a limit. Series over the limit are folded into one series per metric whose
     * {@code name} tag is {@code (other)}, and counted. Those come on top of the limit; so that a
     * script that makes up names of metrics is held too, there are at most as many again, and then
     * one per kind of metric.
     */
    public SeriesRegistry(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of series below 1: " + limit);
        }
        this.limit = limit;
    }

    /**
     * How many different series were folded because the limit was reached. Each is counted once; as
     * many are told apart as the limit allows series, and what comes after them is not counted.
     */
    public long overflowed() {
        return folded.size();
    }

    /**
     * The number of a series.
     *
     * @throws IllegalArgumentException where another metric of another kind has the same name
     */
    int number(Series series) {
        Integer known = numbers.get(series);
        if (known == null) {
            known = folded.get(series);
        }
        return known == null ? register(series) : known;
    }

    /** The series with a number that {@link #number} gave. */
    Series series(int number) {
        return byNumber[number];
    }

    private int register(Series series) {
        while (!registering.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
        try {
            return registerAlone(series);
        } finally {
            registering.set(false);
        }
    }

    private int registerAlone(Series series) {
        Integer known = numbers.get(series);
        if (known != null) {
            return known;
        }
        Metric metric = series.metric();
        Metric namesake = metrics.getOrDefault(metric.name(), metric);
        if (!namesake.equals(metric)) {
            throw new IllegalArgumentException(
                    "the metric '%s' is a %s and cannot be a %s too: give one of them another name"
                            .formatted(metric.name(), kind(namesake), kind(metric)));
        }
        if (size < limit) {
            return add(series);
        }
        int other = other(metric);
        if (folded.size() < limit) {
            folded.put(series, other);
        }
        return other;
    }

    private int other(Metric metric) {
        var other = new Series(metric, OTHER_TAGS);
        Integer known = numbers.get(other);
        if (known != null) {
            return known;
        }
        if (size < 2 * limit) {
            return add(other);
        }
        var kind = new Metric(OTHER + " " + kind(metric), metric.type(), metric.contains());
        var last = new Series(kind, OTHER_TAGS);
        known = numbers.get(last);
        return known == null ? add(last) : known;
    }

    private int add(Series series) {
        metrics.putIfAbsent(series.metric().name(), series.metric());
        int number = size++;
        Series[] grown = number < byNumber.length ? byNumber : Arrays.copyOf(byNumber, 2 * number);
        grown[number] = series;
        byNumber = grown;
        // Last, so that who finds the number finds the series.
        numbers.put(series, number);
        return number;
    }

    private static String kind(Metric metric) {
        String type = metric.type().name().toLowerCase(Locale.ROOT);
        return switch (metric.contains()) {
            case DEFAULT -> type;
            case TIME -> type + " of times";
            case DATA -> type + " of bytes";
            case DECIMAL -> type + " of decimals";
        };
    }
}
