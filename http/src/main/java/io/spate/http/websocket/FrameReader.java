package io.spate.http.websocket;

import io.spate.http.websocket.Message.Close;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts messages together from the frames of a server. Belongs to who receives. */
final class FrameReader {
    static final int MESSAGE_BYTES_MAX = 64 << 20;
    private static final int CONTROL_BYTES_MAX = 125;
    private static final int NOTHING_BEGUN = -1;

    private final Connection from;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private int begun = NOTHING_BEGUN;

    FrameReader(Connection from) {
        this.from = from;
    }

    /**
     * Waits for the next message.
     *
     * @throws WebSocketException where the server does not keep to the protocol
     */
    Message read(long deadlineNanos) throws NetException, WebSocketException {
        while (true) {
            need(2, deadlineNanos);
            int first = at(0);
            int second = at(1);
            from.consume(2);
            int opcode = first & 0x0f;
            boolean last = (first & 0x80) != 0;
            check((first & 0x70) == 0, "a frame with reserved bits, as of an extension");
            check(Opcode.isKnown(opcode), "a frame of an unknown kind");
            check((second & 0x80) == 0, "a masked frame of a server");
            int length = length(second & 0x7f, deadlineNanos);
            if (Opcode.isControl(opcode)) {
                check(last && length <= CONTROL_BYTES_MAX, "a control frame in parts or too long");
                return control(opcode, take(length, deadlineNanos));
            }
            begin(opcode);
            if (parts.size() + (long) length > MESSAGE_BYTES_MAX) {
                throw tooBig();
            }
            byte[] payload = take(length, deadlineNanos);
            if (last && parts.size() == 0) {
                return message(payload);
            }
            parts.writeBytes(payload);
            if (last) {
                byte[] whole = parts.toByteArray();
                parts.reset();
                return message(whole);
            }
        }
    }

    private void begin(int opcode) throws WebSocketException {
        if (opcode == Opcode.CONTINUATION) {
            check(begun != NOTHING_BEGUN, "a frame that continues nothing");
        } else {
            check(begun == NOTHING_BEGUN, "a message within another one");
            begun = opcode;
        }
    }

    private int length(int written, long deadlineNanos) throws NetException, WebSocketException {
        if (written < 126) {
            return written;
        }
        int bytes = written == 126 ? 2 : 8;
        need(bytes, deadlineNanos);
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = (length << 8) | at(i);
        }
        from.consume(bytes);
        check(length >= 0, "a frame of a negative length");
        if (length > MESSAGE_BYTES_MAX) {
            throw tooBig();
        }
        return (int) length;
    }

    private Message message(byte[] payload) throws WebSocketException {
        boolean isText = begun == Opcode.TEXT;
        begun = NOTHING_BEGUN;
        return isText ? new Message.Text(text(payload, 0)) : new Message.Binary(payload);
    }

    private static Message control(int opcode, byte[] payload) throws WebSocketException {
        return switch (opcode) {
            case Opcode.PING -> new Message.Ping(payload);
            case Opcode.PONG -> new Message.Pong(payload);
            default -> close(payload);
        };
    }

    private static Close close(byte[] payload) throws WebSocketException {
        if (payload.length == 0) {
            return new Close(Close.NO_CODE, "");
        }
        check(payload.length > 1, "a close frame with half a code");
        int code = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
        boolean sendable =
                (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
                        || (code >= 3000 && code <= 4999);
        check(sendable, "a close frame with a code that is not for sending");
        return new Close(code, text(payload, 2));
    }

    private static String text(byte[] payload, int offset) throws WebSocketException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload, offset, payload.length - offset))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new WebSocketException(Close.NOT_A_TEXT, "a text that is not UTF-8");
        }
    }

    private int at(int index) {
        return from.buffer()[from.position() + index] & 0xff;
    }

    private void need(int bytes, long deadlineNanos) throws NetException {
        while (from.limit() - from.position() < bytes) {
            fill(deadlineNanos);
        }
    }

    private byte[] take(int length, long deadlineNanos) throws NetException {
        // No more than what has come is trusted: a length alone takes no memory.
        byte[] bytes =
                new byte[Math.min(length, Math.max(1 << 16, from.limit() - from.position()))];
        int taken = 0;
        while (taken < length) {
            int ready = Math.min(length - taken, from.limit() - from.position());
            if (ready == 0) {
                fill(deadlineNanos);
                continue;
            }
            if (taken + ready > bytes.length) {
                bytes =
                        Arrays.copyOf(
                                bytes, Math.min(length, Math.max(2 * bytes.length, taken + ready)));
            }
            System.arraycopy(from.buffer(), from.position(), bytes, taken, ready);
            from.consume(ready);
            taken += ready;
        }
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void fill(long deadlineNanos) throws NetException {
        if (from.fill(deadlineNanos) < 0) {
            throw new NetException(
                    NetException.Kind.CLOSED, "the connection was closed without a close frame");
        }
    }

    private static void check(boolean right, String wrong) throws WebSocketException {
        if (!right) {
            throw new WebSocketException(Close.PROTOCOL_ERROR, "the server sent " + wrong);
        }
    }

    private static WebSocketException tooBig() {
        return new WebSocketException(Close.TOO_BIG, "the server sent a message of over 64 MiB");
    }
}
