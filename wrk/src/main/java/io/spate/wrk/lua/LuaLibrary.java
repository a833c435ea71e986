package io.spate.wrk.lua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Finds LuaJIT's shared library for this system among those of the jar, and loads it. */
final class LuaLibrary {
    private LuaLibrary() {}

    /** The library's symbols; it stays loaded. */
    static SymbolLookup load() {
        String name = name(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (var library = LuaLibrary.class.getClassLoader().getResourceAsStream(name)) {
            if (library == null) {
                throw new UnsupportedOperationException(
                        "Lua scripts cannot be run here: there is no " + name);
            }
            Path file = Files.createTempFile("spate-", name);
            try {
                Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
                return SymbolLookup.libraryLookup(file, Arena.global());
            } finally {
                // Where a loaded file cannot be deleted, the system does it at the end.
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("LuaJIT cannot be loaded", e);
        }
    }

    /** The file's name in the jar. */
    static String name(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        String base = arm ? "luajitarm64" : "luajit64";
        if (os.contains("windows")) {
            return base + ".dll";
        }
        return "lib" + base + (os.contains("mac") ? ".dylib" : ".so");
    }
}
