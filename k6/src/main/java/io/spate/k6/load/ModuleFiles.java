package io.spate.k6.load;

import io.spate.script.ScriptException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The only file system that a script's engine sees: it has modules to read, and nothing else. Bare
 * names and URLs are paths of their own. A CommonJS module is handed out as an ECMAScript module
 * that passes its exports on.
 */
public final class ModuleFiles implements FileSystem {
    private static final String RESOLVE = "import.meta.resolve";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private final ModuleSources sources;
    private final Path folder;
    private final Function<Path, Collection<String>> exportsOf;
    private Optional<ScriptException> problem = Optional.empty();

    /**
     * The modules of a script for one context.
     *
     * @param folder what relative paths start from
     * @param exportsOf runs a CommonJS module; the names of its exports
     */
    public ModuleFiles(
            ModuleSources sources, Path folder, Function<Path, Collection<String>> exportsOf) {
        this.sources = sources;
        this.folder = folder;
        this.exportsOf = exportsOf;
    }

    /** Why a module could not be had, which the engine tells less well. */
    public Optional<ScriptException> problem() {
        return problem;
    }

    @Override
    public Path parsePath(URI uri) {
        return "file".equals(uri.getScheme())
                ? Path.of(uri)
                : sources.virtual(uri.toString()).orElse(Path.of(uri.getPath()));
    }

    @Override
    public Path parsePath(String path) {
        return sources.virtual(path).orElse(Path.of(path));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        try {
            var module = sources.module(toAbsolutePath(path).normalize());
            var text = module.isModule() ? equipped(path, module) : facade(path);
            return new ModuleBytes(text.getBytes(StandardCharsets.UTF_8));
        } catch (ScriptException e) {
            problem = Optional.of(e);
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * An ECMAScript module with what it uses of the language that the engine lacks. A function that
     * stands behind the module's own lines is there from the first of them, which keep their
     * places; what is to be done before them is not to be a line of its own.
     */
    private static String equipped(Path path, ModuleSources.Module module) {
        var text = module.text();
        var before = text.contains(RESOLVE) ? RESOLVE + " = (name) => __spate.resolve(%s); " : "";
        var behind =
                module.requires()
                        ? "\nfunction require(name) { return __spate.requireFrom(%s); }\n"
                        : "";
        var arguments = quoted(path) + ", String(name)";
        return before.formatted(arguments) + text + behind.formatted(arguments);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private String facade(Path path) {
        var text = new StringBuilder("const it = __spate.require(").append(quoted(path));
        text.append(");\n");
        text.append("export default it && it.__esModule ? it.default : it;\n");
        for (var name : exportsOf.apply(path)) {
            if (!name.equals("default") && NAME.matcher(name).matches()) {
                text.append("const x_%s = it.%s; export { x_%s as %s };\n".replace("%s", name));
            }
        }
        return text.toString();
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... links)
            throws IOException {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw new SecurityException("modules are for reading: " + path);
        }
    }

    // What is said here need not be found out by the engine's languages, each of which reads the
    // file to know.
    @Override
    public String getMimeType(Path path) {
        return path.toString().endsWith(".json")
                ? "application/json"
                : "application/javascript+module";
    }

    @Override
    public Charset getEncoding(Path path) {
        return StandardCharsets.UTF_8;
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return folder.resolve(path);
    }

    /** Without following links, so that a module is what its importer named. */
    @Override
    public Path toRealPath(Path path, LinkOption... links) {
        return ModuleSources.file(toAbsolutePath(path).normalize());
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... links) {
        return Map.of("isRegularFile", true, "isDirectory", false);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) {
        throw new SecurityException("modules are for reading: " + path);
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("modules are for reading: " + path);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path path, DirectoryStream.Filter<? super Path> filter) {
        throw new SecurityException("modules have no folders: " + path);
    }
}
