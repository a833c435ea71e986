package io.spate.net.poll;

import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Linux io_uring, by direct calls. Each socket has one receive standing for its whole life, which
 * takes a buffer of a common stock whenever bytes come; what is sent in a turn leaves with the
 * system call that waits for the next. So a request needs no system call of its own.
 *
 * <p>A completion carries its socket's index, which goes to another socket only once the kernel has
 * no operation left that names it.
 */
public final class UringPoller implements Poller {
    static final int RECEIVE = 0;
    static final int SEND = 1;
    static final int CONNECT = 2;

    /** How many completions a turn handles; the others wait for the next. */
    private static final int BATCH = 512;

    private static final int OPERATION_BITS = 2;
    private static final long WAKE = -1;
    private static final long IGNORED = -2;

    private static final int OP_POLL_ADD = 6;
    private static final int OP_ASYNC_CANCEL = 14;
    private static final int OP_CLOSE = 19;
    private static final int OP_SEND = 26;
    private static final int OP_RECV = 27;
    private static final int BUFFER_SELECT = 1 << 5;
    private static final int CQE_SKIP_SUCCESS = 1 << 6;
    private static final int RECV_POLL_FIRST = 1;
    private static final int RECV_MULTISHOT = 1 << 1;
    private static final int POLL_MULTISHOT = 1;
    private static final int POLLIN = 1;
    private static final int POLLOUT = 4;
    private static final int MSG_WAITALL = 0x100;
    private static final int MSG_NOSIGNAL = 0x4000;

    private final NativeSockets natives = new NativeSockets();
    private final Ring ring;
    private final ReceiveBuffers received;
    private final Waker waker;
    private final SendBuffers small = new SendBuffers(2 * 1024);
    private final SendBuffers large = new SendBuffers(64 * 1024);
    private final BufferPool unread = new BufferPool();

    private @Nullable UringSocket[] sockets = new @Nullable UringSocket[64];
    private int[] freed = new int[64];
    private int freedCount;
    private int used;
    private boolean closed;

    /**
     * Makes the rings.
     *
     * @throws UnsupportedOperationException where the operating system refuses
     */
    public UringPoller() {
        ring = new Ring(natives.errno());
        try {
            received = new ReceiveBuffers(natives.errno(), ring.fd());
            waker = new Waker(natives.errno());
        } catch (UnsupportedOperationException e) {
            ring.close();
            throw e;
        }
    }

    /** Whether one receive begins in a buffer where the last one ended: Linux 6.12 and newer. */
    public boolean packsReceived() {
        return received.arePacked();
    }

    @Override
    public void attach() {
        Libc.setTimerSlackNanos(1);
        ring.enable();
        watchWaker();
    }

    private void watchWaker() {
        ring.add(Ring.start(OP_POLL_ADD, 0, 0, waker.fd()), 0, POLL_MULTISHOT, POLLIN, WAKE, 0);
    }

    @Override
    public PolledSocket open(Destination to, Handler handler) throws NetException {
        int fd = natives.open(to);
        boolean connected = natives.connect(fd, to);
        int index = freedCount > 0 ? freed[--freedCount] : used++;
        if (index >= sockets.length) {
            sockets = Arrays.copyOf(sockets, sockets.length * 2);
        }
        UringSocket socket = new UringSocket(this, fd, index, to, handler);
        sockets[index] = socket;
        socket.start(connected);
        return socket;
    }

    @Override
    public void poll(long timeoutNanos) {
        ring.await(timeoutNanos);
        for (int i = 0; i < BATCH && ring.next(); i++) {
            long data = ring.userData();
            if (data >= 0) {
                dispatch(data);
            } else if (data == WAKE && !UringSocket.hasMore(ring.flags())) {
                watchWaker();
            }
        }
    }

    private void dispatch(long data) {
        UringSocket socket = sockets[(int) (data >>> OPERATION_BITS)];
        if (socket != null) {
            int operation = (int) data & (1 << OPERATION_BITS) - 1;
            socket.completed(operation, ring.result(), ring.flags());
        }
    }

    private static long data(int index, int operation) {
        return (long) index << OPERATION_BITS | operation;
    }

    /** Tells when a connection attempt has ended. */
    void awaitConnected(int fd, int index) {
        ring.add(Ring.start(OP_POLL_ADD, 0, 0, fd), 0, 0, POLLOUT, data(index, CONNECT), 0);
    }

    /**
     * Receives whatever comes until it is cancelled.
     *
     * @param first whether nothing can have come yet, so that the kernel need not look
     */
    void receive(int fd, int index, boolean first) {
        int how = RECV_MULTISHOT | (first ? RECV_POLL_FIRST : 0);
        long start = Ring.start(OP_RECV, BUFFER_SELECT, how, fd);
        ring.add(start, 0, 0, 0, data(index, RECEIVE), ReceiveBuffers.GROUP);
    }

    /** Sends all of it, however long that takes. */
    void send(int fd, int index, long address, int length) {
        int how = MSG_NOSIGNAL | MSG_WAITALL;
        ring.add(Ring.start(OP_SEND, 0, 0, fd), address, length, how, data(index, SEND), 0);
    }

    /** Ends an operation early, which completes then. */
    void cancel(int index, int operation) {
        long start = Ring.start(OP_ASYNC_CANCEL, CQE_SKIP_SUCCESS, 0, -1);
        ring.add(start, data(index, operation), 0, 0, IGNORED, 0);
    }

    void close(int fd) {
        ring.add(Ring.start(OP_CLOSE, CQE_SKIP_SUCCESS, 0, fd), 0, 0, 0, IGNORED, 0);
    }

    /** Lets another socket have an index that no operation names any more. */
    void release(int index) {
        sockets[index] = null;
        if (freedCount == freed.length) {
            freed = Arrays.copyOf(freed, freedCount * 2);
        }
        freed[freedCount++] = index;
    }

    NativeSockets natives() {
        return natives;
    }

    ReceiveBuffers received() {
        return received;
    }

    /** Where arrays come from for what is received before anybody reads. */
    BufferPool unread() {
        return unread;
    }

    /** Buffers for a send of so many bytes, or of a part of them. */
    SendBuffers sendBuffers(int length) {
        return length <= small.bytes() ? small : large;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void wake() {
        waker.wake();
    }

    @Override
    public void close() {
        ring.submit();
        closed = true;
        for (UringSocket socket : sockets) {
            if (socket != null) {
                socket.closeAtOnce();
            }
        }
        waker.close();
        ring.close();
        received.close();
    }
}
