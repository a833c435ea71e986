package io.spate.http.channel;

import io.spate.http.h2.hpack.RequestEncoder;
import io.spate.http.wire.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * A request's head, with a small body behind it, in the form of HTTP/1.1; the header block of
 * HTTP/2 is made of it when it is first asked for.
 */
public final class RequestBytes {
    private static final byte[] NO_BYTES = {};

    private byte[] bytes = NO_BYTES;
    private int headLength;
    private int length;
    private @Nullable ByteWriter block;

    /**
     * Takes another request.
     *
     * @param headLength where its head ends, with the empty line
     * @param length where it ends
     */
    public void set(byte[] bytes, int headLength, int length) {
        this.bytes = bytes;
        this.headLength = headLength;
        this.length = length;
        if (block != null) {
            block.clear();
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    public int headLength() {
        return headLength;
    }

    public int length() {
        return length;
    }

    /** The header block of HTTP/2. */
    ByteWriter block(boolean tls) {
        ByteWriter known = block;
        if (known == null) {
            known = new ByteWriter();
            block = known;
        }
        if (known.isEmpty()) {
            RequestEncoder.encode(bytes, headLength, tls, known);
        }
        return known;
    }
}
