package io.spate.http;

import io.spate.http.body.RequestContent;
import io.spate.http.channel.RequestBytes;
import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Headers;

/**
 * A request encoded once, to be sent many times. Immutable; any user of the event loop it was made
 * on can send it with {@link HttpClient#send}. Files are read anew each time, those of small
 * multipart bodies once.
 */
public final class PreparedRequest {
    private final RequestTemplate template;
    private final RequestSeries series;
    private final Headers headers;
    private final Terms terms;
    private final byte[] line;
    private final byte[] tail;
    private final RequestContent content;
    private final Headers defaults;
    private final RequestBytes encoded = new RequestBytes();

    PreparedRequest(HttpRequest request, Headers defaults) {
        template = request.template();
        series = request.series();
        headers = request.headers();
        terms = request.terms();
        content = request.content();
        this.defaults = defaults;
        var out = new ByteWriter();
        request.writeLine(out);
        line = out.toByteArray();
        out.clear();
        request.writeTail(out);
        tail = out.toByteArray();
        out.clear();
        out.put(line);
        if (!headers.has("Host") && !defaults.has("Host")) {
            out.put(template.origin().hostLine());
        }
        defaults.writeWithout(headers, out);
        int headLength = out.put(tail).length();
        byte[] whole = out.put(content.bytes()).toByteArray();
        encoded.set(whole, headLength, whole.length);
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

    /** The request line. */
    byte[] line() {
        return line;
    }

    /** The headers of this request alone, with the empty line. */
    byte[] tail() {
        return tail;
    }

    RequestContent content() {
        return content;
    }

    boolean isEncodedWith(Headers others) {
        return defaults == others;
    }

    /** The whole request, with the default headers it was prepared with and without cookies. */
    RequestBytes encoded() {
        return encoded;
    }
}
