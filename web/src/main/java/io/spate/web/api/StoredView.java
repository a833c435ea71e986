package io.spate.web.api;

import io.spate.store.Commit;
import io.spate.store.Figures;
import io.spate.store.StoredRun;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that was kept, as lists show it. Times are milliseconds; figures are null where the run has
 * none.
 *
 * @param passed null where it has not ended, or was killed
 * @param commit the beginning of the commit's hash; null where there was none
 */
record StoredView(
        String id,
        Instant startedAt,
        String name,
        String target,
        String environment,
        long elapsedMs,
        @Nullable Boolean passed,
        String ending,
        long requests,
        double requestsPerSecond,
        double failureRate,
        double p50,
        double p95,
        double p99,
        @Nullable String commit,
        String machine,
        String notes,
        boolean baseline,
        Map<String, String> tags) {
    private static final int HASH = 7;
    private static final Figures NONE =
            new Figures(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    static StoredView of(StoredRun run) {
        var facts = run.facts();
        var figures = run.figures().orElse(NONE);
        return new StoredView(
                run.id(),
                facts.startedAt(),
                facts.plan().name(),
                facts.target(),
                facts.environment(),
                run.elapsed().toMillis(),
                run.passed().orElse(null),
                run.state().text(),
                figures.requests(),
                figures.requestsPerSecond(),
                figures.failureRate(),
                figures.p50Millis(),
                figures.p95Millis(),
                figures.p99Millis(),
                facts.commit().map(Commit::hash).map(StoredView::brief).orElse(null),
                facts.machine().words(),
                run.notes(),
                !run.baselines().isEmpty(),
                facts.tags());
    }

    private static String brief(String hash) {
        return hash.substring(0, Math.min(HASH, hash.length()));
    }
}
