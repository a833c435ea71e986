package io.spate.store;

import java.util.List;

/**
 * Some of the runs that a filter lets through.
 *
 * @param total how many it lets through
 * @param runs the newest first
 */
public record RunPage(long total, List<StoredRun> runs) {
    public RunPage {
        runs = List.copyOf(runs);
    }
}
