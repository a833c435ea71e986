package io.spate.http;

import io.spate.http.body.BodyBuilder;
import io.spate.http.body.BodyUse;
import io.spate.http.body.RequestContent;
import io.spate.http.login.Credentials;
import io.spate.http.login.DigestLogin;
import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private final HttpClient client;
    private final RequestTemplate template;
    private final @Nullable String[] values;
    private RequestSeries series;
    private Headers headers;
    private Terms terms;
    private @Nullable ByteWriter query;
    private @Nullable BodyBuilder body;
    private RequestContent content = RequestContent.NONE;
    private boolean plain;

    HttpRequest(HttpClient client, RequestTemplate template, Terms terms) {
        this.client = client;
        this.template = template;
        this.terms = terms;
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
     * Sets a header as clients of other tools do: one that follows from the body, such as its
     * length, is left out.
     */
    public HttpRequest headerUnlessOfBody(String name, String value) {
        return Headers.followsFromBody(name) ? this : header(name, value);
    }

    /** Adds a tag that this request's statistics carry. Few values: each makes series. */
    public HttpRequest tag(String name, String value) {
        return on(terms.tag(name, value));
    }

    /** Logs in by HTTP's basic scheme, with the first request and without being asked. */
    public HttpRequest basicAuth(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name of basic authentication has no ':'");
        }
        return header("Authorization", new Credentials(user, password).basic());
    }

    /**
     * Logs in by HTTP's digest scheme (RFC 7616, with MD5 or SHA-256) where the server asks for it:
     * the request is then sent a second time. Both are measured; the first is no failure.
     */
    public HttpRequest digestAuth(String user, String password) {
        return on(terms.login(new DigestLogin(new Credentials(user, password))));
    }

    /** Sends a bearer token (RFC 6750). */
    public HttpRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /**
     * Lets the server compress the response with gzip or deflate. It is decoded when the script
     * asks for something in it.
     */
    public HttpRequest acceptCompressed() {
        return header("Accept-Encoding", "gzip, deflate");
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
        edited().field(name, value.toString());
        return this;
    }

    /** Adds a text to a body that is sent as {@code multipart/form-data}. */
    public HttpRequest part(String name, Object value) {
        edited().part(name, value.toString());
        return this;
    }

    /** Adds a file to a body that is sent as {@code multipart/form-data}. */
    public HttpRequest file(String name, Path path) {
        return file(name, path, "");
    }

    /**
     * Adds a file to a body that is sent as {@code multipart/form-data}. Together with more than 64
     * KB it is read while it is sent, and not held in memory.
     *
     * @param contentType empty to go by the name of the file
     */
    public HttpRequest file(String name, Path path, String contentType) {
        edited().part(name, path, contentType);
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
        edited().bytes(bytes, contentType);
        return this;
    }

    /**
     * Sends a file as it is. It is read while it is sent, and not held in memory.
     *
     * @param contentType may be empty, for no such header
     */
    public HttpRequest bodyFile(Path path, String contentType) {
        edited().file(path, contentType);
        return this;
    }

    /** Sends the body in gzip. A file is sent in chunks then, as its packed length is not known. */
    public HttpRequest compressed() {
        edited().compressed();
        return this;
    }

    private BodyBuilder edited() {
        plain = false;
        BodyBuilder known = body;
        if (known == null) {
            known = new BodyBuilder();
            body = known;
        }
        return known;
    }

    /** Sets the longest time from the start of this request to its last byte. */
    public HttpRequest timeout(Duration timeout) {
        return on(terms.timeout(timeout));
    }

    /** Sets the longest time to look up the name, connect, and shake hands. */
    public HttpRequest connectTimeout(Duration timeout) {
        return on(terms.connectTimeout(timeout));
    }

    /** Sets the longest time from the request sent to the first byte of its response. */
    public HttpRequest firstByteTimeout(Duration timeout) {
        return on(terms.firstByteTimeout(timeout));
    }

    /** Sets how many redirects are followed, 0 to 100; with 0 the redirect is the response. */
    public HttpRequest redirects(int max) {
        return on(terms.redirects(max));
    }

    /**
     * Lets the request succeed with these statuses and no others. With redirects followed it is the
     * last response that counts, here and in what follows.
     */
    public HttpRequest expectStatus(int... statuses) {
        return on(terms.expectations(terms.expected().status(statuses)));
    }

    /**
     * Lets the request fail where a condition does not hold, or needs a value that is missing.
     *
     * @param what the same text each time, as it names the failure in the statistics
     */
    public HttpRequest expect(String what, Predicate<HttpResponse> holds) {
        return on(terms.expectations(terms.expected().check(what, holds)));
    }

    /**
     * Lets a function say whether the request succeeded, whatever its status: empty for a success,
     * the reason for a failure. Few reasons: the first 16 are told apart.
     */
    public HttpRequest judge(Function<HttpResponse, Optional<String>> judge) {
        return on(terms.expectations(terms.expected().judge(judge)));
    }

    /**
     * Writes the response's body to a file, made anew, as it is received. The file is as large as
     * the body; memory is not.
     */
    public HttpRequest saveTo(Path path) {
        return on(terms.bodyUse(new BodyUse.Save(path)));
    }

    /** Reads the response's body and drops it; it may be of any size. */
    public HttpRequest discardBody() {
        return on(terms.bodyUse(BodyUse.DROP));
    }

    /**
     * Hands the response's body to a function piece by piece, as received: still compressed, where
     * the server has compressed it. A piece is to be read before the function returns.
     */
    public HttpRequest onBody(Consumer<ByteBuffer> pieces) {
        return on(terms.bodyUse(new BodyUse.Pass(pieces)));
    }

    private HttpRequest on(Terms changed) {
        terms = changed;
        plain = false;
        return this;
    }

    /**
     * Encodes it as it stands, to be sent many times by {@link HttpClient#send} at no further cost.
     */
    public PreparedRequest prepare() {
        seal();
        Headers defaults = client.headers();
        return plain && defaults == client.clients().headers()
                ? template.prepared(this, defaults)
                : new PreparedRequest(this, defaults);
    }

    /**
     * Sends it and waits for the response. What the target does wrong is in the response, not an
     * exception.
     *
     * @throws InterruptedRequestException when the virtual user is told to stop at once
     */
    public HttpResponse send() {
        seal();
        return client.send(this);
    }

    /** Builds the body, once for all that is asked of it. */
    private void seal() {
        if (body != null) {
            content = body.build();
        }
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

    Terms terms() {
        return terms;
    }

    /** The body as it was when the request was sealed. */
    RequestContent content() {
        return content;
    }

    void writeLine(ByteWriter out) {
        template.writeLine(values, query, out);
    }

    /** Writes the headers of this request alone, and the empty line. */
    void writeTail(ByteWriter out) {
        headers.write(out);
        RequestContent sent = content;
        if (!sent.contentType().isEmpty() && !headers.has("Content-Type")) {
            out.put("Content-Type: ").put(sent.contentType()).line();
        }
        if (sent.compressed() && !headers.has("Content-Encoding")) {
            out.put("Content-Encoding: gzip").line();
        }
        sent.writeLength(expectsBody(template.method()), out);
        out.line();
    }

    private static boolean expectsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** Takes what a redirected request keeps. */
    void carry(Headers kept, RequestContent keptContent) {
        headers = kept;
        content = keptContent;
        plain = false;
    }

    /** The JSON writer, made when the first value is sent: many runs send none. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.shared();
    }
}
