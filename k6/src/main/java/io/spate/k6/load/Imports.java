package io.spate.k6.load;

import java.util.List;

/**
 * What a JavaScript file imports, as far as it says so before it runs.
 *
 * @param isModule whether it is an ECMAScript module: it has an import or an export
 * @param all each import, in order
 * @param requires whether it calls {@code require()}, and means the one of CommonJS
 */
public record Imports(boolean isModule, List<Import> all, boolean requires) {
    public Imports {
        all = List.copyOf(all);
    }

    /**
     * One import.
     *
     * @param specifier what is imported, as written
     * @param offset where it is written
     */
    public record Import(String specifier, int offset) {}

    /** What a file imports. */
    public static Imports of(String text) {
        return new ImportScanner(text).scan();
    }
}
