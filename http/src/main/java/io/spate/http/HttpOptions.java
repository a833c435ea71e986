package io.spate.http;

import io.spate.http.watch.ResponseWatch;
import io.spate.http.wire.Headers;
import io.spate.http.wire.Url;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
 * @param connectTimeout to look up the name, connect and shake hands; within {@code timeout}
 * @param firstByteTimeout from the request sent to the first byte of the response; within {@code
 *     timeout}
 * @param watch what is looked at in each response
 * @param version of HTTP
 * @param connections to each server, shared by all users of an event loop, up to 10,000; only with
 *     HTTP/2, which {@link HttpVersion#AUTO} becomes; 0 where each user has its own
 * @param observer sees every exchange; for finding mistakes, not for load
 */
public record HttpOptions(
        String baseUrl,
        Map<String, String> headers,
        Duration timeout,
        boolean verifyTls,
        boolean discardBodies,
        int redirectsMax,
        boolean reuseConnections,
        long bodyBytesMax,
        Optional<Duration> connectTimeout,
        Optional<Duration> firstByteTimeout,
        ResponseWatch watch,
        HttpVersion version,
        int connections,
        Optional<ExchangeObserver> observer) {

    private static final int REDIRECTS_MAX = 10;
    private static final int CONNECTIONS_MAX = 10_000;
    private static final long BODY_BYTES_MAX = 64L << 20;

    /** No base URL, no headers, 60 s, certificates checked, bodies up to 64 MiB kept. */
    public static final HttpOptions DEFAULT =
            new HttpOptions("", Map.of(), Duration.ofSeconds(60), true, false);

    public HttpOptions {
        baseUrl = checkedBase(baseUrl);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        Headers.of(headers);
        Terms.checked("timeout", timeout);
        connectTimeout.ifPresent(it -> Terms.checked("connect timeout", it));
        firstByteTimeout.ifPresent(it -> Terms.checked("first-byte timeout", it));
        Terms.checkedRedirects(redirectsMax);
        if (discardBodies && watch.needsBodies()) {
            throw new IllegalArgumentException(
                    "nodes are told apart by a field of the bodies, which are discarded: keep them,"
                            + " or tell nodes apart by a header");
        }
        version = checkedVersion(version, connections);
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

    /** With no limits of time beside {@code timeout}, and unobserved. */
    public HttpOptions(
            String baseUrl,
            Map<String, String> headers,
            Duration timeout,
            boolean verifyTls,
            boolean discardBodies,
            int redirectsMax,
            boolean reuseConnections,
            long bodyBytesMax) {
        this(
                baseUrl,
                headers,
                timeout,
                verifyTls,
                discardBodies,
                redirectsMax,
                reuseConnections,
                bodyBytesMax,
                Optional.empty(),
                Optional.empty(),
                ResponseWatch.NONE,
                HttpVersion.AUTO,
                0,
                Optional.empty());
    }

    /** The same with limits of time for the phases before the response. */
    public HttpOptions withTimeouts(Optional<Duration> connecting, Optional<Duration> firstByte) {
        return new HttpOptions(
                baseUrl,
                headers,
                timeout,
                verifyTls,
                discardBodies,
                redirectsMax,
                reuseConnections,
                bodyBytesMax,
                connecting,
                firstByte,
                watch,
                version,
                connections,
                observer);
    }

    /**
     * The same over another version of HTTP, on connections of each user's own or on shared ones.
     */
    public HttpOptions withVersion(HttpVersion of, int shared) {
        return new HttpOptions(
                baseUrl,
                headers,
                timeout,
                verifyTls,
                discardBodies,
                redirectsMax,
                reuseConnections,
                bodyBytesMax,
                connectTimeout,
                firstByteTimeout,
                watch,
                of,
                shared,
                observer);
    }

    private static HttpVersion checkedVersion(HttpVersion version, int connections) {
        if (connections < 0 || connections > CONNECTIONS_MAX) {
            throw new IllegalArgumentException(
                    "connections must be 0 to " + CONNECTIONS_MAX + ": " + connections);
        }
        if (connections > 0 && version == HttpVersion.HTTP_1_1) {
            throw new IllegalArgumentException(
                    "users share connections over HTTP/2 only: leave the connections to the users,"
                            + " or use HTTP/2");
        }
        return connections > 0 ? HttpVersion.HTTP_2 : version;
    }

    /** The same, seen by an observer. */
    public HttpOptions withObserver(ExchangeObserver by) {
        return new HttpOptions(
                baseUrl,
                headers,
                timeout,
                verifyTls,
                discardBodies,
                redirectsMax,
                reuseConnections,
                bodyBytesMax,
                connectTimeout,
                firstByteTimeout,
                watch,
                version,
                connections,
                Optional.of(by));
    }

    /** The same with something to look at in each response. */
    public HttpOptions withWatch(ResponseWatch other) {
        return new HttpOptions(
                baseUrl,
                headers,
                timeout,
                verifyTls,
                discardBodies,
                redirectsMax,
                reuseConnections,
                bodyBytesMax,
                connectTimeout,
                firstByteTimeout,
                other,
                version,
                connections,
                observer);
    }

    /** The same with another number of redirects followed, 0 to 100. */
    public HttpOptions withRedirects(int max) {
        return new HttpOptions(
                baseUrl,
                headers,
                timeout,
                verifyTls,
                discardBodies,
                max,
                reuseConnections,
                bodyBytesMax,
                connectTimeout,
                firstByteTimeout,
                watch,
                version,
                connections,
                observer);
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
