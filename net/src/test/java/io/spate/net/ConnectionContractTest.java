package io.spate.net;

import static io.spate.net.Exchanges.assertKind;
import static io.spate.net.Exchanges.exchange;
import static io.spate.net.Exchanges.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.net.failure.NetException.Kind;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connection promises, on each transport and each scheduler. */
@ParameterizedClass
@MethodSource("io.spate.net.Mode#all")
class ConnectionContractTest {
    private final Mode mode;
    private EventLoop loop;

    ConnectionContractTest(Mode mode) {
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

    /** Runs a body with a connection to a server. */
    private <T> T with(TestServer server, ConnectionBody<T> body) throws Exception {
        return Mode.on(
                loop,
                () -> {
                    try (Connection connection = loop.connect(server.endpoint(), Mode.soon())) {
                        return body.run(connection);
                    }
                });
    }

    @FunctionalInterface
    interface ConnectionBody<T> {
        T run(Connection connection) throws Exception;
    }

    @Test
    void echoesAndMeasures() throws Exception {
        try (TestServer server = TestServer.echo()) {
            with(
                    server,
                    connection -> {
                        long startNanos = System.nanoTime();
                        assertThat(exchange(connection, "one")).isEqualTo("one");
                        assertThat(exchange(connection, "second")).isEqualTo("second");
                        assertThat(connection.sentNanos()).isGreaterThan(startNanos);
                        assertThat(connection.receivedNanos())
                                .isGreaterThan(connection.sentNanos())
                                .isLessThanOrEqualTo(System.nanoTime());
                        assertThat(connection.bytesIn()).isEqualTo(9);
                        assertThat(connection.bytesOut()).isEqualTo(9);
                        assertThat(connection.isOpen()).isTrue();
                        assertThat(connection.opening().connectNanos()).isPositive();
                        assertThat(connection.opening().tlsNanos()).isZero();
                        assertThat(connection.opening().remoteAddress()).isEqualTo("127.0.0.1");
                        return true;
                    });
        }
    }

    @Test
    void showsWhatCameWhileNobodyWaited() throws Exception {
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            int first = socket.getInputStream().read();
                            socket.getOutputStream().write(first);
                            Thread.sleep(20);
                            socket.getOutputStream().write("unasked".getBytes(UTF_8));
                            socket.getInputStream().transferTo(socket.getOutputStream());
                        })) {
            with(
                    server,
                    connection -> {
                        assertThat(exchange(connection, "1")).isEqualTo("1");
                        long limitNanos = Mode.soon();
                        while (connection.isOpen()
                                && connection.position() == connection.limit()
                                && System.nanoTime() < limitNanos) {
                            loop.sleepUntil(Mode.inMillis(5));
                        }
                        assertThat(connection.isOpen()).isTrue();
                        assertThat(connection.limit() - connection.position()).isEqualTo(7);
                        return true;
                    });
        }
    }

    @Test
    void moves20MegabytesBothWaysInParts() throws Exception {
        byte[] sent = new byte[20_000_000];
        new Random(1).nextBytes(sent);
        byte[] received = new byte[sent.length];
        CompletableFuture<byte[]> uploaded = new CompletableFuture<>();
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            byte[] body = socket.getInputStream().readNBytes(sent.length);
                            uploaded.complete(body);
                            socket.getOutputStream().write(body);
                        })) {
            with(
                    server,
                    connection -> {
                        connection.write(sent, 0, sent.length);
                        int at = 0;
                        while (at < received.length) {
                            int count = connection.fill(Mode.soon());
                            assertThat(count).isPositive();
                            System.arraycopy(
                                    connection.buffer(),
                                    connection.position(),
                                    received,
                                    at,
                                    count);
                            connection.consume(count);
                            at += count;
                        }
                        assertThat(connection.buffer().length).isLessThanOrEqualTo(64 * 1024);
                        return true;
                    });
        }
        assertThat(Arrays.equals(uploaded.get(), sent)).isTrue();
        assertThat(Arrays.equals(received, sent)).isTrue();
    }

    @Test
    void keepsWhatIsNotConsumedAndGivesTheMemoryBack() throws Exception {
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            socket.getOutputStream().write(new byte[1_000_000]);
                            socket.getOutputStream().write("end".getBytes(UTF_8));
                            socket.getInputStream().read();
                            socket.getOutputStream().write("next".getBytes(UTF_8));
                        })) {
            with(
                    server,
                    connection -> {
                        String all = read(connection, 1_000_003);
                        assertThat(all).endsWith("\0\0end");
                        connection.write(new byte[1], 0, 1);
                        assertThat(read(connection, 4)).isEqualTo("next");
                        assertThat(connection.buffer().length).isLessThanOrEqualTo(64 * 1024);
                        return true;
                    });
        }
    }

    @Test
    void givesUpFillingAtTheDeadlineAndGoesOnAfterwards() throws Exception {
        CountDownLatch speak = new CountDownLatch(1);
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            speak.await();
                            socket.getOutputStream().write("late".getBytes(UTF_8));
                        })) {
            with(
                    server,
                    connection -> {
                        long deadlineNanos = Mode.inMillis(30);
                        assertKind(Kind.TIMEOUT, () -> connection.fill(deadlineNanos));
                        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(deadlineNanos);
                        speak.countDown();
                        assertThat(read(connection, 4)).isEqualTo("late");
                        return true;
                    });
        }
    }

    @Test
    void looksAtAnEarlierDeadlineAfterALaterOne() throws Exception {
        try (TestServer server = TestServer.echo()) {
            with(
                    server,
                    connection -> {
                        assertThat(exchange(connection, "x")).isEqualTo("x"); // 20 s
                        assertKind(Kind.TIMEOUT, () -> connection.fill(Mode.inMillis(10)));
                        assertKind(Kind.TIMEOUT, () -> connection.fill(Mode.inMillis(20)));
                        return true;
                    });
        }
    }

    @Test
    void givesUpWritingToAPeerThatDoesNotRead() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (TestServer server = TestServer.start(_ -> done.await())) {
            with(
                    server,
                    connection -> {
                        byte[] much = new byte[64 * 1024 * 1024];
                        assertKind(
                                Kind.TIMEOUT,
                                () -> connection.write(much, 0, much.length, Mode.inMillis(50)));
                        return true;
                    });
            done.countDown();
        }
    }

    @Test
    void tellsTheEndOfThePeerAfterItsLastBytes() throws Exception {
        try (TestServer server =
                TestServer.start(socket -> socket.getOutputStream().write("bye".getBytes(UTF_8)))) {
            with(
                    server,
                    connection -> {
                        assertThat(read(connection, 3)).isEqualTo("bye");
                        assertThat(connection.fill(Mode.soon())).isEqualTo(-1);
                        assertThat(connection.fill(Mode.soon())).isEqualTo(-1);
                        assertThat(connection.isOpen()).isFalse();
                        return true;
                    });
        }
    }

    @Test
    void noticesThatAnIdleConnectionWasClosed() throws Exception {
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            socket.getInputStream().read();
                            socket.getOutputStream().write('x');
                        })) {
            with(
                    server,
                    connection -> {
                        assertThat(exchange(connection, "?")).isEqualTo("x");
                        long limitNanos = Mode.soon();
                        while (connection.isOpen() && System.nanoTime() < limitNanos) {
                            loop.sleepUntil(Mode.inMillis(1));
                        }
                        assertThat(connection.isOpen()).isFalse();
                        return true;
                    });
        }
    }

    @Test
    void receivesWhatCameWhileNobodyWaited() throws Exception {
        try (TestServer server =
                TestServer.start(
                        socket -> socket.getOutputStream().write("early".getBytes(UTF_8)))) {
            with(
                    server,
                    connection -> {
                        loop.sleepUntil(Mode.inMillis(50));
                        assertThat(read(connection, 5)).isEqualTo("early");
                        return true;
                    });
        }
    }

    @Test
    void tellsAResetFromAnEnd() throws Exception {
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            socket.getInputStream().read();
                            socket.setSoLinger(true, 0);
                        })) {
            with(
                    server,
                    connection -> {
                        connection.write(new byte[1], 0, 1);
                        assertKind(Kind.RESET, () -> connection.fill(Mode.soon()));
                        assertThat(connection.isOpen()).isFalse();
                        return true;
                    });
        }
    }

    @Test
    void failsToWriteOnceReset() throws Exception {
        try (TestServer server =
                TestServer.start(
                        s -> {
                            s.getInputStream().read();
                            s.setSoLinger(true, 0);
                        })) {
            with(
                    server,
                    connection -> {
                        byte[] part = new byte[100_000];
                        assertKind(
                                Kind.RESET,
                                () -> {
                                    for (int i = 0; i < 1000; i++) {
                                        connection.write(part, 0, part.length, Mode.soon());
                                    }
                                });
                        return true;
                    });
        }
    }

    @Test
    void refusesUseAfterItWasClosed() throws Exception {
        try (TestServer server = TestServer.echo()) {
            with(
                    server,
                    connection -> {
                        connection.close();
                        connection.close();
                        assertThat(connection.isOpen()).isFalse();
                        assertKind(Kind.CLOSED, () -> connection.fill(Mode.soon()));
                        assertKind(Kind.CLOSED, () -> connection.write(new byte[1], 0, 1));
                        return true;
                    });
        }
    }

    @Test
    void sendsWhatWasWrittenBeforeItCloses() throws Exception {
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        try (TestServer server =
                TestServer.start(s -> received.complete(s.getInputStream().readAllBytes()))) {
            with(
                    server,
                    connection -> {
                        connection.write("farewell".getBytes(UTF_8), 0, 8);
                        return true;
                    });
            assertThat(received.get(20, TimeUnit.SECONDS)).asString().isEqualTo("farewell");
        }
    }

    @Test
    void interruptEndsAFill() throws Exception {
        try (TestServer server = TestServer.start(s -> s.getInputStream().read())) {
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            CompletableFuture<Boolean> user =
                    Mode.startOn(
                            loop,
                            () -> {
                                Connection connection =
                                        loop.connect(server.endpoint(), Mode.soon());
                                thread.complete(Thread.currentThread());
                                assertKind(Kind.INTERRUPTED, () -> connection.fill(Mode.soon()));
                                return Thread.currentThread().isInterrupted();
                            });
            thread.get().interrupt();
            assertThat(user.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void readsFromAServerThatAnswersByteByByte() throws Exception {
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            InputStream in = socket.getInputStream();
                            for (int b = in.read(); b >= 0; b = in.read()) {
                                socket.getOutputStream().write(b);
                            }
                        })) {
            with(
                    server,
                    connection -> {
                        String text = "0123456789".repeat(30);
                        assertThat(exchange(connection, text)).isEqualTo(text);
                        return true;
                    });
        }
    }
}
