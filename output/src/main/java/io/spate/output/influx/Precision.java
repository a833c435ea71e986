package io.spate.output.influx;

/** To what unit of time points are kept apart. */
enum Precision {
    NANOSECONDS("ns", 1),
    MICROSECONDS("us", 1_000),
    MILLISECONDS("ms", 1_000_000),
    SECONDS("s", 1_000_000_000);

    private final String word;
    private final long nanos;

    Precision(String word, long nanos) {
        this.word = word;
        this.nanos = nanos;
    }

    /** As it is asked for, and as version 2 calls it. */
    String word() {
        return word;
    }

    /** As version 1 calls it. */
    String first() {
        return switch (this) {
            case NANOSECONDS -> "n";
            case MICROSECONDS -> "u";
            case MILLISECONDS -> "ms";
            case SECONDS -> "s";
        };
    }

    long of(long epochNanos) {
        return Math.floorDiv(epochNanos, nanos);
    }
}
