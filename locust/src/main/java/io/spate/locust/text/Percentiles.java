package io.spate.locust.text;

import java.util.List;

/** The percentiles that Locust reports. */
final class Percentiles {
    /** From 0 to 1. */
    static final List<Double> SHARES =
            List.of(0.50, 0.66, 0.75, 0.80, 0.90, 0.95, 0.98, 0.99, 0.999, 0.9999, 1.0);

    static final List<String> NAMES =
            List.of(
                    "50%",
                    "66%", "75%", "80%", "90%", "95%", "98%", "99%", "99.9%", "99.99%", "100%");

    private Percentiles() {}
}
