package io.spate.net;

import io.spate.net.NetException.Kind;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection. Its state belongs to its loop; a virtual thread scheduled by the loop works on
 * it directly, one scheduled by the JDK hands each step to the loop. One thread waits at a time,
 * for one thing:
 *
 * <pre>
 * waiting for   ends with
 * CONNECT       WRITABLE, and the socket says how the attempt went
 * BYTES         READABLE, and something was received
 * ROOM          what was queued has left, but for half of the limit
 * any           deadline, interrupt, close
 * </pre>
 *
 * <p>Deadlines cost nothing per wait: one timer per connection stands at the earliest deadline seen
 * since it last went off, and looks then whether a wait is over due.
 */
final class PlainConnection implements Connection, Poller.Handler {
    private enum Awaited {
        NOTHING,
        CONNECT,
        BYTES,
        ROOM
    }

    /** Outcomes below those of {@link PolledSocket}. */
    private static final int PENDING = Integer.MIN_VALUE;

    private static final int TIMED_OUT = -10;
    private static final int INTERRUPTED = -11;
    private static final int CLOSED_HERE = -12;
    private static final int CONNECT_FAILED = -13;

    private final EventLoop loop;
    private final InetSocketAddress address;
    private final InputBuffer input = new InputBuffer();
    private final OutputBuffer output = new OutputBuffer();
    private @Nullable PolledSocket socket;

    /** Whether something may be received that no event will tell of again. */
    private boolean readable;

    /** Whether the socket takes no more before an event tells so. */
    private boolean full;

    private boolean flushing;
    private boolean broken;

    /** How much of a write the queue took; the rest follows after a wait for room. */
    private int appended;

    private volatile boolean open;
    private @Nullable NetException connectFailure;
    private long sentNanos;
    private long receivedNanos;
    private long bytesIn;
    private long bytesOut;
    private Opening opening;

    private Awaited awaited = Awaited.NOTHING;
    private @Nullable Thread waiting;
    private volatile int outcome;
    private long deadlineNanos;
    private long watchdogDueNanos = Long.MAX_VALUE;
    private EventLoop.@Nullable Timer watchdog;

    PlainConnection(EventLoop loop, InetSocketAddress address) {
        this.loop = loop;
        this.address = address;
        this.opening = new Opening(0, 0, 0, "", address.getAddress().getHostAddress());
    }

    /** Connects. Blocks the calling virtual thread. */
    void connect(long deadlineNanos) throws NetException {
        Thread thread = Thread.currentThread();
        outcome = PENDING;
        if (loop.isMountedHere()) {
            startConnect(thread, deadlineNanos);
        } else {
            loop.call(() -> startConnect(thread, deadlineNanos));
        }
        int result = await();
        if (result != 0) {
            close();
            throw connectFailure != null ? connectFailure : connectEnded(result);
        }
    }

    private void startConnect(Thread thread, long deadlineNanos) {
        try {
            PolledSocket opened = loop.open(address, this);
            socket = opened;
            if (opened.isConnected()) {
                open = true;
                outcome = 0;
            } else {
                await(Awaited.CONNECT, thread, deadlineNanos);
            }
        } catch (NetException e) {
            connectFailure = e;
            outcome = CONNECT_FAILED;
        }
    }

    private NetException connectEnded(int result) {
        return switch (result) {
            case TIMED_OUT -> ConnectFailures.timedOut(address);
            case INTERRUPTED -> failure(INTERRUPTED);
            default -> ConnectFailures.other(address, "the event loop has ended");
        };
    }

    @Override
    public int fill(long deadlineNanos) throws NetException {
        Thread thread = Thread.currentThread();
        if (loop.isMountedHere()) {
            startFill(thread, deadlineNanos);
        } else {
            outcome = CLOSED_HERE; // stands where the loop has ended
            loop.call(() -> startFill(thread, deadlineNanos));
        }
        int result = await();
        if (result >= PolledSocket.END) {
            return result;
        }
        throw failure(result);
    }

    private void startFill(Thread thread, long deadlineNanos) {
        if (socket == null) {
            outcome = CLOSED_HERE;
            return;
        }
        if (readable) {
            int result = receive(socket);
            if (result != PolledSocket.WOULD_BLOCK) {
                outcome = result;
                return;
            }
        }
        await(Awaited.BYTES, thread, deadlineNanos);
    }

    private int receive(PolledSocket from) {
        input.prepare();
        int room = input.room();
        int result = from.receive(input.array(), input.limit(), room);
        if (result > 0) {
            receivedNanos = System.nanoTime();
            input.received(result);
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
        Thread thread = Thread.currentThread();
        int end = offset + length;
        int from = offset;
        while (from < end) {
            int start = from;
            if (loop.isMountedHere()) {
                startWrite(source, start, end, thread, deadlineNanos);
            } else {
                outcome = CLOSED_HERE;
                loop.call(() -> startWrite(source, start, end, thread, deadlineNanos));
            }
            int result = await();
            if (result < 0) {
                throw failure(result);
            }
            from += appended;
        }
    }

    private void startWrite(byte[] source, int offset, int end, Thread thread, long deadlineNanos) {
        if (socket == null || broken) {
            outcome = socket == null ? CLOSED_HERE : PolledSocket.BROKEN;
            return;
        }
        appended = output.append(source, offset, end - offset);
        if (!full && !flushing) {
            flushing = true;
            loop.flushLater(this);
        }
        if (offset + appended == end) {
            outcome = 0;
        } else {
            await(Awaited.ROOM, thread, deadlineNanos);
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
        if (awaited == Awaited.ROOM && output.size() <= OutputBuffer.LIMIT / 2) {
            complete(0);
        }
    }

    /** What the peer sent before it broke the connection may still be there to be read. */
    private void sendingFailed() {
        output.clear();
        broken = true;
        open = false;
        readable = true;
        if (awaited == Awaited.ROOM) {
            complete(PolledSocket.BROKEN);
        } else if (awaited == Awaited.BYTES) {
            ready(Poller.READABLE);
        }
    }

    @Override
    public void ready(int events) {
        PolledSocket from = socket;
        if (from == null) {
            return;
        }
        if (awaited == Awaited.CONNECT) {
            connectReady(from, events);
            return;
        }
        if ((events & Poller.PEER_CLOSED) != 0) {
            open = false;
        }
        if ((events & Poller.READABLE) != 0) {
            readable = true;
            if (awaited == Awaited.BYTES) {
                int result = receive(from);
                if (result != PolledSocket.WOULD_BLOCK) {
                    complete(result);
                }
            }
        }
        if ((events & Poller.WRITABLE) != 0 && full && !flushing) {
            flushing = true;
            loop.flushLater(this);
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
            complete(0);
        } catch (NetException e) {
            connectFailure = e;
            complete(CONNECT_FAILED);
        }
    }

    private void await(Awaited what, Thread thread, long deadlineNanos) {
        awaited = what;
        waiting = thread;
        this.deadlineNanos = deadlineNanos;
        outcome = PENDING;
        if (deadlineNanos < watchdogDueNanos) {
            watch(deadlineNanos);
        }
    }

    private void watch(long dueNanos) {
        if (watchdog != null) {
            watchdog.cancel();
        }
        watchdogDueNanos = dueNanos;
        watchdog = loop.schedule(dueNanos, this::lookForDeadline);
    }

    private void lookForDeadline() {
        watchdogDueNanos = Long.MAX_VALUE;
        watchdog = null;
        if (awaited == Awaited.NOTHING || deadlineNanos == Long.MAX_VALUE) {
            return;
        }
        if (deadlineNanos <= System.nanoTime()) {
            complete(TIMED_OUT);
        } else {
            watch(deadlineNanos);
        }
    }

    private void complete(int result) {
        Thread thread = waiting;
        awaited = Awaited.NOTHING;
        waiting = null;
        outcome = result;
        LockSupport.unpark(thread);
    }

    /** Parks the calling virtual thread until its wait has ended, however it does. */
    private int await() {
        while (true) {
            int result = outcome;
            if (result != PENDING) {
                return result;
            }
            if (Thread.currentThread().isInterrupted()) {
                loop.call(this::interruptWait);
            } else {
                LockSupport.park();
            }
        }
    }

    private void interruptWait() {
        if (awaited != Awaited.NOTHING) {
            awaited = Awaited.NOTHING;
            waiting = null;
            outcome = INTERRUPTED;
        }
    }

    private NetException failure(int result) {
        String peer = ConnectFailures.text(address);
        return switch (result) {
            case PolledSocket.BROKEN -> new NetException(Kind.RESET, "connection reset by " + peer);
            case TIMED_OUT -> new NetException(Kind.TIMEOUT, "timed out waiting for " + peer);
            case INTERRUPTED -> new NetException(Kind.INTERRUPTED, "interrupted");
            default -> new NetException(Kind.CLOSED, "the connection to " + peer + " is closed");
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
        if (watchdog != null) {
            watchdog.cancel();
            watchdog = null;
        }
        if (awaited != Awaited.NOTHING) {
            complete(CLOSED_HERE);
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
