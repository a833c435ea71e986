package io.spate.http;

import io.spate.net.Connection;
import io.spate.net.Connector;
import io.spate.net.Endpoint;
import io.spate.net.NetException;
import java.util.Optional;

/**
 * Connections of a loop that speak HTTP/1.1, which an HTTP proxy takes without a tunnel where there
 * is no TLS; many proxies make tunnels to port 443 alone.
 */
record LoopConnector(Connector loop) implements Connections.Connector {
    @Override
    public Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException {
        return loop.forwardingProxy(endpoint).isPresent()
                ? loop.connectForwarding(endpoint, deadlineNanos)
                : loop.connect(endpoint, deadlineNanos);
    }

    @Override
    public Optional<String> forwarding(Endpoint endpoint) {
        return loop.forwardingProxy(endpoint).map(it -> it.authorization());
    }
}
