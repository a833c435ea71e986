package io.spate.http;

import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Headers;
import io.spate.http.wire.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method and a URL as written, parsed and encoded once. Belongs to one event loop, whose users
 * share it.
 */
final class RequestTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][\\w.-]*)}");
    private static final byte[] VERSION = new ByteWriter().put(" HTTP/1.1").line().toByteArray();

    private final String method;
    private final String written;
    private final Origin origin;
    private final Headers headers;
    private final RequestSeries series;
    private final List<String> placeholders;

    /** What stands before, between and after the placeholders; the first holds the method too. */
    private final byte[][] literals;

    private final boolean hasQuery;
    private @Nullable PreparedRequest prepared;

    /**
     * A template.
     *
     * @param target path and query as written
     * @param filled whether braces in the target are placeholders
     * @param headers those that the URL asks for
     */
    RequestTemplate(
            String method,
            String written,
            Origin origin,
            String target,
            boolean filled,
            Headers headers,
            RequestSeries series) {
        this.method = method;
        this.written = written;
        this.origin = origin;
        this.headers = headers;
        this.series = series;
        hasQuery = target.indexOf('?') >= 0;
        List<String> names = new ArrayList<>();
        List<byte[]> parts = new ArrayList<>();
        var part = new ByteWriter().put(method).put(' ').put(origin.targetPrefix());
        int from = 0;
        if (filled && target.indexOf('{') >= 0) {
            Matcher matcher = PLACEHOLDER.matcher(target);
            while (matcher.find()) {
                names.add(matcher.group(1));
                parts.add(part.target(target.substring(from, matcher.start())).toByteArray());
                part.clear();
                from = matcher.end();
            }
        }
        parts.add(part.target(target.substring(from)).toByteArray());
        placeholders = List.copyOf(names);
        literals = parts.toArray(byte[][]::new);
    }

    boolean is(String otherMethod, String otherUrl) {
        return written.equals(otherUrl) && method.equals(otherMethod);
    }

    String method() {
        return method;
    }

    Origin origin() {
        return origin;
    }

    /** Headers that every request made from it starts with. */
    Headers headers() {
        return headers;
    }

    RequestSeries series() {
        return series;
    }

    int placeholderCount() {
        return placeholders.size();
    }

    /** Puts a value into each placeholder of a name. */
    void fill(@Nullable String[] values, String name, String value) {
        boolean found = false;
        for (int i = 0; i < values.length; i++) {
            if (placeholders.get(i).equals(name)) {
                values[i] = value;
                found = true;
            }
        }
        if (!found) {
            throw new IllegalArgumentException(
                    "no {"
                            + name
                            + "} in '"
                            + written
                            + "'; "
                            + (placeholders.isEmpty()
                                    ? "it has no placeholders"
                                    : "it has {" + String.join("}, {", placeholders) + "}"));
        }
    }

    /** Writes the request line. */
    void writeLine(@Nullable String[] values, @Nullable ByteWriter query, ByteWriter out) {
        out.put(literals[0]);
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value == null) {
                String name = placeholders.get(i);
                throw new IllegalArgumentException(
                        "no value for {"
                                + name
                                + "} of '"
                                + written
                                + "'; set it with path(\""
                                + name
                                + "\", ...)");
            }
            out.component(value).put(literals[i + 1]);
        }
        if (query != null) {
            out.put(hasQuery ? '&' : '?').put(query);
        }
        out.put(VERSION).put(origin.proxyLine());
    }

    /**
     * The request without anything added; encoded when it is first sent.
     *
     * @param plain a request made from this template
     * @param defaults the headers that most users have
     */
    PreparedRequest prepared(HttpRequest plain, Headers defaults) {
        PreparedRequest known = prepared;
        if (known == null) {
            known = new PreparedRequest(plain, defaults);
            prepared = known;
        }
        return known;
    }
}
