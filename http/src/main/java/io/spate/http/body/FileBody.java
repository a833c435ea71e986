package io.spate.http.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as it was when the request was written; one that has another length by the time it is sent
 * is a mistake, as the length has been announced.
 *
 * @param path of the file
 * @param lengthBytes its length
 */
record FileBody(Path path, long lengthBytes) implements StreamedBody {

    /**
     * A file to be sent.
     *
     * @throws IllegalArgumentException where it is not there or cannot be read
     */
    static FileBody of(Path path) {
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw new IllegalArgumentException(
                        "cannot send the file " + path.toAbsolutePath() + ": no such file to read");
            }
            return new FileBody(path, Files.size(path));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot send the file " + path + ": " + e, e);
        }
    }

    @Override
    public void writeTo(Target target) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, Math.max(1, lengthBytes))];
        try (InputStream in = open()) {
            long left = lengthBytes;
            while (left > 0) {
                int read = read(in, chunk, (int) Math.min(left, chunk.length));
                target.write(chunk, 0, read);
                left -= read;
            }
        }
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int read(InputStream in, byte[] chunk, int most) {
        try {
            int read = in.read(chunk, 0, most);
            if (read < 0) {
                throw new IOException("it has become shorter since the request was written");
            }
            return read;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("cannot send the file " + path + ": " + e.getMessage(), e);
    }
}
