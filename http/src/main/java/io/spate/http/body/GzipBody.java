package io.spate.http.body;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** A body packed while it is sent; its length comes out only then. */
record GzipBody(StreamedBody plain) implements StreamedBody {

    @Override
    public long lengthBytes() {
        return -1;
    }

    @Override
    public void writeTo(Target target) throws IOException {
        var buffered = new BufferedOutputStream(new ToTarget(target), CHUNK_BYTES);
        var gzip = new GZIPOutputStream(buffered);
        plain.writeTo(gzip::write);
        gzip.finish();
        buffered.flush();
    }

    private static final class ToTarget extends OutputStream {
        private final Target target;

        ToTarget(Target target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
        }
    }
}
