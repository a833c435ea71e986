package io.spate.web;

import io.spate.report.json.Results;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import io.spate.web.api.BadRequest;
import io.spate.web.api.History;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A history without runs. */
final class NoHistory implements History {
    @Override
    public <T> T with(Function<RunStore, T> work) {
        throw none();
    }

    @Override
    public Results results(RunStore store, StoredRun run) {
        throw none();
    }

    @Override
    public JsonNode comparison(String a, String b) {
        throw none();
    }

    private static BadRequest none() {
        return new BadRequest(404, "there is no history yet");
    }
}
