package io.spate.http.websocket;

import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.ResponseReader;
import io.spate.http.wire.Url;
import io.spate.net.Connection;
import io.spate.net.Endpoint;
import io.spate.net.EventLoop;
import io.spate.net.TlsOptions;
import io.spate.net.failure.NetException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Opens WebSockets from one event loop. */
public final class WebSocketClient {
    /** What the server's proof is made with (RFC 6455, section 1.3). */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final long REFUSAL_BYTES_MAX = 1 << 20;
    private static final int KEY_BYTES = 16;

    private final EventLoop loop;
    private final boolean verifyTls;

    /**
     * A client on a loop.
     *
     * @param verifyTls whether the certificates of servers are checked
     */
    public WebSocketClient(EventLoop loop, boolean verifyTls) {
        this.loop = loop;
        this.verifyTls = verifyTls;
    }

    /**
     * What a server says to a handshake.
     *
     * @param status 101 where it agrees
     * @param head status line and headers as received
     * @param body of a refusal
     * @param protocol the subprotocol it has chosen; empty for none
     * @param socket empty where it refuses
     * @param opening what opening the connection took
     */
    public record Answer(
            int status,
            String head,
            String body,
            String protocol,
            Optional<WebSocket> socket,
            Connection.Opening opening) {}

    /**
     * Opens a connection and asks for a WebSocket. Blocks the calling virtual thread.
     *
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     * @throws WebSocketException where what came is no response, or no proof
     */
    public Answer open(WebSocketRequest request, long deadlineNanos)
            throws NetException, WebSocketException {
        Url url = request.parsed();
        Optional<TlsOptions> tls =
                url.tls() ? Optional.of(new TlsOptions(verifyTls)) : Optional.empty();
        Connection connection =
                loop.connect(new Endpoint(url.host(), url.port(), tls), deadlineNanos);
        boolean open = false;
        try {
            Answer answer = shakeHands(connection, request, url, deadlineNanos);
            open = answer.socket.isPresent();
            return answer;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    private static Answer shakeHands(
            Connection connection, WebSocketRequest request, Url url, long deadlineNanos)
            throws NetException, WebSocketException {
        byte[] random = new byte[KEY_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        byte[] asked = encode(request, url, key);
        connection.write(asked, 0, asked.length, deadlineNanos);
        var reception = new Reception(REFUSAL_BYTES_MAX);
        reception.reset(null, true);
        ResponseHead head = read(connection, reception, deadlineNanos);
        if (head.status() != 101) {
            String body = new String(reception.body(), StandardCharsets.UTF_8);
            return new Answer(
                    head.status(), head.text(), body, "", Optional.empty(), connection.opening());
        }
        check(head, key, request);
        return new Answer(
                101,
                head.text(),
                "",
                head.header("Sec-WebSocket-Protocol").orElse(""),
                Optional.of(new WebSocket(connection)),
                connection.opening());
    }

    private static ResponseHead read(Connection connection, Reception reception, long deadlineNanos)
            throws NetException, WebSocketException {
        try {
            return new ResponseReader(reception)
                    .read(connection, new ResponseReader.HeadMemory(), false, deadlineNanos);
        } catch (Failure.Failed e) {
            throw wrong(e.text());
        }
    }

    static byte[] encode(WebSocketRequest request, Url url, String key) {
        String server = url.server();
        var out = new ByteWriter();
        out.put("GET ").target(url.target()).put(" HTTP/1.1").line();
        if (request.headers().keySet().stream().noneMatch("Host"::equalsIgnoreCase)) {
            out.put("Host: ").put(server.substring(server.indexOf("//") + 2)).line();
        }
        out.put("Upgrade: websocket").line().put("Connection: Upgrade").line();
        out.put("Sec-WebSocket-Key: ").put(key).line();
        out.put("Sec-WebSocket-Version: 13").line();
        if (!request.protocols().isEmpty()) {
            out.put("Sec-WebSocket-Protocol: ").put(String.join(", ", request.protocols())).line();
        }
        request.headers().forEach((name, value) -> out.put(name).put(": ").put(value).line());
        return out.line().toByteArray();
    }

    private static void check(ResponseHead head, String key, WebSocketRequest request)
            throws WebSocketException {
        String accept = head.header("Sec-WebSocket-Accept").orElse("");
        if (!accept.equals(proof(key))) {
            throw wrong("the server's Sec-WebSocket-Accept is wrong");
        }
        Optional<String> protocol = head.header("Sec-WebSocket-Protocol");
        if (protocol.isPresent() && !request.protocols().contains(protocol.get())) {
            throw wrong("the server chose a subprotocol not offered");
        }
        if (head.header("Sec-WebSocket-Extensions").filter(it -> !it.isEmpty()).isPresent()) {
            throw wrong("the server chose an extension not offered");
        }
    }

    private static WebSocketException wrong(String text) {
        return new WebSocketException(Message.Close.PROTOCOL_ERROR, text);
    }

    /** What a server makes of a key. */
    static String proof(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
