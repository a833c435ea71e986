package io.spate.net.poll;

import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;

/**
 * A socket of a {@link UringPoller}. The kernel brings what it has received; {@link #receive} hands
 * it on. It is copied straight from the kernel's buffer for whoever waits, and kept in an array
 * where nobody does, so that buffers go back to the kernel at once. A socket whose bytes nobody
 * reads stops receiving for a while.
 */
final class UringSocket implements PolledSocket {
    /** How many bytes may wait to be read; a few buffers more may come. */
    private static final int UNREAD_MAX = 256 * 1024;

    private static final int CQE_F_BUFFER = 1;
    private static final int CQE_F_MORE = 2;
    private static final int CQE_BUFFER_SHIFT = 16;

    private final UringPoller poller;
    private final int fd;
    private final int index;
    private final Destination to;
    private final Poller.Handler handler;
    private boolean connecting;
    private boolean connected;
    private boolean closed;
    private boolean released;

    /** Whether a receive stands. */
    private boolean receiving;

    /** Whether none is to stand, as too much is unread. */
    private boolean paused;

    /** The kernel's buffer in hand while the handler is told of it, and which part is unread. */
    private int buffer;

    private int bufferStart;
    private int bufferEnd;

    private final InputBuffer unread;

    /** What follows the last byte: {@link #END} or {@link #BROKEN}; 0 as long as more may come. */
    private int ending;

    private boolean sending;
    private long sent;
    private int sentLength;
    private boolean sendFailed;

    /** Whether somebody is to be told once more can be sent. */
    private boolean full;

    UringSocket(UringPoller poller, int fd, int index, Destination to, Poller.Handler handler) {
        this.poller = poller;
        this.fd = fd;
        this.index = index;
        this.to = to;
        this.handler = handler;
        this.unread = new InputBuffer(poller.unread());
    }

    /** Whether the operation of a completion goes on. */
    static boolean hasMore(int flags) {
        return (flags & CQE_F_MORE) != 0;
    }

    void start(boolean alreadyConnected) {
        if (alreadyConnected) {
            startReceiving();
        } else {
            connecting = true;
            poller.awaitConnected(fd, index);
        }
    }

    private void startReceiving() {
        connected = true;
        receiving = true;
        poller.receive(fd, index, true);
    }

    /** Handles what came of one of its operations. */
    void completed(int operation, int result, int flags) {
        switch (operation) {
            case UringPoller.RECEIVE -> received(result, flags);
            case UringPoller.SEND -> sent(result);
            default -> {
                connecting = false;
                if (!closed) {
                    handler.ready(Poller.WRITABLE);
                }
            }
        }
        releaseIfDone();
    }

    private void releaseIfDone() {
        if (closed && !connecting && !receiving && !sending && !released) {
            released = true;
            poller.release(index);
        }
    }

    private void received(int result, int flags) {
        receiving = hasMore(flags);
        if ((flags & CQE_F_BUFFER) != 0) {
            int which = flags >>> CQE_BUFFER_SHIFT;
            if (result > 0 && !closed) {
                deliver(which, result);
            }
            poller.received().received(which, Math.max(result, 0));
        }
        if (result <= 0 && !closed) {
            noted(result);
        }
        receiveAgain();
    }

    private void deliver(int which, int count) {
        buffer = which;
        bufferStart = poller.received().start(which);
        bufferEnd = bufferStart + count;
        if (unreadSize() > 0) {
            keep();
        }
        handler.ready(Poller.READABLE);
        if (closed) {
            bufferStart = bufferEnd;
        } else {
            keep();
        }
    }

    /** Puts what is left in the kernel's buffer behind what is unread. */
    private void keep() {
        while (bufferStart < bufferEnd) {
            unread.prepare();
            int count = Math.min(unread.room(), bufferEnd - bufferStart);
            takeFromBuffer(unread.array(), unread.limit(), count);
            unread.received(count);
        }
        if (receiving && !paused && unreadSize() > UNREAD_MAX) {
            paused = true;
            poller.cancel(index, UringPoller.RECEIVE);
        }
    }

    private int unreadSize() {
        return unread.limit() - unread.position();
    }

    private void takeFromBuffer(byte[] target, int offset, int count) {
        poller.received().copy(buffer, bufferStart, target, offset, count);
        bufferStart += count;
    }

    /** Takes note that nothing was received. */
    private void noted(int result) {
        switch (-result) {
            case Libc.ENOBUFS, Libc.ECANCELED, Libc.EINTR, Libc.EAGAIN -> {
                // It stands no more, but the connection does.
            }
            default -> {
                // A send may have been told of the reset before, and then a receive is not.
                ending = result == 0 && !sendFailed ? END : BROKEN;
                handler.ready(Poller.READABLE | Poller.PEER_CLOSED);
            }
        }
    }

    private void receiveAgain() {
        if (connected && !receiving && !paused && !closed && ending == 0) {
            receiving = true;
            poller.receive(fd, index, false);
        }
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void finishConnect() throws NetException {
        poller.natives().finishConnect(fd, to);
        startReceiving();
    }

    @Override
    public int receive(byte[] target, int offset, int length) {
        int size = unreadSize();
        if (size > 0) {
            int count = Math.min(size, length);
            System.arraycopy(unread.array(), unread.position(), target, offset, count);
            unread.consume(count);
            goOn(size - count);
            return count;
        }
        int count = Math.min(bufferEnd - bufferStart, length);
        if (count > 0) {
            takeFromBuffer(target, offset, count);
            return count;
        }
        return ending != 0 ? ending : WOULD_BLOCK;
    }

    private void goOn(int left) {
        if (paused && left <= UNREAD_MAX / 2 && !poller.isClosed()) {
            paused = false;
            receiveAgain();
        }
    }

    @Override
    public int send(byte[] source, int offset, int length) {
        if (sendFailed || poller.isClosed()) {
            return BROKEN;
        }
        if (sending) {
            full = true;
            return WOULD_BLOCK;
        }
        SendBuffers buffers = poller.sendBuffers(length);
        sentLength = Math.min(length, buffers.bytes());
        sent = buffers.take(source, offset, sentLength);
        full = sentLength < length;
        sending = true;
        poller.send(fd, index, sent, sentLength);
        return sentLength;
    }

    private void sent(int result) {
        sending = false;
        poller.sendBuffers(sentLength).give(sent);
        sendFailed |= result < sentLength;
        if (full && !closed) {
            full = false;
            handler.ready(Poller.WRITABLE);
        }
    }

    @Override
    public void close() {
        if (closed || poller.isClosed()) {
            return;
        }
        closed = true;
        // The kernel keeps a socket as long as an operation stands.
        if (connecting) {
            poller.cancel(index, UringPoller.CONNECT);
        }
        if (receiving) {
            poller.cancel(index, UringPoller.RECEIVE);
        }
        if (sending) {
            poller.cancel(index, UringPoller.SEND);
        }
        poller.close(fd);
        unread.consume(unreadSize());
        releaseIfDone();
    }

    /** Closes it where the poller ends, without an operation. */
    void closeAtOnce() {
        if (!closed) {
            closed = true;
            UringCalls.shutdown(fd);
            Libc.close(fd);
        }
    }
}
