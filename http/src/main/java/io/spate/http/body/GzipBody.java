package io.spate.http.body;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** A body packed while it is sent; as its length comes out only then, it is sent in chunks. */
record GzipBody(StreamedBody plain) implements StreamedBody {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

    @Override
    public long lengthBytes() {
        return -1;
    }

    @Override
    public void writeTo(Target target) throws IOException {
        var chunks = new Chunks(target);
        var buffered = new BufferedOutputStream(chunks, CHUNK_BYTES);
        var gzip = new GZIPOutputStream(buffered);
        plain.writeTo(gzip::write);
        gzip.finish();
        buffered.flush();
        target.write(LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private static final class Chunks extends OutputStream {
        private final Target target;

        Chunks(Target target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return; // an empty chunk would be the last one
            }
            byte[] size = (Integer.toHexString(length) + "\r\n").getBytes(US_ASCII);
            target.write(size, 0, size.length);
            target.write(bytes, offset, length);
            target.write(LAST_CHUNK, 1, 2);
        }
    }
}
