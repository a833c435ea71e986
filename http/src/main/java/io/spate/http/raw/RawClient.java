package io.spate.http.raw;

import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.net.Endpoint;
import io.spate.net.EventLoop;

/** Makes the exchanges of one event loop with one server. */
public final class RawClient {
    private final EventLoop loop;
    private final Endpoint endpoint;
    private final boolean keepsBodies;
    private final HeadMemory memory = new HeadMemory();

    /**
     * A client of a server.
     *
     * @param keepsBodies whether the bodies of responses are kept until the next one; else they are
     *     dropped as they come
     */
    public RawClient(EventLoop loop, Endpoint endpoint, boolean keepsBodies) {
        this.loop = loop;
        this.endpoint = endpoint;
        this.keepsBodies = keepsBodies;
    }

    /** A connection to be, for one virtual user. */
    public RawExchange exchange() {
        return new RawExchange(loop, endpoint, memory, keepsBodies);
    }
}
