package io.spate.locust.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess;

/** The Python modules that are Spate's own. Any thread. */
public final class Modules {
    private final Optional<CodeCache> cache;

    /** For those who look at scripts. */
    public Modules() {
        this(Optional.empty());
    }

    /** For the Python that asks for them. */
    Modules(Optional<CodeCache> cache) {
        this.cache = cache;
    }

    /** Where a module stands among them; empty where it is none of them. */
    @HostAccess.Export
    public String place(String name) {
        var path = name.replace('.', '/');
        for (var place : new String[] {path + "/__init__.py", path + ".py"}) {
            if (Modules.class.getResource(place) != null) {
                return place;
            }
        }
        return "";
    }

    /** The code of one of them. */
    @HostAccess.Export
    public String text(String name) {
        return resource(place(name));
    }

    /** One of them compiled, a character for each byte; empty where it is not kept. */
    @HostAccess.Export
    public String compiled(String name) {
        return cache.map(it -> read(file(it, name))).orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException _) {
            return "";
        }
    }

    /** Whether {@link #keep} has an effect. */
    @HostAccess.Export
    public boolean keeps() {
        return cache.filter(CodeCache::writes).isPresent();
    }

    /** Keeps one of them compiled, a character for each byte. */
    @HostAccess.Export
    public void keep(String name, String code) {
        try {
            var file = file(cache.orElseThrow(), name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, code, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(CodeCache cache, String name) {
        return cache.folder().resolve("spate").resolve(name + ".code");
    }

    static String resource(String place) {
        try (var in = Modules.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
