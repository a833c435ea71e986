package io.spate.http.h2;

import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.util.ArrayDeque;

/**
 * A connection that speaks HTTP/2, for one virtual user or for many of the same loop. Requests go
 * out at once, without waiting for the server's settings.
 *
 * <p>Of those who wait for something, one reads: the first to come. He hands out what arrives; when
 * he has what he waits for and goes, he wakes another one of them to read on. See {@link #await}.
 */
public final class Http2Connection {
    private static final int LAST_STREAM = Integer.MAX_VALUE;

    private final Connection wire;
    private final Ticker ticker;
    private final StreamTable streams = new StreamTable();

    /** Those who wait for something on their streams. */
    private final WaitList waiting;

    /** Those who wait for a stream. */
    private final WaitList waitingForRoom;

    private final FrameWriter writer;
    private final Inbound inbound;
    private final FrameReader reader;
    private final BodyWriter body;

    /** Those for whom the server has no room yet; at most as many as there are users. */
    private final ArrayDeque<Http2Stream> queue = new ArrayDeque<>(2);

    private int admitted;
    private int nextStream = 1;
    private boolean reading;
    private boolean dead;
    private boolean retired;

    /** Over a connection just opened, to which nothing was written yet. */
    public Http2Connection(Connection wire, Timers timers, Ticker ticker) {
        this.wire = wire;
        this.ticker = ticker;
        waiting = new WaitList(timers, ticker);
        waitingForRoom = new WaitList(timers, ticker);
        writer = new FrameWriter(wire, timers, ticker);
        inbound = new Inbound(wire, streams, writer, waiting);
        reader = new FrameReader(wire, inbound);
        body = new BodyWriter(this, writer, inbound);
    }

    /** What it runs over. */
    public Connection wire() {
        return wire;
    }

    /**
     * Whether it takes another request, as far as is known: looks for what has come unasked. A full
     * one does, once there is room.
     */
    public boolean isUsable() {
        if (!dead && !reading) {
            boolean open = wire.isOpen();
            if (wire.position() < wire.limit()) {
                dispatch();
            }
            if (!open) {
                retire();
            }
        }
        return !dead && !retired && !inbound.isGoingAway() && nextStream > 0;
    }

    /**
     * Sends a request and receives its response.
     *
     * @throws NetException where the connection did not bring it, or the deadline came
     * @throws Failed where the response is not well formed, or the server ended the stream
     */
    public ResponseHead exchange(Http2Stream stream) throws NetException, Failed {
        try {
            enter(stream);
            send(stream);
            return receive(stream);
        } finally {
            leave(stream);
        }
    }

    /** Waits until the server lets one more stream be open. */
    private void enter(Http2Stream stream) throws NetException, Failed {
        try {
            checkTakes();
            waitForRoom(stream);
        } finally {
            if (stream.hasWaited()) {
                stream.readyAt(ticker.nanoTime());
            }
        }
    }

    private void waitForRoom(Http2Stream stream) throws NetException, Failed {
        if (queue.isEmpty() && admitted < inbound.peer().streamsMax()) {
            stream.admitted = true;
            admitted++;
            return;
        }
        stream.waits();
        queue.add(stream);
        while (!stream.admitted) {
            if (admitted == 0) {
                await(stream, stream.deadlineNanos());
            } else {
                // Not as the one who reads: he would not notice that another one has made room.
                passOn();
                waitingForRoom.await(stream.waiter, stream.deadlineNanos());
            }
            checkTakes();
        }
    }

    private void checkTakes() throws Failed {
        if (dead || inbound.isGoingAway() || nextStream < 0) {
            throw new Failed(Failure.GOING_AWAY);
        }
    }

    private void admit() {
        while (!queue.isEmpty() && admitted < inbound.peer().streamsMax()) {
            Http2Stream next = queue.remove();
            next.admitted = true;
            admitted++;
            wakeQueued(next);
        }
    }

    private void wakeQueued(Http2Stream stream) {
        waiting.wake(stream.waiter);
        waitingForRoom.wake(stream.waiter);
    }

    private void send(Http2Stream stream) throws NetException, Failed {
        long deadlineNanos = stream.deadlineNanos();
        writer.lock(stream.waiter, deadlineNanos);
        try {
            checkTakes();
            int id = nextStream;
            nextStream = id == LAST_STREAM ? -1 : id + 2;
            PeerSettings peer = inbound.peer();
            wire.gather(admitted > 1);
            stream.open(id, peer.windowBytes(), reader.frames());
            inbound.opened(id);
            streams.add(stream);
            int length = stream.bodyLength();
            boolean joined = stream.streamed() == null && length <= room(stream);
            boolean whole = !stream.hasBody();
            stream.sent(writer.putHeaders(id, stream.block(), stream.blockLength(), peer, whole));
            if (!whole && joined) {
                whole = true;
                inbound.sent(stream, length);
                writer.writeData(
                        stream, stream.body(), stream.bodyFrom(), length, true, deadlineNanos);
            } else {
                writer.write(deadlineNanos);
            }
            stream.sentWhole = whole;
        } catch (NetException e) {
            throw cutOff(e);
        } finally {
            writer.unlock();
        }
        if (!stream.sentWhole) {
            body.send(stream);
        }
        writer.queued(stream);
        stream.startWaiting(ticker);
    }

    /** What a frame was cut off by ends the connection, as the next one would not be understood. */
    NetException cutOff(NetException cause) {
        fail(
                new NetException(
                        NetException.Kind.CLOSED, "a request could not be written as a whole"));
        return cause;
    }

    /** How much of a body the server takes now, in one frame. */
    int room(Http2Stream stream) {
        return (int) Math.min(inbound.sendWindow(stream), inbound.peer().frameBytesMax());
    }

    private ResponseHead receive(Http2Stream stream) throws NetException, Failed {
        while (true) {
            if (stream.hasPending() && !stream.isFailed()) {
                passOn();
                giveBack(stream, stream.drain());
            }
            if (stream.ended() && !stream.hasPending()) {
                return stream.response();
            }
            long limitNanos = stream.limitNanos();
            try {
                await(stream, limitNanos);
            } catch (NetException e) {
                boolean hasBegun = limitNanos < stream.limitNanos();
                if (e.kind() != NetException.Kind.TIMEOUT || !hasBegun) {
                    throw e;
                }
            }
        }
    }

    private void giveBack(Http2Stream stream, int count) {
        try {
            inbound.consumed(stream, count);
        } catch (Http2Exception e) {
            fail(e);
        }
    }

    /**
     * Waits until something has come for somebody: reads, or lets the one who reads wake the caller
     * when it concerns his stream.
     */
    void await(Http2Stream stream, long deadlineNanos) throws NetException {
        if (reading) {
            waiting.await(stream.waiter, deadlineNanos);
            return;
        }
        if (dead) {
            return;
        }
        reading = true;
        try {
            writer.flush(deadlineNanos);
            int count = fill(deadlineNanos);
            if (count >= 0) {
                dispatch();
            }
        } finally {
            reading = false;
        }
    }

    /** Receives bytes; -1 where the connection has failed, and all its streams with it. */
    private int fill(long deadlineNanos) throws NetException {
        try {
            int count = wire.fill(deadlineNanos);
            if (count < 0) {
                fail(new NetException(NetException.Kind.CLOSED, Failure.CLOSED.text()));
            }
            return count;
        } catch (NetException e) {
            if (e.kind() == NetException.Kind.TIMEOUT
                    || e.kind() == NetException.Kind.INTERRUPTED) {
                throw e;
            }
            fail(e);
            return -1;
        }
    }

    private void dispatch() {
        writer.settle();
        try {
            reader.read();
            admit();
            if (inbound.isGoingAway()) {
                queue.forEach(this::wakeQueued);
            }
        } catch (Http2Exception e) {
            fail(e);
        }
    }

    /** Lets another one read who waits, where nobody does. */
    void passOn() {
        if (reading) {
            return;
        }
        if (!waiting.isEmpty()) {
            waiting.wakeFirst();
        } else if (admitted == 0) {
            waitingForRoom.wakeFirst();
        }
    }

    private void leave(Http2Stream stream) {
        if (stream.id() != 0) {
            streams.remove(stream.id());
            if (!dead && !stream.isDone()) {
                writer.reset(stream.id(), ErrorCode.CANCEL);
            }
            if (stream.sentNanos() == 0) {
                writer.forget(stream);
            }
        }
        if (stream.admitted) {
            stream.admitted = false;
            admitted--;
            admit();
        } else {
            queue.remove(stream);
        }
        stream.overhead(writer.takeOverheadBytes(), inbound.takeOverheadBytes());
        passOn();
        if (retired && admitted == 0 && queue.isEmpty()) {
            close();
        } else if (!dead) {
            flush();
        }
    }

    /** Writes answers that should not wait for the next request. */
    private void flush() {
        try {
            writer.flush(ticker.nanoTime());
        } catch (NetException e) {
            fail(cutOff(e));
        }
    }

    private void fail(Http2Exception e) {
        if (dead) {
            return;
        }
        sayGoodbye(e.code());
        var failed = new Failed(Failure.HTTP2_CONNECTION, "malformed HTTP/2: " + e.text());
        streams.forEach(stream -> stream.fail(failed));
        end();
    }

    private void fail(NetException e) {
        if (dead) {
            return;
        }
        streams.forEach(stream -> fail(stream, e));
        end();
    }

    /**
     * A server that closes an idle connection may meet a request on its way, which may be sent
     * again. After any sign of life since the request began it may have begun on it.
     */
    private void fail(Http2Stream stream, NetException e) {
        String complaint = inbound.goAwayText();
        if (!complaint.isEmpty()) {
            String text = "connection closed by the server: " + complaint;
            stream.fail(new Failed(Failure.CLOSED, text));
        } else if (reader.frames() != stream.framesBefore) {
            String text = e.getMessage();
            Failure failure = Failure.of(e.kind());
            stream.fail(new Failed(failure, text == null ? failure.text() : text));
        } else {
            stream.fail(e);
        }
    }

    private void sayGoodbye(ErrorCode code) {
        try {
            var last = writer.answers();
            Frame.putHeader(last, 8, Frame.GOAWAY, 0, 0);
            Frame.putInt(last, 0);
            Frame.putInt(last, code.number());
            writer.flush(ticker.nanoTime());
        } catch (NetException | Http2Exception _) {
            // The connection ends anyway.
        }
    }

    private void end() {
        dead = true;
        waiting.wakeAll();
        waitingForRoom.wakeAll();
        wire.close();
    }

    /** Closes it once nothing is on its way any more. */
    public void retire() {
        retired = true;
        if (admitted == 0 && queue.isEmpty()) {
            close();
        }
    }

    /** Closes it. Those who still use it hear of it as if the server had closed. */
    public void close() {
        if (!dead) {
            sayGoodbye(ErrorCode.NO_ERROR);
            fail(new NetException(NetException.Kind.CLOSED, "the connection is closed"));
        }
    }
}
