package io.spate.script.load;

import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import io.spate.script.data.NearestFile;
import io.spate.script.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Loads a test by what its source is: a URL, a YAML file, a Java file. */
public final class TestLoader {
    private TestLoader() {}

    /** Whether a text is the URL that is to be called, and not the name of a file. */
    public static boolean isUrl(String source) {
        return UrlTest.isUrl(source);
    }

    /**
     * Loads a test.
     *
     * @param source a URL, or the path of a file
     * @throws ScriptException naming everything that is wrong, with its place
     */
    public static LoadedTest load(String source, LoadOptions options) {
        if (isUrl(source)) {
            return UrlTest.load(source, options);
        }
        checkScheme(source);
        var file = existing(source);
        checkNoRequest(options);
        var folder = file.resolveSibling("");
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".java")) {
            return JavaFile.load(file, read(source, file), options.in(folder));
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YamlFile.load(source, read(source, file), options.in(folder));
        }
        throw problem(
                source,
                "Spate runs no tests of this kind; it runs YAML files (.yml, .yaml), Java files"
                        + " (.java) and URLs (http://host/path)");
    }

    /** The JSON Schema of YAML files, with which editors complete and check them. */
    public static String yamlSchema() {
        return YamlFile.schema();
    }

    private static String read(String source, Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw problem(source, "this is not a text in UTF-8");
        } catch (IOException e) {
            throw problem(source, "cannot be read: " + e.getMessage());
        }
    }

    private static Path existing(String source) {
        Path file;
        try {
            file = Path.of(source);
        } catch (InvalidPathException invalid) {
            throw problem(source, "neither a URL nor a path: " + invalid.getReason());
        }
        if (Files.isDirectory(file)) {
            throw problem(source, "this is a folder; name the test file in it");
        }
        if (!Files.exists(file)) {
            throw problem(source, "there is no such file" + NearestFile.hint(file));
        }
        return file;
    }

    private static void checkScheme(String source) {
        int end = source.indexOf("://");
        if (end > 0) {
            throw new ScriptException(
                    "%s: Spate loads http:// and https:// URLs, not %s://"
                            .formatted(source, source.substring(0, end)));
        }
    }

    private static void checkNoRequest(LoadOptions options) {
        if (options.method().isPresent() || options.body().isPresent()) {
            throw new ScriptException(
                    "method and body belong to the request of a URL; a file gives its own");
        }
    }

    private static ScriptException problem(String file, String message) {
        return new ScriptException(List.of(new SourceProblem(file, 0, 0, message, "")));
    }
}
