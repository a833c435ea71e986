package io.spate.k6.load;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The code of all modules of a script, read once for all users. Safe for use by any thread; holds
 * at most {@link #MODULES_MAX} modules.
 */
public final class ModuleSources {
    /** More modules than anybody's script has. */
    static final int MODULES_MAX = 10_000;

    private static final Pattern TYPE_SCRIPT = Pattern.compile("\\.[cm]?ts$");
    private static final Path OURS = Path.of("/.spate");
    private static final Path BUILTIN = OURS.resolve("builtin");
    private static final Path REMOTE = OURS.resolve("remote");

    private final FileAccess files;
    private final NodePackages packages;
    private final BuiltinModules builtins;
    private final RemoteModules remotes;
    private final Translator typeScript;
    private final Map<Path, Module> modules = new ConcurrentHashMap<>();

    /**
     * Over the files a script may read and the modules that are brought along.
     *
     * @param folder the script's own
     */
    public ModuleSources(
            Path folder,
            FileAccess files,
            BuiltinModules builtins,
            RemoteModules remotes,
            Translator typeScript) {
        this.files = files;
        this.packages = new NodePackages(folder);
        this.builtins = builtins;
        this.remotes = remotes;
        this.typeScript = typeScript;
    }

    /** Makes JavaScript of another language. */
    @FunctionalInterface
    public interface Translator {
        /**
         * The same in JavaScript, with lines and columns where they were.
         *
         * @throws ScriptException for what is not of that language, with its place
         */
        String translate(Path path, String text);
    }

    /**
     * The code of a module.
     *
     * @param isModule whether it is an ECMAScript module; else it is a CommonJS one
     * @param requires whether it is an ECMAScript module that calls CommonJS's {@code require()}
     */
    public record Module(String text, boolean isModule, boolean requires) {}

    /** The files a script may read. */
    public FileAccess files() {
        return files;
    }

    /** Where a module that is imported by a bare name or a URL stands. */
    Optional<Path> virtual(String specifier) {
        if (specifier.startsWith("https://") || specifier.startsWith("http://")) {
            return Optional.of(REMOTE.resolve(specifier.replace("://", "/").replace("?", "%3F")));
        }
        boolean bare =
                !specifier.startsWith(".")
                        && !specifier.startsWith("/")
                        && !specifier.startsWith("file:")
                        && !specifier.isEmpty();
        if (!bare) {
            return Optional.empty();
        }
        return builtins.has(specifier)
                ? Optional.of(BUILTIN.resolve(specifier))
                : packages.find(specifier).or(() -> Optional.of(BUILTIN.resolve(specifier)));
    }

    /** Whether a path is that of a module that is imported by its name. */
    public static boolean isBuiltin(Path path) {
        return path.startsWith(BUILTIN);
    }

    /**
     * A module.
     *
     * @param named its path, absolute
     * @throws ScriptException where it is not there, or imports what is not
     */
    public Module module(Path named) {
        var path = file(named);
        var known = modules.get(path);
        if (known != null) {
            return known;
        }
        var text = translated(path, text(path));
        boolean isJson = path.toString().endsWith(".json");
        var imports = isJson ? new Imports(true, List.of(), false) : Imports.of(text);
        check(path, text, imports);
        boolean isModule = isBuiltin(path) || imports.isModule();
        var module = new Module(text, isModule, isModule && imports.requires());
        if (modules.size() < MODULES_MAX) {
            modules.put(path, module);
        }
        return module;
    }

    /** The file that a path means. */
    public static Path file(Path path) {
        return path.startsWith(OURS) ? path : NodePackages.file(path);
    }

    /** Whether a file of that name is TypeScript. */
    public static boolean isTypeScript(String name) {
        return TYPE_SCRIPT.matcher(name).find();
    }

    private String translated(Path path, String text) {
        return isTypeScript(path.toString()) ? typeScript.translate(path, text) : text;
    }

    /** Finds each import that leads nowhere, before anything runs. */
    private void check(Path path, String text, Imports imports) {
        var problems =
                imports.all().stream().flatMap(it -> problem(path, text, it).stream()).toList();
        if (!problems.isEmpty()) {
            throw new ScriptException(problems);
        }
    }

    private Optional<SourceProblem> problem(Path path, String text, Imports.Import imported) {
        var to = resolve(path, imported.specifier());
        if (modules.containsKey(to) || isThereAsBuiltin(to)) {
            return Optional.empty();
        }
        try {
            text(to);
            return Optional.empty();
        } catch (ScriptException e) {
            var message = e.problems().getFirst().message();
            return Optional.of(TextPlace.of(path, text, imported.offset(), message));
        }
    }

    /** Without a look at its code, which is read where it is run. */
    private boolean isThereAsBuiltin(Path path) {
        return path.startsWith(BUILTIN) && builtins.has(builtin(path));
    }

    private static String builtin(Path path) {
        return BUILTIN.relativize(path).toString();
    }

    /** Where the module stands that another one imports. */
    public Path resolve(Path importing, String specifier) {
        return virtual(specifier)
                .orElseGet(
                        () -> file(importing.resolveSibling(withoutScheme(specifier)).normalize()));
    }

    private static String withoutScheme(String specifier) {
        return specifier.startsWith("file://") ? specifier.substring(7) : specifier;
    }

    private String text(Path path) {
        if (path.startsWith(BUILTIN)) {
            var name = builtin(path);
            return builtins.find(name).orElseThrow(() -> problem(path, builtins.missing(name)));
        }
        if (path.startsWith(REMOTE)) {
            var url = url(path);
            return remotes.find(url).orElseThrow(() -> problem(path, remotes.missing(url)));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(files.read(path)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw problem(path, path + " is not a text in UTF-8");
        } catch (IOException e) {
            throw problem(path, String.valueOf(e.getMessage()));
        }
    }

    private static String url(Path path) {
        var parts = REMOTE.relativize(path).toString().replace("%3F", "?");
        return parts.replaceFirst("/", "://");
    }

    /** How a path is shown: a builtin module by its name, any other by its URL. */
    public static String shown(Path path) {
        if (path.startsWith(BUILTIN)) {
            return BUILTIN.relativize(path).toString();
        }
        return path.startsWith(REMOTE) ? url(path) : "file://" + path;
    }

    private static ScriptException problem(Path path, String message) {
        return new ScriptException(List.of(new SourceProblem(path.toString(), 0, 0, message, "")));
    }
}
