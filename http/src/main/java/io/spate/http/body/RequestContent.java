package io.spate.http.body;

import io.spate.http.wire.ByteWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: bytes in memory, or a stream that is read anew each time it is sent.
 * Immutable.
 */
public final class RequestContent {
    /** No body. */
    public static final RequestContent NONE = new RequestContent(new byte[0], null, "", false);

    private final byte[] bytes;
    private final @Nullable StreamedBody stream;
    private final String contentType;
    private final boolean compressed;

    private RequestContent(
            byte[] bytes, @Nullable StreamedBody stream, String contentType, boolean compressed) {
        this.bytes = bytes;
        this.stream = stream;
        this.contentType = contentType;
        this.compressed = compressed;
    }

    /** Bytes as they are; the array must not change afterwards. */
    static RequestContent of(byte[] bytes, String contentType) {
        return new RequestContent(bytes, null, contentType, false);
    }

    static RequestContent of(StreamedBody stream, String contentType) {
        return new RequestContent(NONE.bytes, stream, contentType, false);
    }

    /** The same body in gzip. */
    RequestContent gzipped() {
        if (stream != null) {
            return new RequestContent(bytes, new GzipBody(stream), contentType, true);
        }
        if (bytes.length == 0) {
            return this;
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return new RequestContent(packed.toByteArray(), null, contentType, true);
    }

    /** The body in memory; empty where it is a stream. */
    public byte[] bytes() {
        return bytes;
    }

    /** The body that is not in memory; null where it is. */
    public @Nullable StreamedBody stream() {
        return stream;
    }

    /** The value of {@code Content-Type}; empty for no such header. */
    public String contentType() {
        return contentType;
    }

    /** Whether it is in gzip. */
    public boolean compressed() {
        return compressed;
    }

    /** Whether there is a body at all. */
    public boolean isEmpty() {
        return bytes.length == 0 && stream == null;
    }

    /**
     * Writes the header that says how long it is.
     *
     * @param always whether also where there is no body
     */
    public void writeLength(boolean always, ByteWriter out) {
        long length = stream == null ? bytes.length : stream.lengthBytes();
        if (length < 0) {
            out.put("Transfer-Encoding: chunked").line();
        } else if (length > 0 || always || stream != null) {
            out.put("Content-Length: ").put(length).line();
        }
    }
}
