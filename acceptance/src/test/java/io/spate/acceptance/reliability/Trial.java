package io.spate.acceptance.reliability;

import static io.spate.acceptance.reliability.Cases.OK;

import io.spate.http.HttpClient;
import io.spate.http.HttpClients;
import io.spate.http.HttpOptions;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** One case being tried: users of one loop meet its server, while another user is served well. */
final class Trial {
    static final int USERS = 2;
    static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Case tried;
    private final Certificates certificates;
    private final Recorder recorder = new Recorder(new SeriesRegistry(1000));
    private final Recorder others = new Recorder(new SeriesRegistry(1000));
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final AtomicLong longestNanos = new AtomicLong();

    Trial(Case tried, Certificates certificates) {
        this.tried = tried;
        this.certificates = certificates;
    }

    /**
     * What a trial came to.
     *
     * @param observation what was recorded of the users' requests, and what they noted
     * @param requestsSeen how many of them the server saw
     * @param others what was recorded of the user of another server
     * @param longest the time a user's whole script took
     * @param thrown what went wrong in Spate
     * @param closed whether all connections were closed with their users
     */
    record Outcome(
            Observation observation,
            int requestsSeen,
            Observation others,
            Duration longest,
            List<Throwable> thrown,
            boolean closed) {}

    Outcome run() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> thrown.add(e));
        try (RawServer server = RawServer.start(tls(), tried.behaviour());
                RawServer good = RawServer.start(Optional.empty(), Trial::answerAll);
                EventLoop loop =
                        EventLoop.start(
                                "trial", NetOptions.DEFAULT.withTls(certificates.trusting()))) {
            return switch (tried.listening()) {
                case FULL -> {
                    try (var full = new FullQueue()) {
                        yield run(loop, server, good, full.port());
                    }
                }
                case NOBODY -> run(loop, server, good, freePort());
                case PLAIN, TLS, TLS_EXPIRED, TLS_OTHER_NAME, TLS_SELF_SIGNED, TLS_BY_HAND ->
                        run(loop, server, good, server.port());
            };
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private Outcome run(EventLoop loop, RawServer server, RawServer good, int port)
            throws InterruptedException {
        var done = new AtomicBoolean();
        Thread other = startOther(loop, good, done);
        String base = (tried.tls() ? "https://localhost:" : "http://127.0.0.1:") + port;
        var clients = new HttpClients(loop, recorder, Tags.NONE, options(base));
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            users.add(loop.startVirtualThread("user", () -> use(clients)));
        }
        for (Thread user : users) {
            user.join(PATIENCE);
            if (user.isAlive()) {
                thrown.add(new AssertionError("a user hangs"));
            }
        }
        done.set(true);
        other.join(PATIENCE);
        boolean closed = Sockets.comes(() -> server.connections() + good.connections() == 0);
        return new Outcome(
                noted(Observation.of(drain(recorder))),
                server.requests(),
                Observation.of(drain(others)),
                Duration.ofNanos(longestNanos.get()),
                thrown,
                closed);
    }

    private Observation noted(Observation observation) {
        String note = notes.isEmpty() || notes.getFirst().isEmpty() ? "" : ", " + notes.getFirst();
        return new Observation(
                observation.requests(), observation.repeated(), observation.outcome() + note);
    }

    private void use(HttpClients clients) {
        long startNanos = System.nanoTime();
        try (HttpClient client = clients.newClient()) {
            notes.add(tried.script().run(client));
        } catch (RuntimeException | Error e) {
            thrown.add(e);
        }
        longestNanos.accumulateAndGet(System.nanoTime() - startNanos, Math::max);
    }

    /** A user of the same loop whose server answers well. */
    private Thread startOther(EventLoop loop, RawServer good, AtomicBoolean done) {
        var clients =
                new HttpClients(
                        loop, others, Tags.NONE, options("http://127.0.0.1:" + good.port()));
        return loop.startVirtualThread(
                "other",
                () -> {
                    try (HttpClient client = clients.newClient()) {
                        boolean last;
                        do {
                            last = done.get();
                            client.request("GET", "/").send();
                            Cases.pause(5);
                        } while (!last);
                    } catch (RuntimeException | Error e) {
                        thrown.add(e);
                    }
                });
    }

    private static void answerAll(Wire wire) throws IOException {
        while (true) {
            wire.request().send(OK);
        }
    }

    private HttpOptions options(String base) {
        Duration timeout =
                switch (tried.when()) {
                    case AT_ONCE -> PATIENCE;
                    case AT_TIMEOUT -> TIMEOUT;
                };
        boolean discards = tried.settings() == Case.Settings.DISCARD_BODIES;
        return new HttpOptions(base, Map.of(), timeout, true, discards);
    }

    private Optional<SSLContext> tls() {
        return switch (tried.listening()) {
            case PLAIN, FULL, NOBODY, TLS_BY_HAND -> Optional.empty();
            case TLS -> Optional.of(certificates.server("authority", "good"));
            case TLS_EXPIRED -> Optional.of(certificates.server("authority", "expired"));
            case TLS_OTHER_NAME -> Optional.of(certificates.server("authority", "other"));
            case TLS_SELF_SIGNED -> Optional.of(certificates.server("self", "self"));
        };
    }

    private static Snapshot drain(Recorder recorder) {
        return recorder.handOver().drain(0, 1);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A port whose queue of connections is full. */
    private static final class FullQueue implements AutoCloseable {
        private final ServerSocket listener;
        private final List<Socket> waiting = new ArrayList<>();

        FullQueue() throws IOException {
            listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            for (boolean taken = true; taken; ) {
                var socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(listener.getLocalSocketAddress(), 200);
                } catch (IOException _) {
                    taken = false;
                }
            }
        }

        int port() {
            return ((InetSocketAddress) listener.getLocalSocketAddress()).getPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : waiting) {
                socket.close();
            }
            listener.close();
        }
    }
}
