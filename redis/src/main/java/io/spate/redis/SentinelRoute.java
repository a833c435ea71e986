package io.spate.redis;

import io.spate.net.failure.NetException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The master that sentinels name. */
final class SentinelRoute implements Route {
    private final Servers.Watched watched;
    private final Nodes nodes;
    private @Nullable Address master;

    SentinelRoute(Servers.Watched watched, Nodes nodes) {
        this.watched = watched;
        this.nodes = nodes;
    }

    @Override
    public Reply call(Command command) throws NetException, RedisException {
        var known = master;
        if (known == null) {
            known = elected();
            master = known;
        }
        return nodes.at(known).call(List.of(command));
    }

    @Override
    public void failed() {
        master = null;
    }

    private Address elected() throws NetException, RedisException {
        NetException failure = null;
        for (var sentinel : watched.known()) {
            try {
                var named = named(sentinel);
                if (named.isPresent()) {
                    return named.get();
                }
            } catch (NetException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        throw new RedisException("no sentinel knows a master '%s'".formatted(watched.master()));
    }

    private Optional<Address> named(Address sentinel) throws NetException, RedisException {
        var question = Command.of("SENTINEL", "get-master-addr-by-name", watched.master());
        return switch (nodes.at(sentinel, watched.login()).call(List.of(question))) {
            case Reply.Refusal(var message) -> throw new RedisException(message);
            case Reply.Many(var all)
                    when all.size() == 2
                            && all.getFirst() instanceof Reply.Text(var host)
                            && all.getLast() instanceof Reply.Text(var port) ->
                    address(host, port);
            default -> Optional.empty();
        };
    }

    private static Optional<Address> address(String host, String port) throws RedisException {
        try {
            return Optional.of(new Address(host, Integer.parseInt(port)));
        } catch (IllegalArgumentException _) {
            throw new RedisException("a sentinel names %s:%s".formatted(host, port));
        }
    }
}
