package io.spate.net.dial;

import io.spate.net.route.Dns;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Names to addresses, for one loop and on its thread. The machine's look-up blocks, so it has a
 * daemon thread of its own, of which there are few; users who ask for the same name share one.
 * Answers are kept as long as the settings say, for the whole run unless told otherwise, so that a
 * name costs one look-up and not one per connection.
 */
public final class Resolver {
    private static final int NAMES_MAX = 1024;
    private static final int THREADS_MAX = 4;

    private final String threadName;
    private final Executor loop;
    private final Dns dns;
    private final Names names;
    private final LongSupplier clock;
    private final long ttlNanos;
    private final SplittableRandom random = new SplittableRandom();
    private final Map<String, Lookup> running = new HashMap<>();
    private final Map<String, Lookup> found = bounded();

    /** By name: how many connections have taken an address in turn. */
    private final Map<String, Integer> turns = bounded();

    /** Look-ups that wait for a thread; each is one that somebody waits for. */
    private final ArrayDeque<Lookup> waiting = new ArrayDeque<>();

    private int threads;

    /** What knows the addresses of names. */
    @FunctionalInterface
    public interface Names {
        /** All addresses of a name that count. Blocks. */
        List<InetAddress> lookUp(String host) throws UnknownHostException;
    }

    /** Answers on the given loop. */
    public Resolver(String name, Executor loop, Dns dns) {
        this(name, loop, dns, dns::lookUp, System::nanoTime);
    }

    Resolver(String name, Executor loop, Dns dns, Names names, LongSupplier clock) {
        this.threadName = name + "-resolver";
        this.loop = loop;
        this.dns = dns;
        this.names = names;
        this.clock = clock;
        ttlNanos = dns.ttl().orElse(Dns.FOREVER).toNanos();
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > NAMES_MAX;
            }
        };
    }

    /** Starts a look-up, or joins one, or finds one that has ended. */
    public Lookup lookUp(String host) {
        Lookup known = found.get(host);
        if (known != null && holds(known)) {
            return known;
        }
        Lookup here = new Lookup(host);
        if (dns.withoutNetwork(host).map(here::ended).orElse(false)) {
            return here;
        }
        if (ttlNanos == 0) {
            return start(here);
        }
        return running.computeIfAbsent(host, _ -> start(here));
    }

    private boolean holds(Lookup lookup) {
        return ttlNanos == Dns.FOREVER.toNanos()
                || clock.getAsLong() - lookup.endedNanos < ttlNanos;
    }

    /**
     * Those of a name's addresses that a connection is to try, in their order.
     *
     * @param addresses at least one
     */
    public List<InetAddress> select(String host, List<InetAddress> addresses) {
        int count = addresses.size();
        return switch (dns.select().orElse(Dns.Select.FIRST)) {
            case FIRST -> addresses;
            case RANDOM -> List.of(addresses.get(random.nextInt(count)));
            case ROUND_ROBIN -> List.of(addresses.get(turn(host) % count));
        };
    }

    /** Loops start at different addresses: the hashes of their names are neighbours. */
    private int turn(String host) {
        int turn = turns.getOrDefault(host, threadName.hashCode()) & Integer.MAX_VALUE;
        turns.put(host, turn + 1);
        return turn;
    }

    private Lookup start(Lookup lookup) {
        if (threads < THREADS_MAX) {
            threads++;
            startThread(lookup);
        } else {
            waiting.add(lookup);
        }
        return lookup;
    }

    private void startThread(Lookup lookup) {
        Thread.ofPlatform()
                .daemon()
                .name(threadName)
                .start(
                        () -> {
                            List<InetAddress> addresses = ask(lookup.host);
                            answer(() -> end(lookup, addresses));
                        });
    }

    private void answer(Runnable end) {
        try {
            loop.execute(end);
        } catch (RejectedExecutionException _) {
            // The loop has ended, and nobody waits.
        }
    }

    private List<InetAddress> ask(String host) {
        try {
            return names.lookUp(host);
        } catch (UnknownHostException _) {
            return List.of();
        }
    }

    private void end(Lookup lookup, List<InetAddress> addresses) {
        threads--;
        Lookup next = waiting.poll();
        if (next != null) {
            threads++;
            startThread(next);
        }
        if (ttlNanos > 0) {
            running.remove(lookup.host);
            if (!addresses.isEmpty()) {
                lookup.endedNanos = clock.getAsLong();
                found.put(lookup.host, lookup);
            }
        }
        lookup.ended(addresses);
    }

    /** One name's way to its addresses. */
    public static final class Lookup {
        private final String host;
        private final List<Runnable> listeners = new ArrayList<>();
        private long endedNanos;
        private volatile boolean ended;
        private volatile List<InetAddress> addresses = List.of();

        private Lookup(String host) {
            this.host = host;
        }

        private boolean ended(List<InetAddress> result) {
            addresses = result;
            ended = true;
            listeners.forEach(Runnable::run);
            listeners.clear();
            return true;
        }

        /** Whether the answer is there. */
        public boolean hasEnded() {
            return ended;
        }

        /** The answer; empty where the name is unknown. */
        public List<InetAddress> addresses() {
            return addresses;
        }

        /** Runs a task once, when the answer is there: at once where it is. */
        public void whenEnded(Runnable listener) {
            if (ended) {
                listener.run();
            } else {
                listeners.add(listener);
            }
        }
    }
}
