package io.spate.http;

import io.spate.http.wire.Headers;
import io.spate.http.wire.Url;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a client sends.
 *
 * @param baseUrl put before URLs that start with {@code /}; empty for none
 * @param headers sent with every request, in this order; without a {@code User-Agent} among them it
 *     is {@code spate}
 * @param timeout of a request, from its start to its last byte; each redirect has its own
 * @param verifyTls whether certificates are checked
 * @param discardBodies whether response bodies are read and dropped; saves memory
 * @param redirectsMax how many redirects are followed one after another, 0 to 100; the response is
 *     the last one received, so that with 0 it is the redirect itself
 * @param reuseConnections whether a user sends its next request over the same connection
 * @param bodyBytesMax how large a kept body may be, 1 to 1 GiB; a larger one is the error {@code
 *     body too large}
 */
public record HttpOptions(
        String baseUrl,
        Map<String, String> headers,
        Duration timeout,
        boolean verifyTls,
        boolean discardBodies,
        int redirectsMax,
        boolean reuseConnections,
        long bodyBytesMax) {

    private static final int REDIRECTS_MAX = 10;
    private static final long BODY_BYTES_MAX = 64L << 20;

    /** No base URL, no headers, 60 s, certificates checked, bodies up to 64 MiB kept. */
    public static final HttpOptions DEFAULT =
            new HttpOptions("", Map.of(), Duration.ofSeconds(60), true, false);

    public HttpOptions {
        baseUrl = checkedBase(baseUrl);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        Headers.of(headers);
        if (timeout.isNegative() || timeout.isZero() || timeout.toDays() > 30) {
            throw new IllegalArgumentException(
                    "the timeout of a request must be above 0 and at most 30 days: " + timeout);
        }
        if (redirectsMax < 0 || redirectsMax > 100) {
            throw new IllegalArgumentException(
                    "the number of redirects must be 0 to 100: " + redirectsMax);
        }
        if (bodyBytesMax < 1 || bodyBytesMax > 1L << 30) {
            throw new IllegalArgumentException(
                    "the limit of a body must be 1 byte to 1 GiB: " + bodyBytesMax);
        }
    }

    /** With up to 10 redirects followed, connections reused, and bodies up to 64 MiB. */
    public HttpOptions(
            String baseUrl,
            Map<String, String> headers,
            Duration timeout,
            boolean verifyTls,
            boolean discardBodies) {
        this(
                baseUrl,
                headers,
                timeout,
                verifyTls,
                discardBodies,
                REDIRECTS_MAX,
                true,
                BODY_BYTES_MAX);
    }

    private static String checkedBase(String written) {
        if (written.isEmpty()) {
            return written;
        }
        Url.parse(written);
        if (written.indexOf('?') >= 0 || written.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "a base URL ends before ? and #, as requests are put behind it: '"
                            + written
                            + "'");
        }
        return written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    }
}
