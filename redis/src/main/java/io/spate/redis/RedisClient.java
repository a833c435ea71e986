package io.spate.redis;

import io.spate.metrics.Ticker;
import io.spate.net.Connector;
import io.spate.net.EventLoop;
import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client of one user. Its connections are made when they are needed and kept. Belongs to a loop,
 * whose virtual threads may call it side by side: each command has a connection of its own while it
 * is on its way.
 */
public final class RedisClient implements AutoCloseable {
    private final EventLoop loop;
    private final Ticker ticker;
    private final Limits limits;
    private final Traffic traffic = new Traffic();
    private final Nodes nodes;
    private final Route route;
    private boolean closed;

    /**
     * A client without a connection.
     *
     * @param connector of the loop
     * @param ticker the loop's clock
     */
    public RedisClient(EventLoop loop, Connector connector, RedisOptions options, Ticker ticker) {
        this.loop = loop;
        this.ticker = ticker;
        limits = options.limits();
        nodes = new Nodes(loop, connector, options, traffic, ticker);
        route =
                switch (options.servers()) {
                    case Servers.Single(var address) ->
                            command -> nodes.at(address).call(List.of(command));
                    case Servers.Cluster cluster -> new ClusterRoute(cluster, nodes);
                    case Servers.Watched watched -> new SentinelRoute(watched, nodes);
                };
    }

    /**
     * Sends a command and waits for its reply. Blocks the calling virtual thread. A failure that
     * may pass is tried again, as often as the limits say.
     *
     * @throws NetException what went wrong with the connection, by kind
     * @throws RedisException where there is no reply for another reason, such as a wrong password
     */
    public Reply call(Command command) throws NetException, RedisException {
        for (int tried = 0; ; tried++) {
            boolean last = tried >= limits.retriesMax() || closed;
            try {
                var reply = route.call(command);
                if (last || !mayPass(reply)) {
                    return reply;
                }
            } catch (NetException e) {
                if (last || !mayPass(e)) {
                    throw e;
                }
            }
            route.failed();
            pause(tried);
        }
    }

    private static boolean mayPass(Reply reply) {
        return reply instanceof Reply.Refusal refusal
                && (refusal.isOf("LOADING")
                        || refusal.isOf("READONLY")
                        || refusal.isOf("CLUSTERDOWN")
                        || refusal.isOf("TRYAGAIN")
                        || refusal.message().equals("ERR max number of clients reached"));
    }

    private static boolean mayPass(NetException e) {
        return switch (e.kind()) {
            case INTERRUPTED, NOT_ALLOWED, ADDRESS_NOT_ALLOWED, TLS_FAILED, TLS_UNTRUSTED -> false;
            default -> true;
        };
    }

    /** Twice as long each time, at random between that and nothing more. */
    private void pause(int tried) throws NetException {
        long min = limits.pauseMin().toNanos();
        long most = Math.min(limits.pauseMax().toNanos(), min << Math.min(tried, 16));
        long nanos = most <= min ? most : ThreadLocalRandom.current().nextLong(min, most + 1);
        try {
            loop.sleepUntil(ticker.nanoTime() + nanos);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NetException(Kind.INTERRUPTED, "interrupted");
        }
    }

    /** How many bytes the network has brought, with what secures them. */
    public long bytesIn() {
        return traffic.bytesIn();
    }

    /** How many bytes the network was given, with what secures them. */
    public long bytesOut() {
        return traffic.bytesOut();
    }

    /** Closes its connections; those in use once their command has ended. */
    @Override
    public void close() {
        closed = true;
        nodes.close();
    }
}
