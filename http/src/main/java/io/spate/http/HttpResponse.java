package io.spate.http;

import io.spate.http.content.Content;
import io.spate.http.content.ContentDecoder;
import io.spate.http.content.Expressions;
import io.spate.http.content.JsonPath;
import io.spate.http.content.JsonQuery;
import io.spate.http.wire.ResponseHead;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A response, or what came in its place. What it says does not change; it belongs to the virtual
 * user that sent the request, as what is made of its body for one expression is kept for the next.
 *
 * <p>Each way to a value has three forms. {@code json(path)} gives the first value and throws an
 * {@link ExtractionException} where there is none, whose message names the expression, the request,
 * the status, and the start of the body; {@code jsonIfPresent(path)} gives it if there is one;
 * {@code jsonAll(path)} gives all, and an empty list where the body is not of that kind. A mistake
 * in the expression is an {@link IllegalArgumentException} in all three.
 */
public final class HttpResponse {
    private static final int SHOWN_BODY_CHARS = 120;
    private static final int WHOLE_OR_FIRST_GROUP = -1;

    private final RequestSeries series;
    private final @Nullable ResponseHead head;
    private final byte[] received;
    private final Timings timings;
    private final @Nullable Verdict verdict;
    private @Nullable Content content;

    /**
     * A response.
     *
     * @param head null where none came
     * @param verdict null where the status decides
     * @param taken where the body went elsewhere; null where it was kept, or dropped as all are
     */
    HttpResponse(
            RequestSeries series,
            @Nullable ResponseHead head,
            byte[] received,
            Timings timings,
            @Nullable Verdict verdict,
            @Nullable Content taken) {
        this.series = series;
        this.head = head;
        this.received = received;
        this.timings = timings;
        this.verdict = verdict;
        content = taken;
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

    /**
     * Whether the request counts as a success: a response came, and what was expected of it holds.
     * Where nothing was expected, a status from 200 to 399 does.
     */
    public boolean ok() {
        return verdict == null ? RequestSeries.isExpected(status()) : verdict.ok();
    }

    /**
     * What went wrong: why no whole response came, or which expectation failed. Empty for a
     * success, and where only the status says that it is none.
     */
    public String error() {
        return verdict == null ? "" : verdict.text();
    }

    /** The kind of failure, as in the tag {@code error_kind}; empty for a success. */
    public String errorKind() {
        if (verdict != null) {
            return verdict.kind();
        }
        return ok() ? "" : Verdict.STATUS;
    }

    /** k6's number of what went wrong, or 1000 more than a status from 400 on; 0 for nothing. */
    public int errorCode() {
        int code = verdict == null ? 0 : verdict.code();
        return code > 0 ? code : status() >= 400 ? 1000 + status() : 0;
    }

    /** Status line and headers as received; empty where no response came. */
    public String headText() {
        return head == null ? "" : head.text();
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return head == null ? Optional.empty() : head.header(name);
    }

    /** All headers of that name, in any case, in their order. */
    public List<String> headers(String name) {
        return head == null ? List.of() : head.headers(name);
    }

    /**
     * The body as text, by the charset of its content type, else UTF-8. Empty where it was not
     * kept.
     *
     * @throws ExtractionException where its {@code Content-Encoding} cannot be undone
     */
    public String body() {
        return content().text();
    }

    /**
     * The body's bytes, after its {@code Content-Encoding} is undone; a new array. Empty where it
     * was not kept.
     *
     * @throws ExtractionException where it cannot be undone
     */
    public byte[] bytes() {
        return content().bytes().clone();
    }

    /** How many bytes the body had as transferred, kept or not. */
    public long bodyBytes() {
        Content known = content;
        if (known != null && known.isTaken()) {
            return known.takenBytes();
        }
        boolean dropped = received.length == 0 && series.clients().options().discardBodies();
        if (!dropped || head == null || head.isBodiless() || series.method().equals("HEAD")) {
            return received.length;
        }
        return Math.max(0, head.contentLength());
    }

    /**
     * The value at a JSON path as text: {@code $.token}, {@code $.items[0].id}, {@code items.0.id},
     * or one with filters, wildcards, slices and deep scans, such as {@code $..item[?(@.price <
     * 10)].name}, whose first match it is.
     */
    public String json(String path) {
        JsonQuery query = series.clients().expressions().json(path);
        try {
            return query.first(content().json()).orElseThrow(() -> missing(path, ""));
        } catch (JacksonException e) {
            throw missing(path, ", which is not JSON");
        }
    }

    /** The value at a JSON path as text, if there is one; see {@link #json}. */
    public Optional<String> jsonIfPresent(String path) {
        JsonQuery query = series.clients().expressions().json(path);
        try {
            return query.first(content().json());
        } catch (JacksonException | ExtractionException e) {
            return Optional.empty();
        }
    }

    /** All values at a JSON path as texts, in their order; see {@link #json}. */
    public List<String> jsonAll(String path) {
        JsonQuery query = series.clients().expressions().json(path);
        try {
            return query.all(content().json());
        } catch (JacksonException | ExtractionException e) {
            return List.of();
        }
    }

    /** The value at a JSON pointer (RFC 6901) as text: {@code /items/0/id}. */
    public String pointer(String pointer) {
        JsonPath path = series.clients().expressions().pointer(pointer);
        try {
            return path.find(content().json()).orElseThrow(() -> missing(pointer, ""));
        } catch (JacksonException e) {
            throw missing(pointer, ", which is not JSON");
        }
    }

    /** The value at a JSON pointer as text, if there is one; see {@link #pointer}. */
    public Optional<String> pointerIfPresent(String pointer) {
        JsonPath path = series.clients().expressions().pointer(pointer);
        try {
            return path.find(content().json());
        } catch (JacksonException | ExtractionException e) {
            return Optional.empty();
        }
    }

    /** What a regular expression finds in the body: its first group, or all where it has none. */
    public String regex(String expression) {
        return regex(expression, WHOLE_OR_FIRST_GROUP);
    }

    /** What a group of a regular expression finds in the body; group 0 is the whole match. */
    public String regex(String expression, int group) {
        Pattern pattern = series.clients().expressions().compiledRegex(expression);
        return content().regex(pattern, group).orElseThrow(() -> missing(expression, ""));
    }

    /** What a regular expression finds, if it does; see {@link #regex(String)}. */
    public Optional<String> regexIfPresent(String expression) {
        return regexIfPresent(expression, WHOLE_OR_FIRST_GROUP);
    }

    /** What a group of a regular expression finds, if it does; see {@link #regex(String, int)}. */
    public Optional<String> regexIfPresent(String expression, int group) {
        Pattern pattern = series.clients().expressions().compiledRegex(expression);
        return readable().flatMap(it -> it.regex(pattern, group));
    }

    /** What all matches of a regular expression hold; see {@link #regex(String)}. */
    public List<String> regexAll(String expression) {
        return regexAll(expression, WHOLE_OR_FIRST_GROUP);
    }

    /** What a group holds in all matches of a regular expression. */
    public List<String> regexAll(String expression, int group) {
        Pattern pattern = series.clients().expressions().compiledRegex(expression);
        return readable().map(it -> it.regexAll(pattern, group)).orElse(List.of());
    }

    /** The text of the first element that a CSS selector finds in an HTML body. */
    public String css(String selector) {
        return css(selector, "");
    }

    /** The value of an attribute of the first element that a CSS selector finds. */
    public String css(String selector, String attribute) {
        var compiled = series.clients().expressions().css(selector);
        return content().css(compiled, attribute).orElseThrow(() -> missing(selector, ""));
    }

    /** The text of the first element that a CSS selector finds, if there is one. */
    public Optional<String> cssIfPresent(String selector) {
        return cssIfPresent(selector, "");
    }

    /** The value of an attribute of the first element that a CSS selector finds, if it is there. */
    public Optional<String> cssIfPresent(String selector, String attribute) {
        var compiled = series.clients().expressions().css(selector);
        return readable().flatMap(it -> it.css(compiled, attribute));
    }

    /** The texts of all elements that a CSS selector finds. */
    public List<String> cssAll(String selector) {
        return cssAll(selector, "");
    }

    /** The values of an attribute of all elements that a CSS selector finds and that have it. */
    public List<String> cssAll(String selector, String attribute) {
        var compiled = series.clients().expressions().css(selector);
        return readable().map(it -> it.cssAll(compiled, attribute)).orElse(List.of());
    }

    /**
     * Finds the mistakes of a JSON path before there is a response.
     *
     * @return the path
     * @throws IllegalArgumentException where it is none, with the place
     */
    public static String checkedJsonPath(String path) {
        JsonQuery.compile(path);
        return path;
    }

    /** The same for a JSON pointer. */
    public static String checkedPointer(String pointer) {
        return JsonPath.ofPointer(pointer).toString();
    }

    /** The same for a regular expression. */
    public static String checkedRegex(String expression) {
        return Expressions.regex(expression).pattern();
    }

    /** The same for a CSS selector. */
    public static String checkedCss(String selector) {
        Expressions.selector(selector);
        return selector;
    }

    /** Service time (sending, waiting, receiving) in milliseconds. */
    public double durationMillis() {
        return timings.durationNanos() / 1e6;
    }

    /** Where the time went. */
    public Timings timings() {
        return timings;
    }

    @Nullable ResponseHead head() {
        return head;
    }

    /** The same response, judged. */
    HttpResponse judged(Verdict by) {
        return new HttpResponse(series, head, received, timings, by, content);
    }

    private Optional<Content> readable() {
        try {
            return Optional.of(content());
        } catch (ExtractionException e) {
            return Optional.empty();
        }
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            known = new Content(decoded(), charset());
            content = known;
        }
        return known;
    }

    private Charset charset() {
        return ContentDecoder.charset(header("Content-Type").orElse(""));
    }

    private byte[] decoded() {
        String coding = received.length == 0 ? "" : header("Content-Encoding").orElse("");
        if (coding.isEmpty()) {
            return received;
        }
        try {
            long bytesMax = series.clients().options().bodyBytesMax();
            return ContentDecoder.decode(received, coding, bytesMax);
        } catch (IOException e) {
            throw new ExtractionException(
                    "the body of %s %s cannot be decoded: %s"
                            .formatted(series.method(), series.name(), e.getMessage()));
        }
    }

    private ExtractionException missing(String expression, String reason) {
        return new ExtractionException(
                "no value at %s in the response to %s %s, status %d%s; %s"
                        .formatted(
                                expression,
                                series.method(),
                                series.name(),
                                status(),
                                reason,
                                shownBody().replaceAll("[\\r\\n\\t]+", " ")));
    }

    private String shownBody() {
        if (head == null) {
            return "there was no response: " + error();
        }
        Content known = content();
        if (known.isTaken()) {
            return known.whyTaken();
        }
        if (received.length == 0 && series.clients().options().discardBodies()) {
            return "bodies are discarded in this run";
        }
        String text = known.text();
        return text.length() <= SHOWN_BODY_CHARS
                ? "body: " + text
                : "body starts: " + text.substring(0, SHOWN_BODY_CHARS);
    }
}
