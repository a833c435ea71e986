package io.spate.redis;

import io.spate.net.failure.NetException;
import java.util.List;

/** The servers of a cluster, each of which knows who has a key. */
final class ClusterRoute implements Route {
    private final Nodes nodes;
    private final int redirectsMax;
    private final Slots slots;

    ClusterRoute(Servers.Cluster cluster, Nodes nodes) {
        this.nodes = nodes;
        redirectsMax = cluster.redirectsMax();
        slots = new Slots(cluster);
    }

    @Override
    public Reply call(Command command) throws NetException, RedisException {
        var at = slots.owner(command.key());
        var sent = List.of(command);
        for (int redirects = 0; redirects <= redirectsMax; redirects++) {
            var reply = ask(at, sent);
            var redirect = Redirect.of(reply, at);
            if (redirect.isEmpty()) {
                return reply;
            }
            at = redirect.get().to();
            if (redirect.get().lasting()) {
                slots.owned(redirect.get().slot(), at);
                sent = List.of(command);
            } else {
                sent = List.of(Command.of("ASKING"), command);
            }
        }
        throw new RedisException("redirected more than %d times".formatted(redirectsMax));
    }

    private Reply ask(Address at, List<Command> commands) throws NetException, RedisException {
        try {
            return nodes.at(at).call(commands);
        } catch (NetException e) {
            slots.gone(at);
            throw e;
        }
    }
}
