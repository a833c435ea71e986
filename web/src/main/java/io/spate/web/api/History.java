package io.spate.web.api;

import io.spate.report.json.Results;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

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

    /** How the run of one id differs from that of another, as {@code spate compare} says. */
    JsonNode comparison(String a, String b);
}
