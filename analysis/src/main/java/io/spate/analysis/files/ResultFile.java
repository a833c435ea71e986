package io.spate.analysis.files;

import io.spate.analysis.MeasuredRun;

/** What a result file holds. Immutable. */
public sealed interface ResultFile permits ResultFile.Samples, Figures {

    /** Where it comes from. */
    Origin origin();

    /**
     * A file of single samples, or of how often each time occurred: everything can be computed from
     * it.
     *
     * @param run its intervals, with histograms. Requests are {@code http_reqs}, {@code
     *     http_req_failed} and {@code http_req_duration} with the tags {@code method}, {@code name}
     *     and {@code status}, whatever the tool called them
     */
    record Samples(Origin origin, MeasuredRun run) implements ResultFile {}
}
