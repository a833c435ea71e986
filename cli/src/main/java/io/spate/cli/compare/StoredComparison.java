package io.spate.cli.compare;

import io.spate.analysis.compare.ComparisonOptions;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.store.StoreLocation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Two runs of the history, compared as {@code spate compare} does. */
public final class StoredComparison {
    private StoredComparison() {}

    /**
     * The document that {@code spate compare A B --json} writes.
     *
     * @param place of the history
     * @param a the id of the run to compare with
     * @throws UsageException where one of them is not there
     */
    public static ObjectNode of(
            SpateProcess process, Optional<StoreLocation> place, String a, String b) {
        try (var sources = new RunSources(process, place)) {
            return CompareJson.of(
                    Compared.of(
                            List.of(sources.stored(a)),
                            List.of(sources.stored(b)),
                            sources,
                            ComparisonOptions.DEFAULT));
        }
    }
}
