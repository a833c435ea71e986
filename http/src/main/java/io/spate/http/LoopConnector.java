package io.spate.http;

import io.spate.http.channel.Dialer;
import io.spate.net.Connection;
import io.spate.net.Connector;
import io.spate.net.Endpoint;
import io.spate.net.failure.NetException;
import java.util.Optional;

/**
 * Connections of a loop. An HTTP proxy takes requests of HTTP/1.1 without a tunnel where there is
 * no TLS; many proxies make tunnels to port 443 alone.
 */
record LoopConnector(Connector loop) implements Dialer.Connector {
    @Override
    public Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException {
        return loop.connect(endpoint, deadlineNanos);
    }

    @Override
    public Connection connectForwarding(Endpoint endpoint, long deadlineNanos) throws NetException {
        return loop.connectForwarding(endpoint, deadlineNanos);
    }

    @Override
    public Optional<String> forwarding(Endpoint endpoint) {
        return loop.forwardingProxy(endpoint).map(it -> it.authorization());
    }
}
