package io.spate.k6.vu;

import io.spate.engine.UserContext;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Recorder;

/**
 * Records what goes over connections that are no HTTP client's, by how much went over them so far.
 * Belongs to the loop of its user.
 */
public final class DataCount {
    private final Recorder recorder;
    private final int sent;
    private final int received;
    private long bytesIn;
    private long bytesOut;

    /** Of a user who takes part in a scenario, from nothing on. */
    public DataCount(UserContext user) {
        recorder = user.recorder();
        sent = recorder.series(BuiltinMetrics.DATA_SENT, user.tags());
        received = recorder.series(BuiltinMetrics.DATA_RECEIVED, user.tags());
    }

    /** Records what came since the last time. */
    public void upTo(long in, long out) {
        recorder.record(received, in - bytesIn);
        recorder.record(sent, out - bytesOut);
        bytesIn = in;
        bytesOut = out;
    }
}
