package io.spate.http;

import java.util.Optional;

/** A response, or what came in its place. Immutable. */
public final class HttpResponse {
    HttpResponse() {}

    /** The status; 0 where there was no response. */
    public int status() {
        throw new UnsupportedOperationException();
    }

    /** Whether a response came with a status from 200 to 399. */
    public boolean ok() {
        throw new UnsupportedOperationException();
    }

    /** What went wrong where no whole response came; empty otherwise. */
    public String error() {
        throw new UnsupportedOperationException();
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        throw new UnsupportedOperationException();
    }

    /** The body as text, by the charset of its content type, else UTF-8. */
    public String body() {
        throw new UnsupportedOperationException();
    }

    /** The body's bytes. */
    public byte[] bytes() {
        throw new UnsupportedOperationException();
    }

    /**
     * The value at a JSON path ({@code $.token}, {@code $.items[0].id}, {@code items.0.id}) as
     * text.
     *
     * @throws ExtractionException where the body is not JSON or has no such value; the message
     *     names the path, the request, the status, and the start of the body
     */
    public String json(String path) {
        throw new UnsupportedOperationException();
    }

    /** Service time (sending, waiting, receiving) in milliseconds. */
    public double durationMillis() {
        throw new UnsupportedOperationException();
    }
}
