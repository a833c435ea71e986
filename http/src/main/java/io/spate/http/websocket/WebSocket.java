package io.spate.http.websocket;

import io.spate.http.websocket.Message.Close;
import io.spate.http.wire.ByteWriter;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** An open WebSocket, the client's side. */
public final class WebSocket implements AutoCloseable {
    private static final int REASON_BYTES_MAX = 123;

    private final Connection connection;
    private final FrameReader reader;
    private final ByteWriter out = new ByteWriter();
    private final SplittableRandom masks =
            new SplittableRandom(ThreadLocalRandom.current().nextLong());

    /** While a frame waits for room, no other one may be sent: a pong has to wait. */
    private boolean sending;

    private byte @Nullable [] pong;
    private boolean closeSent;

    WebSocket(Connection connection) {
        this.connection = connection;
        this.reader = new FrameReader(connection);
    }

    /**
     * Waits for the next message; pings are answered, and so is the closing handshake. After {@link
     * Close} the connection is closed.
     *
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     * @throws WebSocketException where the server does not keep to the protocol; it has been told,
     *     and the connection is closed
     */
    public Message receive(long deadlineNanos) throws NetException, WebSocketException {
        try {
            Message message = reader.read(deadlineNanos);
            switch (message) {
                case Message.Ping ping -> answer(ping.bytes());
                case Close close -> end(close.code());
                case Message.Text _, Message.Binary _, Message.Pong _ -> {}
            }
            return message;
        } catch (WebSocketException e) {
            end(e.code());
            throw e;
        }
    }

    /** Closes the connection, and says so where that is possible. */
    private void end(int code) throws NetException {
        if (!closeSent && !sending) {
            sendClose(code, "");
        }
        closeSent = true;
        connection.close();
    }

    private void answer(byte[] payload) throws NetException {
        if (closeSent) {
            return;
        }
        if (sending) {
            // The latest alone is to be answered (RFC 6455, section 5.5.3).
            pong = payload;
        } else {
            send(Opcode.PONG, payload);
        }
    }

    /** Sends a text. */
    public void send(String text) throws NetException {
        send(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes. */
    public void send(byte[] bytes) throws NetException {
        send(Opcode.BINARY, bytes);
    }

    /** Asks whether the peer is there, with up to 125 bytes, which come back. */
    public void ping(byte[] payload) throws NetException {
        send(Opcode.PING, payload);
    }

    /**
     * Begins the closing handshake; nothing can be sent after it. The end is received as any other
     * message.
     *
     * @param code 1000, or 3000 to 4999; {@link Close#NO_CODE} for none
     * @param reason cut to 123 bytes
     */
    public void close(int code, String reason) throws NetException {
        if (!closeSent) {
            sendClose(code, reason);
        }
    }

    private void sendClose(int code, String reason) throws NetException {
        closeSent = true;
        if (code == Close.NO_CODE) {
            write(Opcode.CLOSE, new byte[0]);
            return;
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, REASON_BYTES_MAX);
        while (length > 0 && length < text.length && (text[length] & 0xc0) == 0x80) {
            length--; // no half of a character
        }
        byte[] payload = new byte[2 + length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, length);
        write(Opcode.CLOSE, payload);
    }

    private void send(int opcode, byte[] payload) throws NetException {
        if (closeSent) {
            throw new NetException(NetException.Kind.CLOSED, "the socket is closing");
        }
        write(opcode, payload);
        byte[] late = pong;
        if (late != null && !closeSent) {
            pong = null;
            write(Opcode.PONG, late);
        }
    }

    private void write(int opcode, byte[] payload) throws NetException {
        out.clear();
        FrameWriter.write(out, opcode, payload, masks.nextInt());
        sending = true;
        try {
            connection.write(out.array(), 0, out.length());
        } finally {
            sending = false;
        }
    }

    /** How many bytes the network has brought, with frames and TLS. */
    public long bytesIn() {
        return connection.bytesIn();
    }

    /** How many bytes the network was given, with frames and TLS. */
    public long bytesOut() {
        return connection.bytesOut();
    }

    /** Closes the connection at once; whoever receives hears of it. Any thread. */
    @Override
    public void close() {
        connection.close();
    }
}
