package io.spate.output.delivery;

import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.Output;
import java.util.Optional;

/** An output of a run that goes on. */
public interface OpenOutput extends Output {
    /** Who takes each single value; empty where what a second came to is enough. */
    Optional<SampleSink> samples();

    /**
     * Waits until all is where it belongs, at most until an instant; to be called after {@code
     * finish}.
     *
     * @param deadlineNanos of the ticker
     */
    Delivered await(long deadlineNanos);
}
