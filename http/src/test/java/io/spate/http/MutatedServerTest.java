package io.spate.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.wire.Mutations;
import io.spate.http.wire.Reading;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Ten thousand broken responses over real sockets. */
@Timeout(180)
@ParameterizedClass
@EnumSource(value = NetOptions.Transport.class, mode = Mode.EXCLUDE, names = "AUTO")
class MutatedServerTest {
    private final NetOptions.Transport transport;
    private static final int MUTANTS = 10_000;
    private static final int USERS = 8;

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    MutatedServerTest(NetOptions.Transport transport) {
        this.transport = transport;
    }

    @Test
    void eachIsJudgedAsTheReaderJudgesItAndCountedOnce() throws Exception {
        var recorder = new Recorder(new SeriesRegistry(1000));
        var next = new AtomicInteger();
        try (var listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                EventLoop loop = Loops.start(transport)) {
            Thread.ofPlatform().daemon().start(() -> accept(listener));
            String base = "http://127.0.0.1:" + listener.getLocalPort();
            var clients = new HttpClients(loop, recorder, Tags.NONE, Bench.options(base));
            List<Thread> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                users.add(loop.startVirtualThread("user", () -> use(clients, next)));
            }
            for (Thread user : users) {
                assertThat(user.join(Duration.ofMinutes(2))).as("ended").isTrue();
            }
            assertThat(wrong).isEmpty();
            assertThat(requests).hasValue(MUTANTS);
            assertThat(Bench.only(recorder.handOver().drain(0, 1), BuiltinMetrics.HTTP_REQS))
                    .isEqualTo(new Aggregate.Count(MUTANTS));
            for (int i = 0; open.get() > 0 && i < 1000; i++) {
                Thread.sleep(10);
            }
            assertThat(open).as("connections still open").hasValue(0);
        }
    }

    private void use(HttpClients clients, AtomicInteger next) {
        for (int seed = next.getAndIncrement(); seed < MUTANTS; seed = next.getAndIncrement()) {
            try (HttpClient client = clients.newClient()) {
                HttpResponse response = client.request("GET", "/{seed}").path("seed", seed).send();
                Reading expected = Reading.whole(Mutations.mutant(seed));
                String body = new String(response.bytes(), ISO_8859_1);
                var actual = new Reading(response.status(), body, response.error());
                if (!actual.equals(expected)) {
                    wrong.add("seed " + seed + ": " + actual + " in place of " + expected);
                }
            } catch (RuntimeException | Error e) {
                wrong.add("seed " + seed + ": " + e);
            }
        }
    }

    private void accept(ServerSocket listener) {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.incrementAndGet();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException _) {
            // The test has ended.
        }
    }

    /** Sends the mutant that the path names, and closes. */
    private void answer(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            requests.incrementAndGet();
            long seed = Long.parseLong(head.substring("GET /".length(), head.indexOf(" HTTP")));
            socket.getOutputStream().write(Mutations.mutant(seed));
        } catch (IOException e) {
            wrong.add(e.toString());
        } finally {
            open.decrementAndGet();
        }
    }
}
