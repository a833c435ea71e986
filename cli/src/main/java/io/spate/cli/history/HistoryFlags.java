package io.spate.cli.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether and where a run is kept. */
public final class HistoryFlags {
    @Option(names = "--no-history", description = "Do not keep this run in the history.")
    private boolean off;

    @Mixin private final StoreFlags store = new StoreFlags();

    /** Where the history is, as it was said. */
    public @Nullable String store() {
        return store.store();
    }

    /** What {@link Histories#place} is asked for: {@code none} where nothing is to be kept. */
    public Optional<String> place() {
        return off ? Optional.of(Histories.NONE) : Optional.ofNullable(store.store());
    }
}
