package io.spate.http.body;

import io.spate.http.wire.ByteWriter;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a form with files (RFC 7578), encoded as browsers do. The boundary follows from the
 * parts, so that the same request is the same bytes in every run.
 */
final class MultipartBody implements StreamedBody {
    /** Up to this size all parts are read into memory and sent as one piece. */
    static final int JOINED_BYTES_MAX = 64 << 10;

    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;

    private final List<Piece> pieces;
    private final String boundary;
    private final long lengthBytes;

    private MultipartBody(List<Piece> pieces, String boundary) {
        this.pieces = pieces;
        this.boundary = boundary;
        lengthBytes = pieces.stream().mapToLong(Piece::lengthBytes).sum();
    }

    /** What is sent for a part: its head and content, or a file that follows it. */
    private static final class Piece {
        private final byte[] bytes;
        private final @Nullable FileBody file;

        Piece(byte[] bytes, @Nullable FileBody file) {
            this.bytes = bytes;
            this.file = file;
        }

        long lengthBytes() {
            return bytes.length + (file == null ? 0 : file.lengthBytes());
        }
    }

    /**
     * One part.
     *
     * @param name of the field
     * @param head the headers after the name, without a line end
     * @param text the content, where it is no file
     */
    record Part(String name, String head, String text, @Nullable FileBody file) {
        static Part text(String name, String value) {
            return new Part(name, "", value, null);
        }

        /**
         * A file.
         *
         * @param contentType empty to go by the name of the file
         */
        static Part file(String name, Path path, String contentType) {
            Path last = path.getFileName();
            String fileName = last == null ? "file" : last.toString();
            String type = contentType.isEmpty() ? typeOf(fileName) : contentType;
            String head = "; filename=\"" + escaped(fileName) + "\"\r\nContent-Type: " + type;
            return new Part(name, head, "", FileBody.of(path));
        }

        private static String typeOf(String fileName) {
            String guessed = URLConnection.guessContentTypeFromName(fileName);
            return guessed == null ? "application/octet-stream" : guessed;
        }
    }

    static RequestContent of(List<Part> parts) {
        long hash = FNV_BASIS;
        for (Part part : parts) {
            hash = mixed(mixed(mixed(hash, part.name), part.head), part.text);
            hash = (hash ^ (part.file == null ? 0 : part.file.lengthBytes())) * FNV_PRIME;
        }
        String boundary = "spate-" + Long.toHexString(hash) + "-" + Long.toHexString(hash * 31 + 7);
        while (isWithin(boundary, parts)) {
            boundary += "x";
        }
        var body = new MultipartBody(pieces(parts, boundary), boundary);
        String type = "multipart/form-data; boundary=" + boundary;
        return body.lengthBytes <= JOINED_BYTES_MAX
                ? RequestContent.of(body.joined(), type)
                : RequestContent.of(body, type);
    }

    private static List<Piece> pieces(List<Part> parts, String boundary) {
        List<Piece> pieces = new ArrayList<>();
        var out = new ByteWriter();
        for (Part part : parts) {
            out.put("--").put(boundary).line();
            out.put("Content-Disposition: form-data; name=\"").put(escaped(part.name)).put('"');
            out.put(part.head).line().line().put(part.text);
            if (part.file != null) {
                pieces.add(new Piece(out.toByteArray(), part.file));
                out.clear();
            }
            out.line();
        }
        out.put("--").put(boundary).put("--").line();
        pieces.add(new Piece(out.toByteArray(), null));
        return pieces;
    }

    private static boolean isWithin(String boundary, List<Part> parts) {
        return parts.stream().anyMatch(part -> part.text.contains(boundary));
    }

    private static long mixed(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * FNV_PRIME;
        }
        return (result ^ 0x1f) * FNV_PRIME;
    }

    /** A name within quotes, as the HTML standard escapes it. */
    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private byte[] joined() {
        var out = new ByteWriter();
        for (Piece piece : pieces) {
            out.put(piece.bytes);
            if (piece.file != null) {
                out.put(piece.file.bytes());
            }
        }
        return out.toByteArray();
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
    }

    @Override
    public void writeTo(Target target) throws IOException {
        for (Piece piece : pieces) {
            target.write(piece.bytes, 0, piece.bytes.length);
            if (piece.file != null) {
                piece.file.writeTo(target);
            }
        }
    }

    @Override
    public String toString() {
        return "multipart with boundary " + boundary;
    }
}
