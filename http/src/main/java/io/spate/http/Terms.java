package io.spate.http;

import io.spate.http.body.BodyUse;
import io.spate.http.login.DigestLogin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for beyond the bytes that are sent. Immutable; requests that ask for nothing
 * of their own share their client's.
 *
 * @param timeoutNanos from its start to its last byte
 * @param connectTimeoutNanos to open a connection; {@link Long#MAX_VALUE} for no limit of its own
 * @param firstByteTimeoutNanos from the request sent to the first byte of the response; {@link
 *     Long#MAX_VALUE} for no limit of its own
 * @param redirectsMax how many redirects are followed
 * @param bodyUse what becomes of the response's body
 * @param expectations null where the status alone decides
 * @param tags names and values by turns
 * @param login what answers a server that asks who one is; null where nothing does
 */
record Terms(
        long timeoutNanos,
        long connectTimeoutNanos,
        long firstByteTimeoutNanos,
        int redirectsMax,
        BodyUse bodyUse,
        @Nullable Expectations expectations,
        List<String> tags,
        @Nullable DigestLogin login) {

    static Terms of(HttpOptions options) {
        return new Terms(
                options.timeout().toNanos(),
                options.connectTimeout().map(Duration::toNanos).orElse(Long.MAX_VALUE),
                options.firstByteTimeout().map(Duration::toNanos).orElse(Long.MAX_VALUE),
                options.redirectsMax(),
                options.discardBodies() ? BodyUse.DROP : BodyUse.KEEP,
                null,
                List.of(),
                null);
    }

    Terms timeout(Duration timeout) {
        return new Terms(
                checked("timeout", timeout).toNanos(),
                connectTimeoutNanos,
                firstByteTimeoutNanos,
                redirectsMax,
                bodyUse,
                expectations,
                tags,
                login);
    }

    Terms connectTimeout(Duration timeout) {
        return new Terms(
                timeoutNanos,
                checked("connect timeout", timeout).toNanos(),
                firstByteTimeoutNanos,
                redirectsMax,
                bodyUse,
                expectations,
                tags,
                login);
    }

    Terms firstByteTimeout(Duration timeout) {
        return new Terms(
                timeoutNanos,
                connectTimeoutNanos,
                checked("first-byte timeout", timeout).toNanos(),
                redirectsMax,
                bodyUse,
                expectations,
                tags,
                login);
    }

    Terms redirects(int max) {
        return new Terms(
                timeoutNanos,
                connectTimeoutNanos,
                firstByteTimeoutNanos,
                checkedRedirects(max),
                bodyUse,
                expectations,
                tags,
                login);
    }

    Terms bodyUse(BodyUse use) {
        return new Terms(
                timeoutNanos,
                connectTimeoutNanos,
                firstByteTimeoutNanos,
                redirectsMax,
                use,
                expectations,
                tags,
                login);
    }

    Terms expectations(Expectations all) {
        return new Terms(
                timeoutNanos,
                connectTimeoutNanos,
                firstByteTimeoutNanos,
                redirectsMax,
                bodyUse,
                all,
                tags,
                login);
    }

    Terms tag(String name, String value) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a tag needs a name; its value is '" + value + "'");
        }
        var more = new ArrayList<>(tags);
        more.add(name);
        more.add(value);
        return new Terms(
                timeoutNanos,
                connectTimeoutNanos,
                firstByteTimeoutNanos,
                redirectsMax,
                bodyUse,
                expectations,
                List.copyOf(more),
                login);
    }

    Terms login(@Nullable DigestLogin other) {
        return new Terms(
                timeoutNanos,
                connectTimeoutNanos,
                firstByteTimeoutNanos,
                redirectsMax,
                bodyUse,
                expectations,
                tags,
                other);
    }

    /** Those that can be added to. */
    Expectations expected() {
        return expectations == null ? Expectations.NONE : expectations;
    }

    /**
     * A limit of time that can be kept.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Duration checked(String which, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.toDays() > 30) {
            throw new IllegalArgumentException(
                    "the %s of a request must be above 0 and at most 30 days: %s"
                            .formatted(which, timeout));
        }
        return timeout;
    }

    /**
     * A number of redirects that can be followed.
     *
     * @throws IllegalArgumentException where it is none
     */
    static int checkedRedirects(int max) {
        if (max < 0 || max > 100) {
            throw new IllegalArgumentException("the number of redirects must be 0 to 100: " + max);
        }
        return max;
    }
}
