package io.spate.k6.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The files that a script may read: those in some folders. Links are followed before that is
 * judged.
 *
 * @param folders absolute and real
 * @param given contents in place of a file's, by absolute path, such as what came by standard input
 * @param witness told of each file that is read; by any thread
 */
public record FileAccess(
        List<Path> folders, Map<Path, byte[]> given, BiConsumer<Path, byte[]> witness) {
    /** The largest file that is read. */
    private static final long BYTES_MAX = 1L << 30;

    /** Where nobody needs to know what is read. */
    public FileAccess(List<Path> folders, Map<Path, byte[]> given) {
        this(folders, given, (_, _) -> {});
    }

    public FileAccess {
        folders = List.copyOf(folders);
        given = Map.copyOf(given);
    }

    /** Whether there is such a file, which may be one that is not to be read. */
    public boolean exists(Path file) {
        var normal = file.normalize();
        return given.containsKey(normal) || Files.exists(normal);
    }

    /**
     * The content of a file.
     *
     * @param file absolute
     * @throws IOException with a message for the author of the script
     */
    public byte[] read(Path file) throws IOException {
        var normal = file.normalize();
        var content = content(normal);
        witness.accept(normal, content);
        return content;
    }

    private byte[] content(Path normal) throws IOException {
        var here = given.get(normal);
        if (here != null) {
            return here.clone();
        }
        if (!Files.exists(normal)) {
            throw new IOException("there is no file " + normal);
        }
        var real = normal.toRealPath();
        if (folders.stream().noneMatch(real::startsWith)) {
            throw new IOException(
                    "%s lies outside of the folders that the script may read; --allow %s adds its"
                                    .formatted(normal, real.getParent())
                            + " folder");
        }
        if (Files.isDirectory(real)) {
            throw new IOException(normal + " is a folder");
        }
        if (Files.size(real) > BYTES_MAX) {
            throw new IOException(normal + " has over 1 GiB");
        }
        return Files.readAllBytes(real);
    }
}
