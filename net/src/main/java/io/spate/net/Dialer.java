package io.spate.net;

import io.spate.net.dial.Destination;
import io.spate.net.dial.Resolver;
import io.spate.net.dial.Resolver.Lookup;
import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.poll.BufferPool;
import io.spate.net.poll.ConnectFailures;
import io.spate.net.route.HostOverrides.Rule;
import io.spate.net.route.Route;
import io.spate.net.route.SourceAddresses;
import io.spate.net.route.UnixSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From a host to an open socket: looks up the name and tries its addresses, on the calling virtual
 * thread.
 */
final class Dialer {
    /** How long one address of several may take where the caller sets no limit. */
    private static final long FIRST_TRY_NANOS = 10_000_000_000L;

    /** How soon to knock again at a socket in the file system whose queue is full. */
    private static final long KNOCK_NANOS = 1_000_000L;

    private final EventLoop loop;
    private final Resolver resolver;
    private final Route route;
    private final BufferPool buffers;

    /** A user keeps its turn, and with it the address it comes from. */
    private final ThreadLocal<Integer> turns;

    Dialer(EventLoop loop, Resolver resolver, Route route, BufferPool buffers) {
        this.loop = loop;
        this.resolver = resolver;
        this.route = route;
        this.buffers = buffers;
        turns = ThreadLocal.withInitial(this::nextTurn);
    }

    private int nextTurn() {
        return route.sources().map(SourceAddresses::nextTurn).orElse(0);
    }

    /**
     * Where connections lead.
     *
     * @param destinations in the order in which they are to be tried
     * @param lookUpNanos how long the addresses of a name were waited for; 0 where they were known
     */
    record Found(List<Destination> destinations, long lookUpNanos) {}

    /** Where connections to a host lead. */
    Found find(String host, int port, long deadlineNanos) throws NetException {
        Optional<UnixSocket> socket = route.unixSocketTo(host);
        if (socket.isPresent()) {
            return new Found(List.of(Destination.of(socket.get().address())), 0);
        }
        return findByNetwork(host, port, deadlineNanos);
    }

    /** As {@link #find}, for what is no socket in the file system in any case. */
    Found findByNetwork(String host, int port, long deadlineNanos) throws NetException {
        Optional<Rule> rule = route.hosts().find(host, port);
        if (rule.isPresent()) {
            int newPort = rule.get().newPort() > 0 ? rule.get().newPort() : port;
            return new Found(destinations(List.of(rule.get().address()), newPort), 0);
        }
        loop.checkCaller();
        Lookup lookup = resolver.lookUp(host);
        long waitedNanos = lookup.hasEnded() ? 0 : await(lookup, host, deadlineNanos);
        if (lookup.addresses().isEmpty()) {
            throw new NetException(Kind.UNKNOWN_HOST, "unknown host: " + host);
        }
        return new Found(
                destinations(resolver.select(host, lookup.addresses()), port), waitedNanos);
    }

    private List<Destination> destinations(List<InetAddress> addresses, int port)
            throws NetException {
        List<Destination> all = addresses.stream().map(it -> Destination.of(it, port)).toList();
        return route.sources().isEmpty() ? all : fromSource(all, addresses, route.sources().get());
    }

    private List<Destination> fromSource(
            List<Destination> all, List<InetAddress> addresses, SourceAddresses sources)
            throws NetException {
        int turn = turns.get();
        List<Destination> reachable = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Destination to = all.get(i);
            sources.to(addresses.get(i), turn).ifPresent(it -> reachable.add(to.from(it)));
        }
        if (reachable.isEmpty()) {
            throw ConnectFailures.other(
                    all.getFirst(), "no source address is of its kind, IPv4 or IPv6");
        }
        return reachable;
    }

    private long await(Lookup lookup, String host, long deadlineNanos) throws NetException {
        long startNanos = System.nanoTime();
        Wait wait = new Wait();
        lookup.whenEnded(wait);
        boolean uninterrupted = loop.park(wait, deadlineNanos);
        if (lookup.hasEnded()) {
            return Math.max(1, System.nanoTime() - startNanos);
        }
        checkGoesOn(uninterrupted);
        throw new NetException(Kind.CONNECT_TIMEOUT, "looking up the host timed out: " + host);
    }

    private void checkGoesOn(boolean uninterrupted) throws NetException {
        if (!uninterrupted) {
            throw new NetException(Kind.INTERRUPTED, "interrupted");
        }
        if (loop.isClosing()) {
            throw EventLoop.closedLoop();
        }
    }

    /** Tries one after another; what is left of the time is shared among those left. */
    PlainConnection connect(List<Destination> destinations, long deadlineNanos)
            throws NetException {
        for (int i = 0; ; i++) {
            int left = destinations.size() - i;
            long giveUpNanos = left == 1 ? deadlineNanos : share(deadlineNanos, left);
            try {
                return connect(destinations.get(i), giveUpNanos);
            } catch (NetException e) {
                if (left == 1 || e.kind() == Kind.INTERRUPTED || loop.isClosing()) {
                    throw e;
                }
            }
        }
    }

    private PlainConnection connect(Destination to, long deadlineNanos) throws NetException {
        while (true) {
            PlainConnection connection = new PlainConnection(loop, to, buffers);
            try {
                connection.connect(deadlineNanos);
                return connection;
            } catch (NetException e) {
                if (!ConnectFailures.isQueueFull(e)) {
                    throw e;
                }
                knockLater(to, deadlineNanos);
            }
        }
    }

    private void knockLater(Destination to, long deadlineNanos) throws NetException {
        long nowNanos = System.nanoTime();
        if (nowNanos >= deadlineNanos) {
            throw ConnectFailures.timedOut(to);
        }
        checkGoesOn(loop.park(new Wait(), Math.min(deadlineNanos, nowNanos + KNOCK_NANOS)));
    }

    private static long share(long deadlineNanos, int parts) {
        long nowNanos = System.nanoTime();
        return deadlineNanos == Long.MAX_VALUE
                ? nowNanos + FIRST_TRY_NANOS
                : nowNanos + (deadlineNanos - nowNanos) / parts;
    }
}
