package io.spate.k6.api.websocket;

import io.spate.k6.vu.EventQueue;
import io.spate.k6.vu.Vu;
import org.graalvm.polyglot.HostAccess;

/** What the modules of WebSockets do for one user. */
public final class SocketsBinding {
    private final Vu vu;
    private final SocketMetrics metrics;

    SocketsBinding(Vu vu) {
        this.vu = vu;
        this.metrics = SocketMetrics.declaredIn(vu.test().metrics());
    }

    /** A socket whose events are handled while {@link Session#run} is called. */
    @HostAccess.Export
    public Session apart() {
        vu.requireRunning("using websockets");
        return new Session(vu, new EventQueue(vu.test().ticker()), metrics);
    }

    /** A socket whose events are handled once the script's own code has ended. */
    @HostAccess.Export
    public Session beside() {
        vu.requireRunning("using websockets");
        return new Session(vu, vu.queue(), metrics);
    }
}
