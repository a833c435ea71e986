package io.spate.net;

import static io.spate.net.WaitSlot.CLOSED_HERE;
import static io.spate.net.WaitSlot.INTERRUPTED;
import static io.spate.net.WaitSlot.TIMED_OUT;

import io.spate.net.WaitSlot.Reason;
import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.poll.BufferPool;
import io.spate.net.poll.ConnectFailures;
import io.spate.net.poll.InputBuffer;
import io.spate.net.poll.PolledSocket;
import io.spate.net.poll.Poller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A TCP connection. Its state belongs to its loop, whose virtual threads work on it directly. */
final class PlainConnection implements Connection, Poller.Handler {
    /** An outcome below those of {@link PolledSocket} and {@link WaitSlot}. */
    private static final int CONNECT_FAILED = -20;

    private final EventLoop loop;
    private final Destination to;
    private final InputBuffer input;
    private final OutputBuffer output;
    private final WaitSlot wait;

    /** Where a writer waits for room, while another thread may wait for bytes; made when needed. */
    private @Nullable WaitSlot room;

    private @Nullable PolledSocket socket;

    /** Whether something may be received that no event will tell of again. */
    private boolean readable;

    /** Whether the socket takes no more before an event tells so. */
    private boolean full;

    private boolean flushing;
    private boolean gathers;
    private boolean broken;

    private volatile boolean open;
    private @Nullable NetException connectFailure;
    private long sentNanos;
    private long receivedNanos;
    private long bytesIn;
    private long bytesOut;
    private Opening opening;

    PlainConnection(EventLoop loop, Destination to, BufferPool buffers) {
        this.loop = loop;
        this.input = new InputBuffer(buffers);
        this.output = new OutputBuffer(buffers);
        this.wait = new WaitSlot(loop);
        this.to = to;
        this.opening = new Opening(0, 0, 0, "", "", to.host());
    }

    /** Connects. Blocks the calling virtual thread. */
    void connect(long deadlineNanos) throws NetException {
        loop.checkCaller();
        startConnect(Thread.currentThread(), deadlineNanos);
        int result = wait.await();
        if (result != 0) {
            close();
            throw connectFailure != null ? connectFailure : connectEnded(result);
        }
    }

    private void startConnect(Thread thread, long deadlineNanos) {
        try {
            PolledSocket opened = loop.open(to, this);
            socket = opened;
            if (opened.isConnected()) {
                open = true;
                wait.answer(0);
            } else {
                wait.start(Reason.CONNECT, thread, deadlineNanos);
            }
        } catch (NetException e) {
            connectFailure = e;
            wait.answer(CONNECT_FAILED);
        }
    }

    private NetException connectEnded(int result) {
        return switch (result) {
            case TIMED_OUT -> ConnectFailures.timedOut(to);
            case INTERRUPTED -> failure(INTERRUPTED);
            default -> ConnectFailures.other(to, "the event loop has ended");
        };
    }

    @Override
    public int fill(long deadlineNanos) throws NetException {
        loop.checkCaller();
        startFill(Thread.currentThread(), deadlineNanos);
        int result = wait.await();
        if (result >= PolledSocket.END) {
            return result;
        }
        throw failure(result);
    }

    private void startFill(Thread thread, long deadlineNanos) {
        if (socket == null) {
            wait.answer(CLOSED_HERE);
            return;
        }
        if (readable) {
            int result = receive(socket);
            if (result != PolledSocket.WOULD_BLOCK) {
                wait.answer(result);
                return;
            }
        }
        wait.start(Reason.BYTES, thread, deadlineNanos);
    }

    private int receive(PolledSocket from) {
        input.prepare();
        int room = input.room();
        int result = from.receive(input.array(), input.limit(), room);
        input.received(Math.max(result, 0));
        if (result > 0) {
            receivedNanos = System.nanoTime();
            bytesIn += result;
            // Less than there was room for: the socket is empty, and will tell when it is not.
            readable = result == room || !open;
        } else if (result == PolledSocket.WOULD_BLOCK) {
            readable = false;
        } else {
            open = false;
        }
        return result;
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadlineNanos)
            throws NetException {
        Objects.checkFromIndexSize(offset, length, source.length);
        loop.checkCaller();
        int end = offset + length;
        int from = offset;
        while (from < end) {
            if (socket == null || broken) {
                throw failure(socket == null ? CLOSED_HERE : PolledSocket.BROKEN);
            }
            from += output.append(source, from, end - from);
            if (!full && !flushing) {
                flushing = true;
                flushSoon();
            }
            if (from < end) {
                awaitRoom(deadlineNanos);
            }
        }
    }

    private void flushSoon() {
        if (gathers) {
            loop.toFlush().addForNextTurn(this);
        } else {
            loop.toFlush().add(this);
        }
    }

    @Override
    public void gather(boolean othersWrite) {
        gathers = othersWrite;
    }

    private void awaitRoom(long deadlineNanos) throws NetException {
        WaitSlot slot = room;
        if (slot == null) {
            slot = new WaitSlot(loop);
            room = slot;
        }
        slot.start(Reason.ROOM, Thread.currentThread(), deadlineNanos);
        int result = slot.await();
        if (result < 0) {
            throw failure(result);
        }
    }

    private void endWaitForRoom(int result) {
        if (room != null) {
            room.end(result);
        }
    }

    /** Sends what is queued, as far as the socket takes it. Called by the loop once a turn. */
    void flush() {
        flushing = false;
        if (socket == null || output.size() == 0) {
            return;
        }
        int result = socket.send(output.array(), output.start(), output.size());
        if (result == PolledSocket.BROKEN) {
            sendingFailed();
            return;
        }
        int sent = Math.max(result, 0);
        bytesOut += sent;
        output.sent(sent);
        full = output.size() > 0;
        if (!full) {
            sentNanos = System.nanoTime();
        }
        if (output.size() <= OutputBuffer.LIMIT / 2) {
            endWaitForRoom(0);
        }
    }

    /** What the peer sent before it broke the connection may still be there to be read. */
    private void sendingFailed() {
        output.clear();
        broken = true;
        open = false;
        readable = true;
        endWaitForRoom(PolledSocket.BROKEN);
        if (wait.isFor(Reason.BYTES)) {
            ready(Poller.READABLE);
        }
    }

    @Override
    public void ready(int events) {
        PolledSocket from = socket;
        if (from == null) {
            return;
        }
        if (wait.isFor(Reason.CONNECT)) {
            connectReady(from, events);
            return;
        }
        if ((events & Poller.PEER_CLOSED) != 0) {
            open = false;
        }
        if ((events & Poller.READABLE) != 0) {
            readable = true;
            if (wait.isFor(Reason.BYTES)) {
                int result = receive(from);
                if (result != PolledSocket.WOULD_BLOCK) {
                    wait.end(result);
                }
            }
        }
        if ((events & Poller.WRITABLE) != 0 && full && !flushing) {
            flushing = true;
            loop.toFlush().add(this);
        }
    }

    private void connectReady(PolledSocket from, int events) {
        if ((events & Poller.WRITABLE) == 0) {
            return;
        }
        try {
            from.finishConnect();
            open = (events & Poller.PEER_CLOSED) == 0;
            readable = (events & Poller.READABLE) != 0;
            wait.end(0);
        } catch (NetException e) {
            connectFailure = e;
            wait.end(CONNECT_FAILED);
        }
    }

    private NetException failure(int result) {
        return switch (result) {
            case PolledSocket.BROKEN -> new NetException(Kind.RESET, "connection reset by " + to);
            case TIMED_OUT -> new NetException(Kind.TIMEOUT, "timed out waiting for " + to);
            case INTERRUPTED -> new NetException(Kind.INTERRUPTED, "interrupted");
            default -> new NetException(Kind.CLOSED, "the connection to " + to + " is closed");
        };
    }

    @Override
    public void close() {
        loop.call(this::closeNow);
    }

    /** Closes it on the loop's thread; whoever waits on it hears of it. */
    void closeNow() {
        if (socket == null) {
            return;
        }
        if (!full) {
            flush();
        }
        PolledSocket closing = socket;
        socket = null;
        open = false;
        closing.close();
        loop.forget(this);
        wait.close();
        if (room != null) {
            room.close();
        }
    }

    @Override
    public byte[] buffer() {
        return input.array();
    }

    @Override
    public int position() {
        return input.position();
    }

    @Override
    public int limit() {
        return input.limit();
    }

    @Override
    public void consume(int count) {
        input.consume(count);
    }

    /** Looks for what has come unasked, so that the next response is not read from there. */
    @Override
    public boolean isOpen() {
        PolledSocket from = socket;
        if (open && readable && from != null && loop.isMountedHere()) {
            receive(from);
        }
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
        return bytesIn;
    }

    @Override
    public long bytesOut() {
        return bytesOut;
    }

    @Override
    public Opening opening() {
        return opening;
    }

    /** Says what opening it took. */
    void opened(Opening opening) {
        this.opening = opening;
    }
}
