package io.spate.redis;

import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A server with the connections to it, each of which serves one command at a time, so that one that
 * waits holds up no other. Belongs to a loop.
 */
final class Node implements AutoCloseable {
    private final EventLoop loop;
    private final Limits limits;
    private final Ticker ticker;
    private final Opener opener;
    private final Deque<Link> free = new ArrayDeque<>();
    private final Deque<Thread> waiting = new ArrayDeque<>();
    private int open;
    private boolean closed;

    Node(EventLoop loop, Limits limits, Ticker ticker, Opener opener) {
        this.loop = loop;
        this.limits = limits;
        this.ticker = ticker;
        this.opener = opener;
    }

    /** Opens connections to one server. */
    @FunctionalInterface
    interface Opener {
        Link open() throws NetException, RedisException;
    }

    /** Sends commands over one connection; the reply to the last of them. */
    Reply call(List<Command> commands) throws NetException, RedisException {
        var link = take();
        boolean fit = false;
        try {
            var reply = link.exchange(commands, limits).getLast();
            fit = !closed;
            return reply;
        } finally {
            if (fit) {
                free.push(link);
            } else {
                drop(link);
            }
            var next = waiting.poll();
            if (next != null) {
                LockSupport.unpark(next);
            }
        }
    }

    private Link take() throws NetException, RedisException {
        long deadline = ticker.nanoTime() + limits.idle().toNanos();
        while (true) {
            var link = free.poll();
            if (link != null && link.isOpen()) {
                return link;
            }
            if (link != null) {
                drop(link);
            } else if (open < limits.connectionsMax()) {
                return connected();
            } else {
                await(deadline);
            }
        }
    }

    private Link connected() throws NetException, RedisException {
        open++;
        boolean fit = false;
        try {
            var link = opener.open();
            fit = true;
            return link;
        } finally {
            if (!fit) {
                open--;
            }
        }
    }

    private void await(long deadlineNanos) throws NetException, RedisException {
        if (ticker.nanoTime() >= deadlineNanos) {
            throw new RedisException(
                    "all %d connections are in use".formatted(limits.connectionsMax()));
        }
        var me = Thread.currentThread();
        waiting.add(me);
        var timer = loop.schedule(deadlineNanos, () -> LockSupport.unpark(me));
        LockSupport.park(this);
        timer.cancel();
        waiting.remove(me);
        if (me.isInterrupted()) {
            throw new NetException(Kind.INTERRUPTED, "interrupted");
        }
    }

    private void drop(Link link) {
        link.close();
        open--;
    }

    @Override
    public void close() {
        closed = true;
        while (!free.isEmpty()) {
            drop(free.pop());
        }
    }
}
