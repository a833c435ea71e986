package io.spate.cli.history;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the history is. */
public final class StoreFlags {
    @Option(
            names = "--store",
            paramLabel = "PLACE",
            description =
                    "The history: a file, or postgres://USER@HOST/DATABASE (.spate/history.db).")
    private @Nullable String store;

    /** Where it is, as it was said. */
    public @Nullable String store() {
        return store;
    }
}
