package io.spate.wrk;

import io.spate.engine.InterruptedIteration;
import io.spate.engine.VirtualUser;
import io.spate.http.raw.MalformedResponseException;
import io.spate.http.raw.RawExchange;
import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import io.spate.net.failure.NetException;
import io.spate.wrk.lua.LuaException;
import org.jspecify.annotations.Nullable;

/** One connection of wrk: sends what its thread says, waits for the responses, and again. */
final class WrkUser implements VirtualUser {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long DAY_NANOS = 24L * 3600 * 1_000_000_000;

    /** wrk tries again at once, and is busy with nothing else then. */
    private static final long RECONNECT_NANOS = 10_000_000;

    private final WrkThread thread;
    private final EventLoop loop;
    private final Ticker ticker;
    private final RawExchange exchange;
    private final int pipelined;
    private final @Nullable Pace pace;

    /**
     * A connection.
     *
     * @param pipelined how many requests the thread sends at once
     * @param pace when it is to send; null for as soon as it can
     */
    WrkUser(WrkThread thread, EventLoop loop, Ticker ticker, int pipelined, @Nullable Pace pace) {
        this.thread = thread;
        this.loop = loop;
        this.ticker = ticker;
        this.pipelined = pipelined;
        this.pace = pace;
        this.exchange = thread.client().exchange();
    }

    @Override
    public void iterate(long key, long dueNanos) {
        try {
            if (thread.isStopped()) {
                idle();
            } else {
                request(dueNanos);
            }
        } catch (InterruptedException _) {
            throw new InterruptedIteration();
        } catch (LuaException e) {
            thread.broken(e);
        }
    }

    /** Waits for the end of the test. */
    private void idle() throws InterruptedException {
        exchange.close();
        loop.sleepUntil(ticker.nanoTime() + DAY_NANOS);
    }

    private void request(long calledNanos) throws InterruptedException {
        long startNanos = awaitTurn(calledNanos);
        if (!exchange.isUsable()) {
            if (exchange.isOpen()) {
                thread.readFailed();
            }
            if (!connect()) {
                return;
            }
            startNanos = ticker.nanoTime();
        }
        int length = thread.nextRequest();
        byte[] bytes = thread.request();
        boolean hasNoBody = isHead(bytes, length);
        try {
            exchange.send(bytes, length);
        } catch (NetException e) {
            checkInterrupted(e);
            thread.writeFailed();
            exchange.close();
            return;
        }
        for (int left = pipelined; left > 0; left--) {
            if (!response(hasNoBody, startNanos, left == 1)) {
                exchange.close();
                return;
            }
        }
    }

    /** Waits where the script or the rate says so; when the request is sent. */
    private long awaitTurn(long calledNanos) throws InterruptedException {
        Pace paced = pace;
        long sendNanos = calledNanos;
        if (paced != null) {
            sendNanos = paced.sendNanos(calledNanos);
        } else if (thread.delays()) {
            sendNanos = ticker.nanoTime() + thread.delayNanos();
        }
        if (sendNanos <= calledNanos) {
            return calledNanos;
        }
        loop.sleepUntil(sendNanos);
        return ticker.nanoTime();
    }

    private boolean connect() throws InterruptedException {
        try {
            exchange.open(NEVER);
            return true;
        } catch (NetException e) {
            checkInterrupted(e);
            thread.connectFailed();
            loop.sleepUntil(ticker.nanoTime() + RECONNECT_NANOS);
            return false;
        }
    }

    /** Takes a response; false where another can only come over another connection. */
    private boolean response(boolean hasNoBody, long startNanos, boolean last)
            throws InterruptedException {
        int status;
        try {
            status = exchange.receive(hasNoBody, NEVER);
        } catch (NetException e) {
            if (e.kind() == NetException.Kind.INTERRUPTED) {
                thread.unanswered(ticker.nanoTime() - startNanos);
            }
            checkInterrupted(e);
            return failed();
        } catch (MalformedResponseException _) {
            return failed();
        }
        thread.received(exchange.receivedBytes());
        if (thread.isStopped()) {
            return false;
        }
        thread.completed(status);
        if (thread.wantsResponses()) {
            thread.response(status, exchange.head(), exchange.body());
        }
        measure(startNanos, last);
        return exchange.staysOpen();
    }

    private boolean failed() {
        thread.received(exchange.receivedBytes());
        thread.readFailed();
        return false;
    }

    private void measure(long startNanos, boolean last) {
        long endNanos = exchange.lastByteNanos();
        Pace paced = pace;
        if (paced == null) {
            if (last) {
                thread.latency(endNanos - startNanos);
            }
            return;
        }
        if (last || !thread.options.wholeBatches()) {
            thread.latency(endNanos - paced.dueNanos());
            thread.uncorrected(endNanos - startNanos);
        }
        if (last) {
            paced.completed(pipelined);
        }
    }

    private static boolean isHead(byte[] bytes, int length) {
        return length > 4
                && bytes[0] == 'H'
                && bytes[1] == 'E'
                && bytes[2] == 'A'
                && bytes[3] == 'D'
                && bytes[4] == ' ';
    }

    private static void checkInterrupted(NetException e) throws InterruptedException {
        if (e.kind() == NetException.Kind.INTERRUPTED) {
            throw new InterruptedException();
        }
    }

    @Override
    public void close() {
        exchange.close();
        thread.connectionEnded();
    }
}
