package io.spate.report.kept;

import io.spate.metrics.KeptRequests;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were kept as a whole.
 *
 * @param slowest the slowest first: ten at most, of one endpoint five at most
 * @param failed a hundred at most, of a kind five at most, by their start
 */
public record KeptRows(List<KeptRow> slowest, List<KeptRow> failed) {
    private static final KeptRows NONE = new KeptRows(List.of(), List.of());

    public KeptRows {
        slowest = List.copyOf(slowest);
        failed = List.copyOf(failed);
    }

    /** Those of a run that started at an instant. */
    public static KeptRows of(KeptRequests kept, Instant startedAt) {
        return new KeptRows(
                kept.slowest().stream().map(it -> KeptRow.of(it, startedAt)).toList(),
                kept.someFailed().stream().map(it -> KeptRow.of(it, startedAt)).toList());
    }

    /** Those of a document, which may be of a version that kept none. */
    public static KeptRows orNone(@Nullable KeptRows rows) {
        return rows == null ? NONE : rows;
    }
}
