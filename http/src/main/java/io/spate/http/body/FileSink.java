package io.spate.http.body;

import io.spate.http.wire.BodySink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a body to a file, which is made when the first bytes come, or at the end. */
final class FileSink implements BodySink {
    private final Path path;
    private @Nullable OutputStream out;

    FileSink(Path path) {
        this.path = path;
    }

    @Override
    public void take(byte[] bytes, int offset, int length) {
        try {
            OutputStream open = out;
            if (open == null) {
                open = Files.newOutputStream(path);
                out = open;
            }
            open.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the body to " + path + ": " + e, e);
        }
    }

    @Override
    public void end() {
        try {
            // What stands in the file from before must not be taken for this body.
            OutputStream open = out == null ? Files.newOutputStream(path) : out;
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the body to " + path + ": " + e, e);
        }
    }
}
