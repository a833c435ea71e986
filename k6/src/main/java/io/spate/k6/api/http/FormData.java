package io.spate.k6.api.http;

import io.spate.k6.api.JsValues;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** A body of texts and files (RFC 7578), as a script puts it together. */
public final class FormData {
    private static final String BOUNDARY = "spate-5f1e0c7b9a3d42e8";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a text. */
    @HostAccess.Export
    public void text(String name, String value) {
        head("form-data; name=\"%s\"".formatted(escaped(name)), "");
        put(value);
    }

    /** Adds a file. */
    @HostAccess.Export
    public void file(String name, String fileName, String contentType, Value content) {
        head(
                "form-data; name=\"%s\"; filename=\"%s\""
                        .formatted(escaped(name), escaped(fileName)),
                contentType.isEmpty() ? "application/octet-stream" : contentType);
        body.writeBytes(JsValues.bytes(content));
    }

    private void head(String disposition, String contentType) {
        put(body.size() == 0 ? "--" : "\r\n--");
        put(BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n");
        put(contentType.isEmpty() ? "\r\n" : "Content-Type: " + contentType + "\r\n\r\n");
    }

    private static String escaped(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void put(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What to say that the body is. */
    @HostAccess.Export
    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** The body. */
    @HostAccess.Export
    public ByteBuffer bytes() {
        put("\r\n--" + BOUNDARY + "--\r\n");
        return ByteBuffer.wrap(body.toByteArray());
    }
}
