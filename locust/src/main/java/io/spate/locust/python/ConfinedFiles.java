package io.spate.locust.python;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files that a script sees: those in some folders, for reading alone. Links are followed before
 * that is judged. What lies elsewhere is not there.
 */
final class ConfinedFiles implements FileSystem {
    private static final Set<OpenOption> READING =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final FileSystem all = FileSystem.newDefaultFileSystem();
    private final List<Path> folders;
    private final Path directory;

    /**
     * Files in folders.
     *
     * @param folders absolute and real
     * @param directory what relative paths start from
     */
    ConfinedFiles(List<Path> folders, Path directory) {
        this.folders = List.copyOf(folders);
        this.directory = directory;
    }

    private boolean isInside(Path path) {
        var real = real(toAbsolutePath(path).normalize());
        return folders.stream().anyMatch(it -> real.startsWith(it) || it.startsWith(real));
    }

    /** Where a path leads; of one that does not exist, where its nearest folder that does leads. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            var parent = path.getParent();
            var name = path.getFileName();
            return parent == null || name == null ? path : real(parent).resolve(name);
        }
    }

    @Override
    public Path parsePath(URI uri) {
        return all.parsePath(uri);
    }

    @Override
    public Path parsePath(String path) {
        return all.parsePath(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... links)
            throws IOException {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw new AccessDeniedException(path.toString());
        }
        present(path);
        all.checkAccess(toAbsolutePath(path), modes, links);
    }

    private void present(Path path) throws IOException {
        if (!isInside(path)) {
            throw new NoSuchFileException(path.toString());
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        if (!isInside(path) || !READING.containsAll(options)) {
            throw new AccessDeniedException(
                    path.toString(),
                    null,
                    "scripts read files of their own folder, and write none");
        }
        return all.newByteChannel(toAbsolutePath(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
        var real = real(toAbsolutePath(path).normalize());
        if (folders.stream().noneMatch(real::startsWith)) {
            throw new NoSuchFileException(path.toString());
        }
        return all.newDirectoryStream(toAbsolutePath(path), filter);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return directory.resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... links) throws IOException {
        present(path);
        return all.toRealPath(toAbsolutePath(path), links);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... links)
            throws IOException {
        present(path);
        return all.readAttributes(toAbsolutePath(path), attributes, links);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        throw new AccessDeniedException(path.toString());
    }

    @Override
    public void delete(Path path) throws IOException {
        throw new AccessDeniedException(path.toString());
    }
}
