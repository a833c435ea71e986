package io.spate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The client against servers that misbehave, over the loopback interface. */
@Timeout(30)
@ParameterizedClass
@EnumSource(value = NetOptions.Transport.class, mode = Mode.EXCLUDE, names = "AUTO")
class SocketTest {
    private final NetOptions.Transport transport;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final Recorder recorder = new Recorder(new SeriesRegistry(1000));
    private EventLoop loop;

    SocketTest(NetOptions.Transport transport) {
        this.transport = transport;
    }

    @BeforeEach
    void start() {
        loop = Loops.start(transport);
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }

    private <T> T onLoop(ServerSocket server, Duration timeout, Function<HttpClient, T> script)
            throws InterruptedException {
        String base = "http://127.0.0.1:" + server.getLocalPort();
        var options = new HttpOptions(base, Map.of(), timeout, true, false);
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread user =
                loop.startVirtualThread(
                        "user",
                        () -> {
                            try (var client = new HttpClient(loop, recorder, Tags.NONE, options)) {
                                result.set(script.apply(client));
                            } catch (RuntimeException | Error e) {
                                thrown.set(e);
                            }
                        });
        user.join();
        Throwable failure = thrown.get();
        if (failure != null) {
            throw new AssertionError(failure);
        }
        T value = result.get();
        if (value == null) {
            throw new AssertionError("no result");
        }
        return value;
    }

    private HttpResponse get(RawServer.Behaviour... behaviours) throws Exception {
        try (ServerSocket server = RawServer.start(behaviours)) {
            return onLoop(
                    server, Duration.ofSeconds(10), client -> client.request("GET", "/").send());
        }
    }

    @Test
    void requestsFollowEachOtherOverOneConnection() throws Exception {
        RawServer.Behaviour echo =
                socket -> {
                    while (true) {
                        String line = RawServer.request(socket).lines().findFirst().orElseThrow();
                        RawServer.send(socket, Bench.answer("200 OK", line));
                    }
                };
        try (ServerSocket server = RawServer.start(echo)) {
            String bodies =
                    onLoop(
                            server,
                            Duration.ofSeconds(10),
                            client -> {
                                var all = new StringBuilder();
                                for (int i = 0; i < 100; i++) {
                                    all.append(
                                            client.request("GET", "/{i}")
                                                    .path("i", i)
                                                    .send()
                                                    .body());
                                }
                                return all.toString();
                            });
            assertThat(bodies).startsWith("GET /0 HTTP/1.1GET /1 ").endsWith("GET /99 HTTP/1.1");
        }
        Snapshot snapshot = recorder.handOver().drain(0, 1);
        assertThat(snapshot.find(BuiltinMetrics.HTTP_REQS))
                .hasToString("Optional[Count[total=100]]");
    }

    @Test
    void aResponseThatComesByteForByte() throws Exception {
        HttpResponse response =
                get(
                        socket -> {
                            socket.setTcpNoDelay(true);
                            RawServer.request(socket);
                            for (int i = 0; i < OK.length(); i++) {
                                RawServer.send(socket, OK.substring(i, i + 1));
                            }
                            RawServer.request(socket);
                        });
        assertThat(response.body()).isEqualTo("ok");
        var timings = response.timings();
        assertThat(timings.durationNanos()).isPositive();
        assertThat(timings.responseTimeNanos())
                .isEqualTo(timings.blockedNanos() + timings.durationNanos());
        assertThat(timings.connectingNanos()).isBetween(1L, timings.blockedNanos());
    }

    @Test
    void anInterimResponseBeforeTheRealOne() throws Exception {
        HttpResponse response =
                get(
                        socket -> {
                            RawServer.request(socket);
                            RawServer.send(socket, "HTTP/1.1 100 Continue\r\n\r\n");
                            RawServer.send(socket, OK);
                            RawServer.request(socket);
                        });
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void aServerThatNeverAnswers() throws Exception {
        var stop = new CountDownLatch(1);
        try (ServerSocket server = RawServer.start(socket -> stop.await())) {
            HttpResponse response =
                    onLoop(
                            server,
                            Duration.ofMillis(50),
                            client -> client.request("GET", "/").send());
            assertThat(response.status()).isZero();
            assertThat(response.error()).contains("timed out");
            assertThat(response.timings().waitingNanos()).isGreaterThan(40_000_000);
        } finally {
            stop.countDown();
        }
        assertErrorCode("1050");
    }

    private void assertErrorCode(String code) {
        Snapshot snapshot = recorder.handOver().drain(0, 1);
        assertThat(Bench.tags(snapshot, BuiltinMetrics.HTTP_REQS))
                .extracting(tags -> tags.get("error_code"))
                .containsExactly(code);
    }

    /** Ways to end a connection before the response is whole. */
    enum Cut {
        BEFORE(""),
        IN_STATUS_LINE("HTTP/1.1 20"),
        IN_HEADERS("HTTP/1.1 200 OK\r\nContent-Le"),
        IN_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"),
        IN_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\nhalf");

        private final String sent;

        Cut(String sent) {
            this.sent = sent;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatClosesTooEarly(Cut cut) throws Exception {
        HttpResponse response =
                get(
                        socket -> {
                            RawServer.request(socket);
                            RawServer.send(socket, cut.sent);
                        });
        assertThat(response.error()).isEqualTo("connection closed before the whole response");
        assertErrorCode("1000");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatResets(Cut cut) throws Exception {
        HttpResponse response =
                get(
                        socket -> {
                            RawServer.request(socket);
                            RawServer.send(socket, cut.sent);
                            RawServer.reset(socket);
                        });
        assertThat(response.status()).isZero();
        assertThat(response.error()).contains("reset");
        assertErrorCode("1220");
    }

    @Test
    void aBodyThatEndsWithTheConnection() throws Exception {
        HttpResponse response =
                get(
                        socket -> {
                            RawServer.request(socket);
                            RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\nuntil the end");
                        });
        assertThat(response.body()).isEqualTo("until the end");
    }

    @Test
    void aResponseLongerThanItsLengthEndsTheConnection() throws Exception {
        RawServer.Behaviour garbage =
                socket -> {
                    RawServer.request(socket);
                    RawServer.send(socket, OK + "garbage");
                    RawServer.request(socket);
                };
        RawServer.Behaviour sound =
                socket -> {
                    RawServer.request(socket);
                    RawServer.send(socket, OK);
                };
        try (ServerSocket server = RawServer.start(garbage, sound)) {
            String statuses =
                    onLoop(
                            server,
                            Duration.ofSeconds(10),
                            client ->
                                    client.request("GET", "/").send().status()
                                            + " "
                                            + client.request("GET", "/").send().status());
            assertThat(statuses).isEqualTo("200 200");
        }
    }

    @Test
    void aServerThatClosesIdleConnections() throws Exception {
        RawServer.Behaviour once =
                socket -> {
                    RawServer.request(socket);
                    RawServer.send(socket, OK);
                };
        try (ServerSocket server = RawServer.start(once)) {
            int succeeded =
                    onLoop(
                            server,
                            Duration.ofSeconds(10),
                            client -> {
                                int count = 0;
                                for (int i = 0; i < 50; i++) {
                                    count += client.request("GET", "/").send().ok() ? 1 : 0;
                                }
                                return count;
                            });
            assertThat(succeeded).isEqualTo(50);
        }
    }

    @Test
    void aPortWhereNobodyListens() throws Exception {
        // One that nobody waits on, as else its port stays open until that thread has noticed.
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.close();
        HttpResponse response =
                onLoop(server, Duration.ofSeconds(10), client -> client.request("GET", "/").send());
        assertThat(response.status()).isZero();
        assertErrorCode("1212");
    }

    @Test
    void largeBodiesGoBothWays() throws Exception {
        int length = 3_000_000;
        RawServer.Behaviour counting =
                socket -> {
                    RawServer.request(socket);
                    int read = socket.getInputStream().readNBytes(length).length;
                    RawServer.send(socket, Bench.answer("200 OK", "x".repeat(read)));
                };
        try (ServerSocket server = RawServer.start(counting)) {
            int received =
                    onLoop(
                            server,
                            Duration.ofSeconds(20),
                            client ->
                                    client.request("POST", "/")
                                            .body("y".repeat(length), "text/plain")
                                            .send()
                                            .body()
                                            .length());
            assertThat(received).isEqualTo(length);
        }
    }

    @Test
    void anInterruptEndsARequest() throws Exception {
        var stop = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        RawServer.Behaviour silent =
                socket -> {
                    RawServer.request(socket);
                    asked.countDown();
                    stop.await();
                };
        try (ServerSocket server = RawServer.start(silent)) {
            var options =
                    new HttpOptions(
                            "http://127.0.0.1:" + server.getLocalPort(),
                            Map.of(),
                            Duration.ofSeconds(20),
                            true,
                            false);
            AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
            Thread user =
                    loop.startVirtualThread(
                            "user",
                            () -> {
                                var client = new HttpClient(loop, recorder, Tags.NONE, options);
                                try {
                                    client.request("GET", "/").send();
                                } catch (InterruptedRequestException e) {
                                    thrown.set(e);
                                }
                            });
            asked.await();
            user.interrupt();
            user.join();
            assertThat(thrown.get()).isInstanceOf(InterruptedRequestException.class);
        } finally {
            stop.countDown();
        }
        Snapshot snapshot = recorder.handOver().drain(0, 1);
        assertThat(snapshot.find(BuiltinMetrics.HTTP_REQS)).isEmpty();
    }
}
