package io.spate.locust.host;

import io.spate.http.HttpRequest;
import io.spate.http.login.Credentials;
import java.time.Duration;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess;

/**
 * What the requests of a session have in common.
 *
 * @param base what comes before a URL that is a path
 * @param connectTimeout zero for none
 * @param readTimeout until the answer is there; zero for none
 * @param redirects followed at most
 * @param verifies whether certificates are checked
 * @param login who logs in where a server asks by the digest scheme; empty for nobody
 */
public record SendOptions(
        String base,
        Duration connectTimeout,
        Duration readTimeout,
        int redirects,
        boolean verifies,
        Optional<Credentials> login) {
    private static final double SECONDS_MAX = 86_400;

    SendOptions(
            String base,
            double connectSeconds,
            double readSeconds,
            int redirects,
            boolean verifies) {
        this(
                base,
                duration(connectSeconds),
                duration(readSeconds),
                redirects,
                verifies,
                Optional.empty());
    }

    /** The same for who logs in by the digest scheme. */
    @HostAccess.Export
    public SendOptions digest(String user, String password) {
        return new SendOptions(
                base,
                connectTimeout,
                readTimeout,
                redirects,
                verifies,
                Optional.of(new Credentials(user, password)));
    }

    private static Duration duration(double seconds) {
        return seconds > 0
                ? Duration.ofNanos(Math.max(1, (long) (Math.min(seconds, SECONDS_MAX) * 1e9)))
                : Duration.ZERO;
    }

    void applyTo(HttpRequest request) {
        request.redirects(redirects);
        login.ifPresent(it -> request.digestAuth(it.user(), it.password()));
        if (readTimeout.isPositive()) {
            request.timeout(readTimeout);
        }
        if (connectTimeout.isPositive()) {
            request.connectTimeout(connectTimeout);
        }
    }
}
