package io.spate.net;

import static io.spate.net.Exchanges.assertKind;
import static io.spate.net.Exchanges.exchange;
import static io.spate.net.Exchanges.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What opening connections promises, alone and in numbers, on each transport and each scheduler.
 */
@ParameterizedClass
@MethodSource("io.spate.net.Mode#all")
class ConnectingContractTest {
    private final Mode mode;
    private EventLoop loop;

    ConnectingContractTest(Mode mode) {
        this.mode = mode;
    }

    @BeforeEach
    void start() {
        loop = mode.start();
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private String readOne(Endpoint endpoint) throws Exception {
        return Mode.on(
                loop,
                () -> {
                    try (Connection connection = loop.connect(endpoint, Mode.soon())) {
                        return read(connection, 1);
                    }
                });
    }

    @Test
    void connectsByIpv6() throws Exception {
        try (TestServer server = TestServer.start("::1", s -> s.getOutputStream().write('6'))) {
            String text = readOne(server.endpoint());
            assertThat(text).isEqualTo("6");
        }
    }

    @Test
    void findsLocalhostOnTheAddressThatAnswers() throws Exception {
        try (TestServer server = TestServer.start("::1", s -> s.getOutputStream().write('6'))) {
            Endpoint endpoint = new Endpoint("localhost", server.port(), Optional.empty());
            String text = readOne(endpoint);
            assertThat(text).isEqualTo("6");
        }
    }

    @Test
    void serves1000VirtualThreadsAtOnce() throws Exception {
        try (TestServer server = TestServer.echo()) {
            List<CompletableFuture<Boolean>> users = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                String text = "user " + i;
                users.add(Mode.startOn(loop, () -> echoTwenty(server, text)));
            }
            for (CompletableFuture<Boolean> user : users) {
                assertThat(user.get(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private boolean echoTwenty(TestServer server, String text) throws NetException {
        try (Connection connection = loop.connect(server.endpoint(), Mode.soon())) {
            for (int i = 0; i < 20; i++) {
                assertThat(exchange(connection, text + i)).isEqualTo(text + i);
            }
        }
        return true;
    }

    @Test
    void takesNothingForAnotherConnectionsWhileTheyChurn() throws Exception {
        try (TestServer server = TestServer.echo()) {
            List<CompletableFuture<Boolean>> users = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String text = "churn " + i + " ";
                users.add(
                        Mode.startOn(
                                loop,
                                () -> {
                                    for (int turn = 0; turn < 40; turn++) {
                                        reopen(server, text + turn);
                                    }
                                    return true;
                                }));
            }
            for (CompletableFuture<Boolean> user : users) {
                assertThat(user.get(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private void reopen(TestServer server, String text) throws NetException {
        try (Connection connection = loop.connect(server.endpoint(), Mode.soon())) {
            assertThat(exchange(connection, text)).isEqualTo(text);
            // Leaves an answer on its way to a connection that is gone by then.
            byte[] late = "late".getBytes(UTF_8);
            connection.write(late, 0, late.length);
        }
    }

    @Test
    void namesARefusedPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
            Endpoint endpoint = new Endpoint(host, port, Optional.empty());
            Mode.on(
                    loop,
                    () -> {
                        assertKind(Kind.CONNECT_REFUSED, () -> loop.connect(endpoint, Mode.soon()));
                        return true;
                    });
        }
    }

    @Test
    void namesAnUnknownHost() throws Exception {
        Endpoint endpoint = new Endpoint("no-such-host.invalid", 80, Optional.empty());
        Mode.on(
                loop,
                () -> {
                    assertThatThrownBy(() -> loop.connect(endpoint, Mode.soon()))
                            .hasMessage("unknown host: no-such-host.invalid");
                    assertKind(Kind.UNKNOWN_HOST, () -> loop.connect(endpoint, Mode.soon()));
                    return true;
                });
    }

    @Test
    void aFullBacklogEndsConnectingByDeadlineOrInterrupt() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Endpoint endpoint = new Endpoint("127.0.0.1", full.getLocalPort(), Optional.empty());
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            CompletableFuture<Boolean> user =
                    Mode.startOn(
                            loop,
                            () -> {
                                assertKind(Kind.CONNECT_TIMEOUT, () -> fillBacklog(endpoint));
                                thread.complete(Thread.currentThread());
                                assertKind(
                                        Kind.INTERRUPTED,
                                        () -> loop.connect(endpoint, Mode.soon()));
                                return true;
                            });
            thread.get(10, TimeUnit.SECONDS).interrupt();
            assertThat(user.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void fillBacklog(Endpoint endpoint) throws NetException {
        for (int i = 0; i < 10; i++) {
            Connection _ = loop.connect(endpoint, Mode.inMillis(100));
        }
    }

    @Test
    void closingTheLoopWakesWhoWaits() throws Exception {
        try (TestServer server = TestServer.start(s -> s.getInputStream().read())) {
            CountDownLatch connected = new CountDownLatch(1);
            CompletableFuture<Boolean> reader =
                    Mode.startOn(
                            loop,
                            () -> {
                                Connection connection =
                                        loop.connect(server.endpoint(), Mode.soon());
                                connected.countDown();
                                assertKind(Kind.CLOSED, () -> connection.fill(Mode.soon()));
                                assertKind(
                                        Kind.CLOSED,
                                        () -> loop.connect(server.endpoint(), Mode.soon()));
                                return true;
                            });
            assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
            loop.close();
            assertThat(reader.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void asksTheGateBeforeItLooksUpAName() throws Exception {
        assertThat(gatesView("shop.invalid")).containsExactly("shop.invalid");
    }

    @Test
    void showsTheGateAnAddressWithoutBrackets() throws Exception {
        assertThat(gatesView("[::1]")).containsExactly("::1");
    }

    /** What a gate that admits nobody is asked when a host is to be connected to. */
    private List<String> gatesView(String host) throws Exception {
        List<String> asked = new ArrayList<>();
        NetOptions options =
                NetOptions.DEFAULT
                        .withTransport(mode.transport())
                        .withGate(
                                it -> {
                                    asked.add(it);
                                    return false;
                                });
        Endpoint endpoint = new Endpoint(host, 80, Optional.empty());
        try (EventLoop gated = EventLoop.start("gated", options)) {
            Mode.on(
                    gated,
                    () -> {
                        assertKind(Kind.NOT_ALLOWED, () -> gated.connect(endpoint, Mode.soon()));
                        return asked;
                    });
        }
        return asked;
    }
}
