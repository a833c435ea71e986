package io.spate.http;

import io.spate.http.content.ContentDecoder;
import io.spate.http.content.JsonPath;
import io.spate.http.wire.ResponseHead;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A response, or what came in its place. Immutable. */
public final class HttpResponse {
    private static final int SHOWN_BODY_CHARS = 120;

    private final HttpClients clients;
    private final RequestSeries series;
    private final @Nullable ResponseHead head;
    private final byte[] received;
    private final String error;
    private final Timings timings;

    HttpResponse(
            HttpClients clients,
            RequestSeries series,
            @Nullable ResponseHead head,
            byte[] received,
            String error,
            Timings timings) {
        this.clients = clients;
        this.series = series;
        this.head = head;
        this.received = received;
        this.error = error;
        this.timings = timings;
    }

    /**
     * Where the time of a request went. All in nanoseconds, not negative.
     *
     * @param blockedNanos until there was a connection: waiting, resolving, connecting, TLS
     * @param connectingNanos establishing the TCP connection; 0 on a reused one
     * @param tlsHandshakingNanos the TLS handshake; 0 on a reused connection
     * @param sendingNanos writing the request
     * @param waitingNanos from its last byte sent to the first byte of the response
     * @param receivingNanos from the first byte of the response to its last
     * @param responseTimeNanos from when the request was due to the last byte of the response
     */
    public record Timings(
            long blockedNanos,
            long connectingNanos,
            long tlsHandshakingNanos,
            long sendingNanos,
            long waitingNanos,
            long receivingNanos,
            long responseTimeNanos) {

        /** Service time: sending, waiting and receiving. */
        public long durationNanos() {
            return sendingNanos + waitingNanos + receivingNanos;
        }
    }

    /** The status; 0 where there was no response, or none that is whole and well formed. */
    public int status() {
        return head == null ? 0 : head.status();
    }

    /** Whether a response came with a status from 200 to 399. */
    public boolean ok() {
        return RequestSeries.isExpected(status());
    }

    /** What went wrong where no whole response came; empty otherwise. */
    public String error() {
        return error;
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return head == null ? Optional.empty() : head.header(name);
    }

    /**
     * The body as text, by the charset of its content type, else UTF-8.
     *
     * @throws ExtractionException where its {@code Content-Encoding} cannot be undone
     */
    public String body() {
        return new String(decoded(), charset());
    }

    /**
     * The body's bytes, after its {@code Content-Encoding} is undone; a new array.
     *
     * @throws ExtractionException where it cannot be undone
     */
    public byte[] bytes() {
        return coding().isEmpty() ? received.clone() : decoded();
    }

    /**
     * The value at a JSON path ({@code $.token}, {@code $.items[0].id}, {@code items.0.id}) as
     * text.
     *
     * @throws ExtractionException where the body is not JSON or has no such value; the message
     *     names the path, the request, the status, and the start of the body
     * @throws IllegalArgumentException where the path is none
     */
    public String json(String path) {
        return findJson(path).orElseThrow(() -> missing(path, ""));
    }

    /**
     * The value at a JSON path as text, if the body is JSON and has one there.
     *
     * @throws IllegalArgumentException where the path is none
     */
    public Optional<String> jsonIfPresent(String path) {
        try {
            return findJson(path);
        } catch (ExtractionException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds the mistakes of a JSON path before there is a response.
     *
     * @return the path
     * @throws IllegalArgumentException where it is none, with the place
     */
    public static String checkedJsonPath(String path) {
        return JsonPath.compile(path).toString();
    }

    @Nullable ResponseHead head() {
        return head;
    }

    /** Service time (sending, waiting, receiving) in milliseconds. */
    public double durationMillis() {
        return timings.durationNanos() / 1e6;
    }

    /** Where the time went. */
    public Timings timings() {
        return timings;
    }

    private Optional<String> findJson(String path) {
        var compiled = clients.jsonPaths().get(path);
        Charset charset = charset();
        byte[] text = decoded();
        if (!charset.equals(StandardCharsets.UTF_8)) {
            text = new String(text, charset).getBytes(StandardCharsets.UTF_8);
        }
        try {
            return compiled.find(text);
        } catch (JacksonException e) {
            throw missing(path, ", which is not JSON");
        }
    }

    private Charset charset() {
        return ContentDecoder.charset(header("Content-Type").orElse(""));
    }

    private String coding() {
        return received.length == 0 ? "" : header("Content-Encoding").orElse("");
    }

    private byte[] decoded() {
        String coding = coding();
        if (coding.isEmpty()) {
            return received;
        }
        try {
            return ContentDecoder.decode(received, coding, clients.options().bodyBytesMax());
        } catch (IOException e) {
            String request = series.method() + " " + series.name();
            throw new ExtractionException(
                    "the body of " + request + " cannot be decoded: " + e.getMessage());
        }
    }

    private ExtractionException missing(String path, String reason) {
        String start;
        if (!error.isEmpty()) {
            start = "; there was no response: " + error;
        } else if (clients.options().discardBodies()) {
            start = "; bodies are discarded in this run";
        } else {
            String text = body();
            start =
                    text.length() <= SHOWN_BODY_CHARS
                            ? "; body: " + text
                            : "; body starts: " + text.substring(0, SHOWN_BODY_CHARS);
        }
        return new ExtractionException(
                "no value at "
                        + path
                        + " in the response to "
                        + series.method()
                        + " "
                        + series.name()
                        + ", status "
                        + status()
                        + reason
                        + start.replaceAll("[\\r\\n\\t]+", " "));
    }
}
