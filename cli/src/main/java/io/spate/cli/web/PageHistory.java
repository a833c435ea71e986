package io.spate.cli.web;

import io.spate.cli.process.SpateProcess;
import io.spate.metrics.Ticker;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.store.RunStore;
import io.spate.store.StoreException;
import io.spate.store.StoreLocation;
import io.spate.store.StoredRun;
import io.spate.web.api.BadRequest;
import io.spate.web.api.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Function;

/** The history of the folder that the page was started in. */
final class PageHistory implements History {
    private static final String FILE = ".spate/history.db";

    private final SpateProcess process;

    PageHistory(SpateProcess process) {
        this.process = process;
    }

    @Override
    public <T> T with(Function<RunStore, T> work) {
        var place = new StoreLocation.File(process.file(FILE));
        if (!RunStore.isThere(place)) {
            throw new BadRequest(
                    404, "there is no history yet: the first run that is kept makes one");
        }
        try (var store = RunStore.open(place, Ticker.system())) {
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
        try {
            var file = Files.createTempFile("spate-run", ".json");
            try {
                Files.writeString(file, store.document(run));
                return ResultsJson.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
