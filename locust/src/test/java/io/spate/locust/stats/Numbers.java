package io.spate.locust.stats;

import io.spate.metrics.Ticker;
import java.time.Instant;

/** Figures whose clock a test sets. */
public final class Numbers {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final long SECOND = 1_000_000_000;

    private long nanos;
    private final StatsBook book =
            new StatsBook(
                    new Ticker() {
                        @Override
                        public long nanoTime() {
                            return nanos;
                        }

                        @Override
                        public Instant instant() {
                            return START.plusNanos(nanos);
                        }
                    });

    /** Those of a short run: ten requests of one kind, two of another that failed. */
    public static Numbers ofAShortRun() {
        var numbers = new Numbers();
        var get = numbers.book.entry("GET", "/api/users");
        for (int i = 1; i <= 10; i++) {
            numbers.after(1);
            get.log(i * 10, 100);
        }
        var post = numbers.book.entry("POST", "/api/orders");
        post.fail(1234.5, 12, "HTTPError('500 Server Error: Internal Server Error for url: /x')");
        post.fail(250.25, 13, "CatchResponseError('no \"id\", sorry')");
        return numbers;
    }

    public void after(int seconds) {
        nanos += seconds * SECOND;
    }

    public StatsBook book() {
        return book;
    }
}
