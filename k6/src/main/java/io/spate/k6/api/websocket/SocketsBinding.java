package io.spate.k6.api.websocket;

import io.spate.k6.vu.EventQueue;
import io.spate.k6.vu.ScriptLog.Level;
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

    /** Tells of a socket that cannot be opened, or throws where the options ask for it. */
    @HostAccess.Export
    public void failed(String url, String message) {
        var text = "the WebSocket \"%s\" could not be opened: %s".formatted(url, message);
        if (vu.test().planned().settings().throwErrors()) {
            throw vu.error(text);
        }
        vu.test().log().log(Level.WARNING, text, "ws");
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
