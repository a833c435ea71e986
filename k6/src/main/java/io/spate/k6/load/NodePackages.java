package io.spate.k6.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packages in folders {@code node_modules}, beside the script and above it.
 *
 * @param folder the script's own, absolute
 */
record NodePackages(Path folder) {
    private static final List<String> ENDINGS = List.of(".js", ".ts", ".mjs", ".cjs", ".json");

    private static final List<String> CONDITIONS =
            List.of("import", "module", "default", "require");

    /** The file that a name such as {@code lodash} or {@code lodash/get.js} stands for. */
    Optional<Path> find(String specifier) {
        for (var at = folder; at != null; at = at.getParent()) {
            var named = at.resolve("node_modules").resolve(specifier).normalize();
            if (named.startsWith(at.resolve("node_modules"))) {
                var file = Files.isDirectory(named) ? entry(named) : file(named);
                if (Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The file that a path means: one without its ending, one of TypeScript that is named as what
     * becomes of it, or the index of a folder. The path itself where there is none of these.
     */
    static Path file(Path path) {
        if (path.getFileName() == null || Files.isRegularFile(path)) {
            return path;
        }
        var name = path.getFileName().toString();
        var bare = name.endsWith(".js") ? name.substring(0, name.length() - 3) : name;
        return Stream.concat(
                        ENDINGS.stream().map(it -> path.resolveSibling(bare + it)),
                        ENDINGS.stream().map(it -> path.resolve("index" + it)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(path);
    }

    private static Path entry(Path packaged) {
        try {
            var about =
                    JsonMapper.shared()
                            .readTree(Files.readString(packaged.resolve("package.json")));
            var main = exported(about.get("exports"));
            for (var key : List.of("module", "main")) {
                var given = about.get(key);
                main = main.or(() -> Optional.ofNullable(given).map(JsonNode::asString));
            }
            return file(packaged.resolve(main.orElse("index.js")).normalize());
        } catch (IOException | JacksonException _) {
            return packaged.resolve("index.js");
        }
    }

    private static Optional<String> exported(@Nullable JsonNode exports) {
        if (exports == null || exports.isString()) {
            return Optional.ofNullable(exports).map(JsonNode::stringValue);
        }
        if (exports.has(".")) {
            return exported(exports.get("."));
        }
        return CONDITIONS.stream()
                .filter(exports::has)
                .findFirst()
                .flatMap(it -> exported(exports.get(it)));
    }
}
