package io.spate.k6.vu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files that are read once for all users. For any thread. */
public final class FileContents {
    private static final int LIMIT = 1_000;

    private final Map<Path, byte[]> contents = new ConcurrentHashMap<>();

    /**
     * What a file holds; not to be changed.
     *
     * @param path absolute
     */
    public byte[] get(Vu vu, String path) {
        var file = Path.of(path).normalize();
        var known = contents.get(file);
        if (known != null) {
            return known;
        }
        if (contents.size() >= LIMIT) {
            throw vu.error("a script may have %d files open".formatted(LIMIT));
        }
        try {
            var read = vu.test().files().read(file);
            var first = contents.putIfAbsent(file, read);
            return first == null ? read : first;
        } catch (IOException e) {
            throw vu.error("open(\"%s\"): %s".formatted(path, e.getMessage()));
        }
    }
}
