package io.spate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as bytes on a socket. */
@Timeout(20)
class HttpRulesTest {
    private static final String CLOSE = "Host: x\r\nConnection: close\r\n";

    private final DemoShop shop =
            DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("constant:1ms")));

    @AfterEach
    void stop() {
        shop.close();
    }

    /** All that comes back until the shop closes the connection. */
    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /health HTTP/2.0\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nbad header\0: 1\r\n\r\n",
                "POST /api/users HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
                "POST /api/users HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void answersMalformedRequestsAndCloses(String request) throws IOException {
        assertThat(exchange(request)).startsWith("HTTP/1.1 400 Bad Request\r\n");
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int id = 1; id <= 500; id++) {
            requests.append("GET /api/users/").append(id).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        requests.append("GET /health HTTP/1.1\r\n").append(CLOSE).append("\r\n");
        String answers = exchange(requests.toString());
        int from = 0;
        for (int id = 1; id <= 500; id++) {
            int found = answers.indexOf("{\"id\":" + id + ",", from);
            assertThat(found).as("user %d", id).isGreaterThanOrEqualTo(from);
            from = found;
        }
        assertThat(answers).endsWith("{\"status\":\"ok\"}");
        assertThat(answers).containsOnlyOnce("connection: close\r\n");
    }

    @Test
    void anAnswerToAMalformedRequestComesAfterTheOthers() throws IOException {
        String answers = exchange("GET /health HTTP/1.1\r\nHost: x\r\n\r\nNONSENSE\r\n\r\n");
        assertThat(answers).startsWith("HTTP/1.1 200 OK\r\n").contains("HTTP/1.1 400 Bad Request");
    }

    @Test
    void http10ClosesUnlessAskedToKeepAlive() throws IOException {
        String once = exchange("GET /health HTTP/1.0\r\n\r\n");
        assertThat(once).startsWith("HTTP/1.1 200 OK\r\n").contains("connection: close\r\n");
        String asking = "GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
        String twice = exchange(asking + "GET /health HTTP/1.0\r\n\r\n");
        assertThat(twice)
                .containsOnlyOnce("connection: keep-alive\r\n")
                .containsOnlyOnce("connection: close\r\n");
    }

    @Test
    void theWholeUrlMayBeSent() throws IOException {
        assertThat(exchange("GET http://shop.test/health?x=1 HTTP/1.1\r\n" + CLOSE + "\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(exchange("GET http://shop.test HTTP/1.1\r\n" + CLOSE + "\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(exchange("OPTIONS * HTTP/1.1\r\n" + CLOSE + "\r\n"))
                .startsWith("HTTP/1.1 404 Not Found\r\n");
    }

    @Test
    void takesBodiesUpToOneMebibyte() {
        String filler = "x".repeat((1 << 20) - "{\"a\":\"\"}".length());
        try (ShopClient client = new ShopClient(shop)) {
            String most = "{\"a\":\"" + filler + "\"}";
            assertThat(client.post("/api/tasks", ShopClient.JSON, most).statusCode())
                    .isEqualTo(202);
            assertThat(client.post("/api/tasks", ShopClient.JSON, most + " ").statusCode())
                    .isEqualTo(413);
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takesChunkedBodies() throws IOException {
        String request =
                "POST /api/users HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
                        + CLOSE
                        + "\r\n9\r\n{\"name\":\"\r\n17\r\na\",\"email\":\"a@example\"}\r\n0\r\n\r\n";
        assertThat(exchange(request)).startsWith("HTTP/1.1 201 Created\r\n");
    }

    @Test
    void aClientThatAsksFirstIsToldAtOnce() throws IOException {
        String head = "POST /api/tasks HTTP/1.1\r\nExpect: 100-continue\r\n" + CLOSE;
        assertThat(exchange(head + "Content-Length: 2000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413 Content Too Large\r\n");
        assertThat(exchange(head + "Content-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n");
    }
}
