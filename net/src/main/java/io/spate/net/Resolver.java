package io.spate.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Names to addresses, for one loop and on its thread. The JDK's look-up blocks, so it has a daemon
 * thread of its own, of which there are few; users who ask for the same name share one. What was
 * found is kept for the run, so that a name costs one look-up and not one per connection.
 */
final class Resolver {
    private static final int NAMES_MAX = 1024;
    private static final int THREADS_MAX = 4;

    private final String threadName;
    private final Executor loop;
    private final Map<String, Lookup> running = new HashMap<>();
    private final Map<String, Lookup> found = new LinkedHashMap<>();

    /** Names whose look-up waits for a thread; each is one that somebody waits for. */
    private final ArrayDeque<String> waiting = new ArrayDeque<>();

    private int threads;

    /** Answers on the given loop. */
    Resolver(String name, Executor loop) {
        this.threadName = name + "-resolver";
        this.loop = loop;
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
        if (threads < THREADS_MAX) {
            threads++;
            startThread(host);
        } else {
            waiting.add(host);
        }
        return new Lookup();
    }

    private void startThread(String host) {
        Thread.ofPlatform()
                .daemon()
                .name(threadName)
                .start(
                        () -> {
                            List<InetAddress> addresses = ask(host);
                            answer(() -> end(host, addresses));
                        });
    }

    private void answer(Runnable end) {
        try {
            loop.execute(end);
        } catch (RejectedExecutionException _) {
            // The loop has ended, and nobody waits.
        }
    }

    private static List<InetAddress> ask(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            return List.of();
        }
    }

    private void end(String host, List<InetAddress> addresses) {
        threads--;
        String next = waiting.poll();
        if (next != null) {
            threads++;
            startThread(next);
        }
        Lookup lookup = Objects.requireNonNull(running.remove(host));
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
