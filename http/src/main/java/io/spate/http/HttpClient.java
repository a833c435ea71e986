package io.spate.http;

import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;

/**
 * The HTTP client of one virtual user: its connections, cookies and default headers. Blocks the
 * calling virtual thread; belongs to it alone.
 */
public final class HttpClient implements AutoCloseable {

    /** A client on a loop that records its requests under the given tags. */
    public HttpClient(EventLoop loop, Recorder recorder, Tags tags, HttpOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Says when the next request is due; it is measured from then. Others are from their start. */
    public void nextDueNanos(long dueNanos) {
        throw new UnsupportedOperationException();
    }

    /** Sets a header that this user sends with every request from now on. */
    public void header(String name, String value) {
        throw new UnsupportedOperationException();
    }

    /** Starts a request: {@code client.request("GET", "/users/{id}").path("id", 7).send()}. */
    public HttpRequest request(String method, String url) {
        throw new UnsupportedOperationException();
    }

    /** Closes its connections. */
    @Override
    public void close() {}
}
