package io.spate.redis;

import io.spate.metrics.Ticker;
import io.spate.net.Connector;
import io.spate.net.Endpoint;
import io.spate.net.EventLoop;
import java.util.HashMap;
import java.util.Map;

/** The servers that a client has met. Belongs to a loop. */
final class Nodes implements AutoCloseable {
    private static final int SERVERS_MAX = 1_000;

    private final EventLoop loop;
    private final Connector connector;
    private final RedisOptions options;
    private final Traffic traffic;
    private final Ticker ticker;
    private final Map<Address, Node> all = new HashMap<>();

    Nodes(
            EventLoop loop,
            Connector connector,
            RedisOptions options,
            Traffic traffic,
            Ticker ticker) {
        this.loop = loop;
        this.connector = connector;
        this.options = options;
        this.traffic = traffic;
        this.ticker = ticker;
    }

    /** A server that knows the user. */
    Node at(Address address) throws RedisException {
        return at(address, options.login());
    }

    /** A server; who one is to it is decided when it is first met. */
    Node at(Address address, Login login) throws RedisException {
        var known = all.get(address);
        if (known != null) {
            return known;
        }
        if (all.size() >= SERVERS_MAX) {
            throw new RedisException("more than %,d servers".formatted(SERVERS_MAX));
        }
        var limits = options.limits();
        var endpoint = new Endpoint(address.host(), address.port(), options.tls());
        var made =
                new Node(
                        loop,
                        limits,
                        ticker,
                        () -> {
                            long deadline = ticker.nanoTime() + limits.dial().toNanos();
                            var connection = connector.connect(endpoint, deadline);
                            return Link.begun(connection, login, limits, traffic, ticker);
                        });
        all.put(address, made);
        return made;
    }

    @Override
    public void close() {
        all.values().forEach(Node::close);
    }
}
