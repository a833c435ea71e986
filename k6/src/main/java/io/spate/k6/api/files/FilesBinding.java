package io.spate.k6.api.files;

import io.spate.k6.vu.Phase;
import io.spate.k6.vu.Vu;
import java.nio.ByteBuffer;
import org.graalvm.polyglot.HostAccess;

/** What the modules of files do for one user. */
public final class FilesBinding {
    private final Vu vu;

    FilesBinding(Vu vu) {
        this.vu = vu;
    }

    /**
     * Opens a file.
     *
     * @param path absolute
     */
    @HostAccess.Export
    public Content open(String path) {
        if (vu.phase() != Phase.INIT) {
            throw vu.error("open() of k6/experimental/fs is for the init context");
        }
        return new Content(vu.test().contents().get(vu, path));
    }

    /** What a file holds. */
    public static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        /** How many bytes there are. */
        @HostAccess.Export
        public int size() {
            return bytes.length;
        }

        /** Some of them, which are not to be changed. */
        @HostAccess.Export
        public ByteBuffer read(int from, int count) {
            return ByteBuffer.wrap(bytes, from, count).slice().asReadOnlyBuffer();
        }

        /** All of it as a text in UTF-8. */
        @HostAccess.Export
        public String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
