package io.spate.http;

import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request being written. Its statistics go under the name, which is the URL as written, so that
 * {@code /users/{id}} is one entry whatever the id.
 *
 * <p>What cannot be sent (an unknown placeholder, a line end in a header) is an {@link
 * IllegalArgumentException} with a message for the author of the script.
 */
public final class HttpRequest {
    private static final @Nullable String[] NO_VALUES = {};
    private static final byte[] NO_BYTES = {};

    private final HttpClient client;
    private final RequestTemplate template;
    private final @Nullable String[] values;
    private RequestSeries series;
    private Headers headers;
    private long timeoutNanos;
    private @Nullable ByteWriter query;
    private @Nullable ByteWriter form;
    private String contentType = "";
    private byte[] body = NO_BYTES;
    private boolean plain;

    HttpRequest(HttpClient client, RequestTemplate template, long timeoutNanos) {
        this.client = client;
        this.template = template;
        this.timeoutNanos = timeoutNanos;
        series = template.series();
        headers = template.headers();
        int count = template.placeholderCount();
        values = count == 0 ? NO_VALUES : new @Nullable String[count];
        plain = count == 0;
    }

    /** Gives the name its statistics go under, in place of the URL as written. */
    public HttpRequest name(String name) {
        series = client.clients().series(template.method(), name);
        plain = false;
        return this;
    }

    /** Fills {@code {name}} of the URL, percent-encoded. */
    public HttpRequest path(String name, Object value) {
        template.fill(values, name, value.toString());
        return this;
    }

    /** Adds a query parameter, percent-encoded. */
    public HttpRequest query(String name, Object value) {
        ByteWriter written = query;
        if (written == null) {
            written = new ByteWriter();
            query = written;
        } else {
            written.put('&');
        }
        written.component(name).put('=').component(value.toString());
        plain = false;
        return this;
    }

    /** Sets a header. One that the user sends with every request is replaced. */
    public HttpRequest header(String name, String value) {
        headers = headers.with(name, value);
        plain = false;
        return this;
    }

    /**
     * Sends a value as JSON: maps, lists, records, texts, numbers. A text that is JSON already goes
     * through {@link #body}.
     */
    public HttpRequest json(Object value) {
        return body(Json.MAPPER.writeValueAsBytes(value), "application/json");
    }

    /** Adds a form field; the body is sent as {@code application/x-www-form-urlencoded}. */
    public HttpRequest form(String name, Object value) {
        ByteWriter written = form;
        if (written == null) {
            written = new ByteWriter();
            form = written;
        } else {
            written.put('&');
        }
        written.formComponent(name).put('=').formComponent(value.toString());
        contentType = "application/x-www-form-urlencoded";
        body = NO_BYTES;
        plain = false;
        return this;
    }

    /** Sends a text as it is, in UTF-8. */
    public HttpRequest body(String text, String contentType) {
        return body(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    /**
     * Sends bytes as they are; the array must not change until they are sent.
     *
     * @param contentType may be empty, for no such header
     */
    public HttpRequest body(byte[] bytes, String contentType) {
        Headers.check("Content-Type", contentType);
        form = null;
        body = bytes;
        this.contentType = contentType;
        plain = false;
        return this;
    }

    /** Sets the longest time from the start of this request to its last byte. */
    public HttpRequest timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.toDays() > 30) {
            throw new IllegalArgumentException(
                    "the timeout of a request must be above 0 and at most 30 days: " + timeout);
        }
        timeoutNanos = timeout.toNanos();
        plain = false;
        return this;
    }

    /**
     * Encodes it as it stands, to be sent many times by {@link HttpClient#send} at no further cost.
     */
    public PreparedRequest prepare() {
        return new PreparedRequest(this, client.headers());
    }

    /**
     * Sends it and waits for the response. What the target does wrong is in the response, not an
     * exception.
     *
     * @throws InterruptedRequestException when the virtual user is told to stop at once
     */
    public HttpResponse send() {
        return client.send(this);
    }

    /** Whether it is its template with nothing added. */
    boolean isPlain() {
        return plain;
    }

    RequestTemplate template() {
        return template;
    }

    RequestSeries series() {
        return series;
    }

    Headers headers() {
        return headers;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        ByteWriter fields = form;
        if (fields != null && body.length == 0) {
            body = fields.toByteArray();
        }
        return body;
    }

    void writeLine(ByteWriter out) {
        template.writeLine(values, query, out);
    }

    /** Writes the headers of this request alone, and the empty line. */
    void writeTail(ByteWriter out) {
        headers.write(out);
        if (!contentType.isEmpty() && !headers.has("Content-Type")) {
            out.put("Content-Type: ").put(contentType).line();
        }
        int length = body().length;
        if (length > 0 || expectsBody(template.method())) {
            out.put("Content-Length: ").put(length).line();
        }
        out.line();
    }

    private static boolean expectsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** Takes what a redirected request keeps. */
    void carry(Headers kept, byte[] keptBody, String keptContentType) {
        headers = kept;
        body = keptBody;
        contentType = keptContentType;
        plain = false;
    }

    /** The JSON writer, made when the first value is sent: many runs send none. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.shared();
    }
}
