package io.spate.locust.host;

import io.spate.http.HttpRequest;
import java.time.Duration;

/**
 * What the requests of a session have in common.
 *
 * @param base what comes before a URL that is a path
 * @param connectTimeout zero for none
 * @param readTimeout until the answer is there; zero for none
 * @param redirects followed at most
 * @param verifies whether certificates are checked
 */
public record SendOptions(
        String base,
        Duration connectTimeout,
        Duration readTimeout,
        int redirects,
        boolean verifies) {
    private static final double SECONDS_MAX = 86_400;

    SendOptions(
            String base,
            double connectSeconds,
            double readSeconds,
            int redirects,
            boolean verifies) {
        this(base, duration(connectSeconds), duration(readSeconds), redirects, verifies);
    }

    private static Duration duration(double seconds) {
        return seconds > 0
                ? Duration.ofNanos(Math.max(1, (long) (Math.min(seconds, SECONDS_MAX) * 1e9)))
                : Duration.ZERO;
    }

    void applyTo(HttpRequest request) {
        request.redirects(redirects);
        if (readTimeout.isPositive()) {
            request.timeout(readTimeout);
        }
        if (connectTimeout.isPositive()) {
            request.connectTimeout(connectTimeout);
        }
    }
}
