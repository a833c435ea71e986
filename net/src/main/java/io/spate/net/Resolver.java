package io.spate.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Names to addresses, for one loop and on its thread. The JDK's look-up blocks, so it runs on
 * daemon threads that exist while they are needed; users who ask for the same name share one. What
 * was found is kept for the run, so that a name costs one look-up and not one per connection.
 */
final class Resolver {
    private static final int NAMES_MAX = 1024;
    private static final int THREADS_MAX = 4;

    private final Executor loop;
    private final ThreadPoolExecutor threads;
    private final Map<String, Lookup> running = new HashMap<>();
    private final Map<String, Lookup> found = new LinkedHashMap<>();

    /** Answers on the given loop. */
    Resolver(String name, Executor loop) {
        this.loop = loop;
        // The queue needs no bound: there is one entry per name that somebody waits for.
        threads =
                new ThreadPoolExecutor(
                        THREADS_MAX,
                        THREADS_MAX,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name(name + "-resolver-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Starts a look-up, or joins one, or finds one that has ended. */
    Lookup lookUp(String host) {
        Lookup known = found.get(host);
        if (known != null) {
            return known;
        }
        Lookup lookup = withoutNetwork(host);
        if (lookup.ended) {
            keep(host, lookup);
            return lookup;
        }
        return running.computeIfAbsent(host, this::start);
    }

    /** Literal addresses, and this machine, which some images do not know by name. */
    private static Lookup withoutNetwork(String host) {
        Lookup lookup = new Lookup();
        if (host.equalsIgnoreCase("localhost")) {
            lookup.end(List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")));
        } else if (looksLiteral(host)) {
            try {
                lookup.end(List.of(InetAddress.ofLiteral(host)));
            } catch (IllegalArgumentException _) {
                // A name after all.
            }
        }
        return lookup;
    }

    /** Whether a host is an address, or may be one: no name ends with a digit or has a colon. */
    static boolean looksLiteral(String host) {
        return host.indexOf(':') >= 0
                || (!host.isEmpty() && Character.digit(host.charAt(host.length() - 1), 10) >= 0);
    }

    private Lookup start(String host) {
        Lookup lookup = new Lookup();
        threads.execute(
                () -> {
                    List<InetAddress> addresses = ask(host);
                    loop.execute(() -> end(host, lookup, addresses));
                });
        return lookup;
    }

    private static List<InetAddress> ask(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            return List.of();
        }
    }

    private void end(String host, Lookup lookup, List<InetAddress> addresses) {
        running.remove(host);
        if (!addresses.isEmpty()) {
            keep(host, lookup);
        }
        lookup.end(addresses);
    }

    private void keep(String host, Lookup lookup) {
        if (found.size() == NAMES_MAX) {
            found.remove(found.keySet().iterator().next());
        }
        found.put(host, lookup);
    }

    /** Ends the threads. */
    void close() {
        threads.shutdownNow();
    }

    /** One name's way to its addresses. */
    static final class Lookup {
        private final List<Runnable> listeners = new ArrayList<>();
        private volatile boolean ended;
        private volatile List<InetAddress> addresses = List.of();

        private void end(List<InetAddress> result) {
            addresses = result;
            ended = true;
            listeners.forEach(Runnable::run);
            listeners.clear();
        }

        /** Whether the answer is there. */
        boolean hasEnded() {
            return ended;
        }

        /** The answer; empty where the name is unknown. */
        List<InetAddress> addresses() {
            return addresses;
        }

        /** Runs a task once, when the answer is there: at once where it is. */
        void whenEnded(Runnable listener) {
            if (ended) {
                listener.run();
            } else {
                listeners.add(listener);
            }
        }
    }
}
