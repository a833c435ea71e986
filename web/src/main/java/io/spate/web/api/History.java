package io.spate.web.api;

import io.spate.report.json.Results;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import java.util.function.Function;

/** The runs that were kept, as whoever starts the server finds them. For any thread. */
public interface History {
    /**
     * Does something with them.
     *
     * @throws BadRequest where there are none
     */
    <T> T with(Function<RunStore, T> work);

    /** What one of them came to. */
    Results results(RunStore store, StoredRun run);
}
