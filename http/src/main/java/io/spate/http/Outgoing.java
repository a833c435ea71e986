package io.spate.http;

import io.spate.http.body.RequestContent;
import io.spate.http.body.StreamedBody;
import io.spate.http.channel.RequestBytes;
import io.spate.http.login.DigestLogin;
import io.spate.http.trace.RequestTrace;
import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Headers;
import io.spate.http.wire.Origin;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.Url;
import io.spate.metrics.KeptRequests.KeptRequest.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request that a user sends now, in bytes. Each user has one and fills it anew for every
 * request, so that a request prepared before costs no copy and another one no new array.
 */
final class Outgoing {
    /** Bodies up to this size are copied behind the headers, to be sent as one piece. */
    private static final int JOINED_BODY_BYTES_MAX = 4 << 10;

    private static final byte[] NO_BYTES = {};
    private static final String COOKIE = "Cookie";
    private static final String AUTHORIZATION = "Authorization";
    private static final String CHALLENGE = "WWW-Authenticate";

    private final @Nullable RequestTrace trace;
    private final ByteWriter scratch = new ByteWriter();

    @SuppressWarnings("NullAway.Init") // set() comes before any use
    private RequestTemplate template;

    @SuppressWarnings("NullAway.Init") // set() comes before any use
    private RequestSeries series;

    @SuppressWarnings("NullAway.Init") // record() comes before any use
    private RequestSeries recorded;

    private Headers headers = Headers.NONE;
    private RequestContent content = RequestContent.NONE;
    private final RequestBytes written = new RequestBytes();
    private RequestBytes bytes = written;
    private int cookiesFrom;
    private int cookiesTo;
    private byte[] body = NO_BYTES;

    @SuppressWarnings("NullAway.Init") // set() comes before any use
    private Terms terms;

    /**
     * For a user.
     *
     * @param trace the place of its requests in traces; null where they have none
     */
    Outgoing(@Nullable RequestTrace trace) {
        this.trace = trace;
    }

    /** Takes a request that is encoded already as it is, where nothing of the user's is missing. */
    void set(PreparedRequest request, Headers defaults, CookieJar cookies) {
        template = request.template();
        series = request.series();
        headers = request.headers();
        content = request.content();
        terms = request.terms();
        if (trace == null && request.isEncodedWith(defaults) && cookies.isEmpty()) {
            bytes = request.encoded();
            body = NO_BYTES;
        } else {
            scratch.clear();
            scratch.put(request.line());
            writeHeaders(defaults, cookies);
            scratch.put(request.tail());
            writeBody();
        }
    }

    /** Encodes a request. */
    void set(HttpRequest request, Headers defaults, CookieJar cookies) {
        template = request.template();
        series = request.series();
        headers = request.headers();
        content = request.content();
        terms = request.terms();
        scratch.clear();
        request.writeLine(scratch);
        writeHeaders(defaults, cookies);
        request.writeTail(scratch);
        writeBody();
    }

    private void writeHeaders(Headers defaults, CookieJar cookies) {
        Origin origin = template.origin();
        if (!headers.has("Host") && !defaults.has("Host")) {
            scratch.put(origin.hostLine());
        }
        defaults.writeWithout(headers, scratch);
        cookiesFrom = scratch.length();
        if (!cookies.isEmpty() && !headers.has(COOKIE) && !defaults.has(COOKIE)) {
            cookies.write(scratch, origin, target(scratch.array()));
        }
        cookiesTo = scratch.length();
        if (trace != null) {
            writeTrace(trace, defaults);
        }
    }

    /** A script that has a trace of its own keeps it. */
    private void writeTrace(RequestTrace place, Headers defaults) {
        place.clear();
        if (!headers.has(RequestTrace.HEADER) && !defaults.has(RequestTrace.HEADER)) {
            place.write(scratch);
        }
    }

    /** The cookies that it sends, as their header has them; empty for none. */
    String cookies() {
        if (bytes != written || cookiesTo == cookiesFrom) {
            return headers.value(COOKIE).orElse("");
        }
        int from = cookiesFrom + COOKIE.length() + 1;
        return new String(scratch.array(), from, cookiesTo - from, StandardCharsets.UTF_8).strip();
    }

    /** Whether its trace is sampled. */
    boolean isSampled() {
        return trace != null && trace.isSampled();
    }

    /** Its place in a trace. */
    Optional<Trace> trace() {
        return trace == null || !trace.isThere() ? Optional.empty() : Optional.of(trace.value());
    }

    private void writeBody() {
        int headLength = scratch.length();
        byte[] whole = content.bytes();
        boolean joined = whole.length <= JOINED_BODY_BYTES_MAX;
        if (joined) {
            scratch.put(whole);
        }
        body = joined ? NO_BYTES : whole;
        written.set(scratch.array(), headLength, scratch.length());
        bytes = written;
    }

    /** The request's URL. */
    Url url() {
        return template.origin().url(target(bytes.bytes()));
    }

    private String target(byte[] request) {
        int from = template.method().length() + 1 + template.origin().targetPrefix().length();
        int to = from;
        while (request[to] != ' ') {
            to++;
        }
        return new String(request, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The name its author gave it, if it has one. */
    Optional<String> givenName() {
        return series == template.series() ? Optional.empty() : Optional.of(series.name());
    }

    /**
     * What a redirect of this request asks for.
     *
     * @param keepsBody whether the body is sent again
     * @param sameServer whether what was meant for this server alone may be sent
     */
    HttpRequest redirected(
            HttpClient client, RequestTemplate to, boolean keepsBody, boolean sameServer) {
        boolean logsIn = terms.login() != null;
        var next = new HttpRequest(client, to, logsIn && !sameServer ? terms.login(null) : terms);
        // What has answered a server fits one request alone.
        Headers own = logsIn ? headers.without(AUTHORIZATION) : headers;
        Headers kept = sameServer ? own : own.withoutSecrets().without("Host");
        if (keepsBody) {
            next.carry(kept, content);
        } else {
            Headers others = kept.without("Content-Type").without("Content-Encoding");
            next.carry(others, RequestContent.NONE);
        }
        return next;
    }

    /** Whether a server asks who one is, and can be told. */
    boolean isAsked(ResponseHead head) {
        DigestLogin login = terms.login();
        return login != null
                && head.status() == 401
                && !headers.has(AUTHORIZATION)
                && login.meets(head.headers(CHALLENGE));
    }

    /** The same request once more, which says who one is to a server that asks. */
    HttpRequest answering(HttpClient client, RequestTemplate same, ResponseHead head) {
        var next = new HttpRequest(client, same, terms);
        String answer =
                Objects.requireNonNull(terms.login())
                        .answer(head.headers(CHALLENGE), method(), target(bytes.bytes()))
                        .orElseThrow();
        next.carry(headers.with(AUTHORIZATION, answer), content);
        return next;
    }

    /** The name it is recorded by. */
    String name() {
        return series.name();
    }

    String method() {
        return template.method();
    }

    Origin origin() {
        return template.origin();
    }

    /** Says under which tags it is recorded. */
    void record(TagScope user) {
        TagScope scope = terms.tags().isEmpty() ? user : user.with(terms.tags());
        recorded = scope.of(series);
    }

    /** Where it is recorded. */
    RequestSeries series() {
        return recorded;
    }

    Terms terms() {
        return terms;
    }

    /** A body that is not in memory; null where there is none such. */
    @Nullable StreamedBody stream() {
        return content.stream();
    }

    /** The body as it was given. */
    RequestContent content() {
        return content;
    }

    /** Whether the request asks for the connection to be closed. */
    boolean closing() {
        return headers.closing();
    }

    /** The request, in the form of HTTP/1.1; where {@link #body} is not empty, without its body. */
    RequestBytes bytes() {
        return bytes;
    }

    /** A body in memory too large to be copied; else empty. */
    byte[] body() {
        return body;
    }
}
