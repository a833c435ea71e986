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
 * The files that a script sees: those in some folders, which it may write in some of them. Links
 * are followed before that is judged. What lies elsewhere is not there.
 */
final class ConfinedFiles implements FileSystem {
    private static final Set<OpenOption> READING =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final FileSystem all = FileSystem.newDefaultFileSystem();
    private final List<Path> folders;
    private final List<Path> writable;
    private final Path directory;

    /**
     * Files in folders.
     *
     * @param folders absolute and real
     * @param writable those of them whose files it may change
     * @param directory what relative paths start from
     */
    ConfinedFiles(List<Path> folders, List<Path> writable, Path directory) {
        this.folders = List.copyOf(folders);
        this.writable = List.copyOf(writable);
        this.directory = directory;
    }

    private boolean isInside(Path path) {
        var real = real(toAbsolutePath(path).normalize());
        return folders.stream().anyMatch(it -> real.startsWith(it) || it.startsWith(real));
    }

    private Path writable(Path path) throws AccessDeniedException {
        var real = real(toAbsolutePath(path).normalize());
        if (writable.stream().noneMatch(real::startsWith)) {
            throw new AccessDeniedException(
                    path.toString(), null, "scripts write in the folders alone that --allow names");
        }
        return real;
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
        if (modes.contains(AccessMode.EXECUTE)) {
            throw new AccessDeniedException(path.toString());
        }
        if (modes.contains(AccessMode.WRITE)) {
            writable(path);
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
        if (!READING.containsAll(options)) {
            return all.newByteChannel(writable(path), options, attributes);
        }
        if (!isInside(path)) {
            throw new AccessDeniedException(
                    path.toString(), null, "scripts read files of their own folder");
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
        all.createDirectory(writable(path), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        all.delete(writable(path));
    }
}
