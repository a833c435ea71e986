package io.spate.http.wire;

import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A connection whose peer acts by a script: each {@link #fill} plays its next act, at a time of a
 * clock that the acts move on. As the contract allows, each fill gives the bytes a new place.
 */
public final class FakeConnection implements Connection {
    private final FakeClock clock;
    private final Deque<Act> acts = new ArrayDeque<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private byte[] buffer = new byte[0];
    private int position;
    private int limit;
    private boolean open = true;
    private int bytesTaken = Integer.MAX_VALUE;
    private long queuedNanos;
    private long sentNanos;
    private long receivedNanos;
    private Opening opening = new Opening(0, 0, 0, "", "", "127.0.0.1");

    public FakeConnection(FakeClock clock) {
        this.clock = clock;
    }

    public sealed interface Act {
        record Bytes(String latin1, long afterNanos) implements Act {}

        record Close() implements Act {}

        record Fail(NetException.Kind kind, long afterNanos) implements Act {}
    }

    public FakeConnection opening(
            long resolveNanos, long connectNanos, long tlsNanos, String tlsVersion) {
        opening = new Opening(resolveNanos, connectNanos, tlsNanos, tlsVersion, "", "127.0.0.1");
        return this;
    }

    public FakeConnection sends(byte[] bytes) {
        return sends(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    public FakeConnection sends(String text) {
        return sends(text, 0);
    }

    public FakeConnection sends(String text, long afterNanos) {
        acts.add(new Act.Bytes(text, afterNanos));
        return this;
    }

    public FakeConnection closes() {
        acts.add(new Act.Close());
        return this;
    }

    public FakeConnection fails(NetException.Kind kind) {
        return fails(kind, 0);
    }

    public FakeConnection fails(NetException.Kind kind, long afterNanos) {
        acts.add(new Act.Fail(kind, afterNanos));
        return this;
    }

    /** The peer takes only so much, and what it sends can still be read. */
    public FakeConnection breaksAfterBytes(int count) {
        bytesTaken = count;
        return this;
    }

    /** The peer sends something while nobody waits for it. */
    public void sendsUnasked(String text) {
        append(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The peer's close is noticed while nobody waits. */
    public void closesUnasked() {
        open = false;
    }

    /** All that was sent to the peer. */
    public String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** The same, as bytes. */
    public byte[] writtenBytes() {
        return written.toByteArray();
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadlineNanos)
            throws NetException {
        if (written.size() + length > bytesTaken) {
            throw new NetException(NetException.Kind.RESET, "fake RESET");
        }
        written.write(source, offset, length);
        queuedNanos = clock.nanoTime();
    }

    @Override
    public int fill(long deadlineNanos) throws NetException {
        if (queuedNanos != 0) {
            sentNanos = clock.advance(clock.sendNanos());
            queuedNanos = 0;
        }
        Act act = acts.isEmpty() ? new Act.Fail(NetException.Kind.TIMEOUT, 0) : acts.remove();
        return switch (act) {
            case Act.Bytes(String latin1, long after) -> {
                byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
                receivedNanos = clock.advance(after);
                append(bytes);
                yield bytes.length;
            }
            case Act.Close() -> -1;
            case Act.Fail(NetException.Kind kind, long after) -> {
                clock.advance(after);
                throw new NetException(kind, "fake " + kind);
            }
        };
    }

    private void append(byte[] bytes) {
        int kept = limit - position;
        byte[] moved = new byte[3 + kept + bytes.length];
        Arrays.fill(moved, (byte) '#');
        System.arraycopy(buffer, position, moved, 2, kept);
        System.arraycopy(bytes, 0, moved, 2 + kept, bytes.length);
        buffer = moved;
        position = 2;
        limit = 2 + kept + bytes.length;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public void consume(int count) {
        if (count < 0 || position + count > limit) {
            throw new IllegalArgumentException("consumes more than there is: " + count);
        }
        position += count;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public long sentNanos() {
        return sentNanos;
    }

    @Override
    public long receivedNanos() {
        return receivedNanos;
    }

    @Override
    public long bytesIn() {
        return 0;
    }

    @Override
    public long bytesOut() {
        return written.size();
    }

    @Override
    public Opening opening() {
        return opening;
    }

    @Override
    public void close() {
        open = false;
    }
}
