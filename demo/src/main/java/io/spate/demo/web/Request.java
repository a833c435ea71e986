package io.spate.demo.web;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A request as received whole.
 *
 * @param method as sent
 * @param path without query and without a slash at its end
 * @param query what follows the question mark, as sent; empty where there is none
 * @param contentType of the body; empty where none was sent
 * @param authorization the header's value; null where none was sent
 * @param body backed by an array and not to be written to; empty where none was sent
 * @param persistence what becomes of the connection
 * @param refusal the reply, where it was settled while the request was being received; else null
 */
public record Request(
        String method,
        String path,
        String query,
        String contentType,
        @Nullable String authorization,
        ByteBuffer body,
        Persistence persistence,
        @Nullable Reply refusal) {

    /** What becomes of the connection after the response, and whether the response says so. */
    public enum Persistence {
        /** It stays open, as HTTP/1.1 has it. */
        DEFAULT,
        /** It stays open because an HTTP/1.0 client asked for that, which has to be confirmed. */
        KEEP_ALIVE,
        /** It is closed. */
        CLOSE
    }

    /** A request that could not be received whole; the connection is closed after the reply. */
    public static Request refused(Reply refusal) {
        return new Request(
                "", "", "", "", null, ByteBuffer.allocate(0), Persistence.CLOSE, refusal);
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** What stands after the last slash of the path. */
    public String lastSegment() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The fields of the body. Throws {@link MalformedBodyException}. */
    public Fields fields() {
        return Fields.parse(body, contentType);
    }
}
