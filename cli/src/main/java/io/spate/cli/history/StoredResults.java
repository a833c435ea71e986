package io.spate.cli.history;

import io.spate.cli.process.UsageException;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import java.io.IOException;

/** What a run that was kept came to. */
public final class StoredResults {
    private StoredResults() {}

    /**
     * As it was written down at its end; of a run without one, made of its seconds.
     *
     * @throws UsageException where the document is of another version
     */
    public static Results of(RunStore store, StoredRun run) {
        var document = parse(store.document(run), run);
        return run.hasEnded() ? document : new Rebuilding(store, run, document).results();
    }

    static Results parse(String text, StoredRun run) {
        try {
            return ResultsJson.parse(text, "what is kept of the run " + run.id());
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
