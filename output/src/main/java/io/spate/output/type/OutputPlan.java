package io.spate.output.type;

import io.spate.metrics.keeping.Tracing;
import io.spate.output.delivery.OpenOutput;

/** An output that is asked for, and can be opened. */
public interface OutputPlan {
    /** As people should see it: {@code influxdb (http://localhost:8086/k6)}; without secrets. */
    String shown();

    /** Whether it takes each single value of a run. */
    boolean wantsSamples();

    /** How requests are to be traced for it. */
    default Tracing tracing() {
        return Tracing.OFF;
    }

    /**
     * Opens it as a run begins.
     *
     * @throws WrongOutputException where it cannot be, such as a file in a folder that is not there
     */
    OpenOutput open(OutputContext context);
}
