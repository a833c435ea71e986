package io.spate.http;

import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import org.junit.jupiter.api.Assumptions;

/** Event loops over one transport after another. */
final class Loops {
    private Loops() {}

    /** A loop over a transport; the test is skipped where this machine does not have it. */
    static EventLoop start(NetOptions.Transport transport) {
        try {
            return EventLoop.start("http-test", NetOptions.DEFAULT.withTransport(transport));
        } catch (UnsupportedOperationException e) {
            return Assumptions.abort(String.valueOf(e.getMessage()));
        }
    }
}
