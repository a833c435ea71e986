package io.spate.http;

/**
 * A request being written. Its statistics go under the name, which is the URL as written, so that
 * {@code /users/{id}} is one entry whatever the id.
 */
public final class HttpRequest {
    HttpRequest() {}

    /** Gives the name its statistics go under, in place of the URL as written. */
    public HttpRequest name(String name) {
        throw new UnsupportedOperationException();
    }

    /** Fills {@code {name}} of the URL, percent-encoded. */
    public HttpRequest path(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    /** Adds a query parameter, percent-encoded. */
    public HttpRequest query(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    /** Sets a header. */
    public HttpRequest header(String name, String value) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends a value as JSON: maps, lists, records, texts, numbers. A text that is JSON already goes
     * through {@link #body}.
     */
    public HttpRequest json(Object value) {
        throw new UnsupportedOperationException();
    }

    /** Adds a form field; the body is sent as {@code application/x-www-form-urlencoded}. */
    public HttpRequest form(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    /** Sends a text as it is, in UTF-8. */
    public HttpRequest body(String text, String contentType) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends it and waits for the response. What the target does wrong is in the response, not an
     * exception.
     *
     * @throws InterruptedRequestException when the virtual user is told to stop at once
     */
    public HttpResponse send() {
        throw new UnsupportedOperationException();
    }
}
