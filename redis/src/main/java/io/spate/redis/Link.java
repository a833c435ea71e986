package io.spate.redis;

import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.util.List;

/** One connection to a server. */
final class Link implements AutoCloseable {
    private final Connection connection;
    private final ReplyReader replies;
    private final Traffic traffic;
    private final Ticker ticker;
    private long countedIn;
    private long countedOut;

    private Link(Connection connection, Traffic traffic, Ticker ticker) {
        this.connection = connection;
        this.replies = new ReplyReader(connection);
        this.traffic = traffic;
        this.ticker = ticker;
    }

    /**
     * Says who one is, over a connection that has just been made.
     *
     * @throws RedisException where the server does not want that; the connection is closed then
     */
    static Link begun(
            Connection connection, Login login, Limits limits, Traffic traffic, Ticker ticker)
            throws NetException, RedisException {
        var link = new Link(connection, traffic, ticker);
        boolean fit = false;
        try {
            var commands = login.commands();
            if (!commands.isEmpty()) {
                link.begin(commands, limits);
            }
            fit = true;
            return link;
        } finally {
            if (!fit) {
                link.close();
            }
        }
    }

    private void begin(List<Command> commands, Limits limits) throws NetException, RedisException {
        for (var reply : exchange(commands, limits)) {
            if (reply instanceof Reply.Refusal(var message)) {
                throw new RedisException(message);
            }
        }
    }

    /** Sends commands and waits for the reply to each. */
    List<Reply> exchange(List<Command> commands, Limits limits)
            throws NetException, RedisException {
        long deadline = ticker.nanoTime() + limits.reply().toNanos();
        try {
            for (var command : commands) {
                var bytes = command.encoded();
                connection.write(bytes, 0, bytes.length, deadline);
            }
            var all = new Reply[commands.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = replies.read(deadline);
            }
            return List.of(all);
        } finally {
            traffic.add(connection.bytesIn() - countedIn, connection.bytesOut() - countedOut);
            countedIn = connection.bytesIn();
            countedOut = connection.bytesOut();
        }
    }

    /** Whether it can be used again, as far as is known. */
    boolean isOpen() {
        return connection.isOpen() && connection.position() == connection.limit();
    }

    @Override
    public void close() {
        connection.close();
    }
}
