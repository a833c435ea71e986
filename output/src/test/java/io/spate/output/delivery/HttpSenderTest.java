package io.spate.output.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against servers that misbehave, over real sockets. */
class HttpSenderTest {
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Answers each connection with a text, and closes it; with null it says nothing. */
    private void answer(String text, boolean thenCloses) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                for (; ; ) {
                                    answer(server.accept(), text, thenCloses);
                                }
                            } catch (IOException _) {
                                // The test is over.
                            }
                        });
    }

    private void answer(Socket socket, String text, boolean thenCloses) throws IOException {
        var head = new StringBuilder();
        for (int next = 0; next >= 0 && head.indexOf("\r\n\r\n") < 0; ) {
            next = socket.getInputStream().read();
            head.append((char) next);
        }
        heads.add(head.toString());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        if (thenCloses) {
            socket.close();
        }
    }

    private String send() throws SendException, InterruptedException {
        var address = Address.parse("http://me:secret@localhost:" + server.getLocalPort(), "http");
        var at = HttpTarget.at(address);
        var target =
                new HttpTarget(
                        at.address(),
                        at.headers(),
                        Duration.ofMillis(700),
                        TlsChoice.STANDARD,
                        Optional.empty());
        try (var sender = new HttpSender(target)) {
            return sender.post(
                    URI.create(at.address() + "/write"), Map.of("X-Own", "1"), new byte[] {1});
        }
    }

    private SendException failure() {
        return catchThrowableOfType(SendException.class, this::send);
    }

    private static String response(int status, String headers, String body) {
        return "HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n%s"
                .formatted(status, body.length(), headers, body);
    }

    @Test
    void sendsHeadersAndUser() throws Exception {
        answer(response(200, "", "fine"), false);

        assertThat(send()).isEqualTo("fine");
        assertThat(heads.getFirst())
                .startsWith("POST /write HTTP/1.1\r\n")
                .contains("X-Own: 1", "Authorization: Basic bWU6c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource({
        "400, false", "401, false", "404, false", "302, false",
        "429, true", "408, true", "500, true", "503, true"
    })
    void knowsWhatMayPass(int status, boolean passing) {
        answer(response(status, "", "{\"error\":\"partial\\nwrite\"}"), false);

        var failure = failure();
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(failure.reason()).startsWith("answers with HTTP " + status + ": {\"error\"");
    }

    @Test
    void waitsAsLongAsItIsToldButNotForEver() {
        answer(response(503, "Retry-After: 7\r\n", ""), false);
        assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void tellsARefusedConnection() throws IOException {
        server.close();

        var failure = failure();
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure.reason()).isEqualTo("refuses the connection");
    }

    @Test
    void doesNotWaitForAServerThatSaysNothing() {
        // The backlog takes the connection; nobody ever reads it.
        var failure = failure();
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure.reason()).startsWith("does not answer within");
    }

    @Test
    void doesNotWaitForTheRestOfAnAnswer() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", false);

        assertThat(failure().reason()).startsWith("does not answer within");
    }

    @Test
    void tellsAConnectionThatBreaksOffHalfWay() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", true);

        var failure = failure();
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure.reason()).startsWith("the connection broke off");
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + "x".repeat(200_000), false);

        assertThat(failure().reason()).startsWith("the connection broke off");
    }

    @Test
    void tellsAServerThatSpeaksNoTls() throws IOException {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (var socket = server.accept()) {
                                socket.getOutputStream()
                                        .write(
                                                "HTTP/1.1 400 X\r\n"
                                                        .getBytes(StandardCharsets.UTF_8));
                                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                            } catch (IOException _) {
                                // The test is over.
                            }
                        });
        var address = Address.parse("https://localhost:" + server.getLocalPort(), "https");
        try (var sender = new HttpSender(HttpTarget.at(address))) {
            var failure =
                    catchThrowableOfType(
                            SendException.class,
                            () -> sender.post(address.uri(), Map.of(), new byte[0]));
            assertThat(failure.reason()).matches("(?s)(TLS failed|the connection broke off).*");
        }
    }
}
