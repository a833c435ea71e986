package io.spate.http.body;

import java.io.IOException;

/** A body that is not held in memory. Immutable; each sending reads it anew. */
public sealed interface StreamedBody permits FileBody, MultipartBody, GzipBody {
    /** Bytes read from a file at a time. */
    int CHUNK_BYTES = 64 << 10;

    /** How many bytes are sent; -1 where that is not known. */
    long lengthBytes();

    /**
     * Writes it; how it is framed is the protocol's.
     *
     * @throws IOException what the target throws, as it is
     * @throws java.io.UncheckedIOException where it cannot be read
     */
    void writeTo(Target target) throws IOException;

    /** Takes bytes to be sent. */
    @FunctionalInterface
    interface Target {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }
}
