package io.spate.http.channel;

import io.spate.http.h2.WaitList;
import io.spate.http.h2.Waiter;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.Origin;
import io.spate.net.failure.NetException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Connections that all users of a loop share: so many to each server, each user always on the same
 * one. Opened when first needed, and again when lost: by one user, for whom the others wait.
 */
public final class SharedChannels {
    private static final int SERVERS_MAX = 1_000;

    private final Dialer dialer;
    private final int perServer;
    private final List<Server> servers = new ArrayList<>();
    private int places;
    private int users;

    /** None yet. */
    public SharedChannels(Dialer dialer, int perServer) {
        this.dialer = dialer;
        this.perServer = perServer;
    }

    /** The connections to one server. */
    private record Server(Origin origin, List<Slot> slots) {}

    /** One connection, open or to be. */
    private static final class Slot {
        private final WaitList waiting;
        private @Nullable Channel channel;
        private boolean opening;
        private @Nullable NetException broken;
        private @Nullable Failed failed;

        Slot(WaitList waiting) {
            this.waiting = waiting;
        }
    }

    /** The place of one more user. */
    int nextPlace() {
        users++;
        int place = places;
        places = (places + 1) % perServer;
        return place;
    }

    /** One user less. With the last one the connections go. */
    void leave() {
        users--;
        if (users == 0) {
            for (Server server : servers) {
                for (Slot slot : server.slots) {
                    close(slot);
                }
            }
            servers.clear();
        }
    }

    @Nullable Channel idle(Origin origin, int place) {
        Slot slot = slot(origin, place);
        Channel channel = slot.channel;
        if (channel != null && !channel.isUsable()) {
            close(slot);
            return null;
        }
        return channel;
    }

    Channel open(Call call, int place) throws NetException, Failed {
        Slot slot = slot(call.origin(), place);
        while (true) {
            Channel channel = slot.channel;
            if (channel != null && channel.isUsable()) {
                call.readyNanos = call.now();
                return channel;
            }
            if (!slot.opening) {
                return openNow(slot, call);
            }
            slot.waiting.await(new Waiter(), call.connectDeadlineNanos());
            NetException broken = slot.broken;
            if (broken != null && !isOfOne(broken)) {
                throw broken;
            }
            if (slot.failed != null) {
                throw slot.failed;
            }
        }
    }

    private Channel openNow(Slot slot, Call call) throws NetException, Failed {
        close(slot);
        slot.opening = true;
        slot.broken = null;
        slot.failed = null;
        try {
            Channel channel = dialer.open(call);
            slot.channel = channel;
            return channel;
        } catch (NetException e) {
            slot.broken = e;
            throw e;
        } catch (Failed e) {
            slot.failed = e;
            throw e;
        } finally {
            slot.opening = false;
            slot.waiting.wakeAll();
        }
    }

    /** Whether it was its user who gave up, so that the next one tries. */
    private static boolean isOfOne(NetException e) {
        return e.kind() == NetException.Kind.INTERRUPTED || e.kind() == NetException.Kind.TIMEOUT;
    }

    private static void close(Slot slot) {
        Channel channel = slot.channel;
        if (channel != null) {
            slot.channel = null;
            channel.close();
        }
    }

    private Slot slot(Origin origin, int place) {
        for (int i = 0; i < servers.size(); i++) {
            if (servers.get(i).origin.isSame(origin)) {
                return servers.get(i).slots.get(place);
            }
        }
        if (servers.size() == SERVERS_MAX) {
            for (Slot slot : servers.removeFirst().slots) {
                close(slot);
            }
        }
        List<Slot> slots =
                Stream.generate(() -> new Slot(dialer.newWaitList())).limit(perServer).toList();
        servers.add(new Server(origin, slots));
        return slots.get(place);
    }
}
