package io.spate.cli.web;

import io.spate.cli.compare.StoredComparison;
import io.spate.cli.history.StoredResults;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Ticker;
import io.spate.report.json.Results;
import io.spate.store.RunStore;
import io.spate.store.StoreException;
import io.spate.store.StoreLocation;
import io.spate.store.StoredRun;
import io.spate.web.api.BadRequest;
import io.spate.web.api.History;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The history that the page shows. */
final class PageHistory implements History {
    private final SpateProcess process;
    private final Optional<StoreLocation> place;

    /** One at a place; nothing where runs are not kept. */
    PageHistory(SpateProcess process, Optional<StoreLocation> place) {
        this.process = process;
        this.place = place;
    }

    @Override
    public <T> T with(Function<RunStore, T> work) {
        var there = place.filter(RunStore::isThere);
        if (there.isEmpty()) {
            throw new BadRequest(
                    404,
                    place.isEmpty()
                            ? "runs are not kept: --store or SPATE_STORE says none"
                            : "there is no history yet: the first run that is kept makes one");
        }
        try (var store = RunStore.open(there.get(), Ticker.system())) {
            return work.apply(store);
        } catch (StoreException e) {
            int status =
                    switch (e.kind()) {
                        case NO_SUCH_RUN -> 404;
                        case REFUSED -> 409;
                        case PASSING -> 503;
                        case LASTING -> 500;
                    };
            throw new BadRequest(status, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Results results(RunStore store, StoredRun run) {
        return said(() -> StoredResults.of(store, run));
    }

    @Override
    public JsonNode comparison(String a, String b) {
        return said(() -> StoredComparison.of(process, place, a, b));
    }

    private static <T> T said(Supplier<T> work) {
        try {
            return work.get();
        } catch (UsageException e) {
            throw new BadRequest(409, String.valueOf(e.getMessage()));
        }
    }
}
