package io.spate.redis;

import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/** Reads replies from a connection. A reply holds at most 64 MiB in a text, in all 1,000,000. */
final class ReplyReader {
    static final int TEXT_BYTES_MAX = 64 << 20;
    static final int PARTS_MAX = 1_000_000;
    private static final int DEPTH_MAX = 32;
    private static final int LINE_BYTES_MAX = 64 << 10;
    private static final int SHOWN_MAX = 80;

    private final Connection connection;
    private int parts;

    ReplyReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for a reply.
     *
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     * @throws RedisException where what comes is none
     */
    Reply read(long deadlineNanos) throws NetException, RedisException {
        parts = 0;
        return read(deadlineNanos, 0);
    }

    private Reply read(long deadlineNanos, int depth) throws NetException, RedisException {
        if (++parts > PARTS_MAX || depth > DEPTH_MAX) {
            throw new RedisException("the server's reply is too large");
        }
        var line = line(deadlineNanos);
        var rest = line.isEmpty() ? "" : line.substring(1);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> new Reply.Text(rest);
            case '-' -> new Reply.Refusal(rest);
            case ':' -> new Reply.Whole(number(line));
            case '$' -> text(line, deadlineNanos);
            case '*' -> many(line, deadlineNanos, depth);
            default -> throw strange(line);
        };
    }

    private Reply text(String line, long deadlineNanos) throws NetException, RedisException {
        long length = number(line);
        if (length < 0) {
            return new Reply.Nothing();
        }
        if (length > TEXT_BYTES_MAX) {
            throw new RedisException("the server's reply is too large");
        }
        var bytes = bytes((int) length + 2, deadlineNanos);
        if (bytes[bytes.length - 2] != '\r' || bytes[bytes.length - 1] != '\n') {
            throw strange("a text without its end");
        }
        return new Reply.Text(new String(bytes, 0, (int) length, StandardCharsets.UTF_8));
    }

    private Reply many(String line, long deadlineNanos, int depth)
            throws NetException, RedisException {
        long count = number(line);
        if (count < 0) {
            return new Reply.Nothing();
        }
        var all = new ArrayList<Reply>();
        for (long i = 0; i < count; i++) {
            all.add(read(deadlineNanos, depth + 1));
        }
        return new Reply.Many(all);
    }

    private static long number(String line) throws RedisException {
        try {
            return Long.parseLong(line, 1, line.length(), 10);
        } catch (NumberFormatException _) {
            throw strange(line);
        }
    }

    private static RedisException strange(String what) {
        var shown = what.length() > SHOWN_MAX ? what.substring(0, SHOWN_MAX) + "..." : what;
        return new RedisException("this is no reply of a Redis server: " + shown);
    }

    private String line(long deadlineNanos) throws NetException, RedisException {
        int seen = 0;
        while (true) {
            int from = connection.position();
            int end = lineFeed(from + seen);
            if (end >= 0) {
                boolean returned = end > from && connection.buffer()[end - 1] == '\r';
                int length = end - from - (returned ? 1 : 0);
                var text = new String(connection.buffer(), from, length, StandardCharsets.UTF_8);
                connection.consume(end + 1 - from);
                return text;
            }
            seen = connection.limit() - from;
            if (seen > LINE_BYTES_MAX) {
                throw new RedisException("the server's reply is too large");
            }
            fill(deadlineNanos);
        }
    }

    private int lineFeed(int from) {
        var buffer = connection.buffer();
        for (int i = from; i < connection.limit(); i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private byte[] bytes(int length, long deadlineNanos) throws NetException {
        var all = new byte[Math.min(length, LINE_BYTES_MAX)];
        int done = 0;
        while (done < length) {
            int there = Math.min(connection.limit() - connection.position(), length - done);
            if (there == 0) {
                fill(deadlineNanos);
                continue;
            }
            if (done + there > all.length) {
                // What is announced is not believed before it comes.
                all = Arrays.copyOf(all, Math.min(length, Math.max(2 * all.length, done + there)));
            }
            System.arraycopy(connection.buffer(), connection.position(), all, done, there);
            connection.consume(there);
            done += there;
        }
        return all;
    }

    private void fill(long deadlineNanos) throws NetException {
        if (connection.fill(deadlineNanos) < 0) {
            throw new NetException(NetException.Kind.CLOSED, "the server closed the connection");
        }
    }
}
