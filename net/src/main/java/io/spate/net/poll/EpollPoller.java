package io.spate.net.poll;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Linux epoll, by direct calls. Sockets are registered once, edge-triggered, for everything: a
 * connection costs one call of {@code epoll_ctl} in its life, and the kernel need not look again at
 * every socket that was read.
 *
 * <p>An event carries its socket's index and generation, so that an event for a socket that was
 * closed earlier in the same batch does not reach the one that took its place.
 */
public final class EpollPoller implements Poller {
    private static final int BATCH = 256;
    private static final int OUTGOING_BYTES = 64 * 1024;
    private static final long WAKE = -1;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int WATCHED =
            Libc.EPOLLIN | Libc.EPOLLOUT | Libc.EPOLLRDHUP | Libc.EPOLLET;

    private final int epoll;
    private final Waker waker;
    private boolean hasNanoTimeout = true;

    /** Not confined to a thread: virtual threads use it on the loop's. */
    private final Arena arena = Arena.ofAuto();

    private final NativeSockets natives = new NativeSockets();
    private final MemorySegment errno = natives.errno();
    private final MemorySegment events;
    private final MemorySegment event;

    /** Where bytes are copied to be sent: views of arrays, which change, would be objects. */
    private final MemorySegment outgoing = arena.allocate(OUTGOING_BYTES);

    private final MemorySegment timeout = arena.allocate(2 * Long.BYTES, Long.BYTES);
    private final int eventSize;
    private final int eventData;

    private @Nullable EpollSocket[] sockets = new @Nullable EpollSocket[64];
    private int generations;
    private int[] freed = new int[64];
    private int freedCount;
    private int used;

    /**
     * Opens the descriptors.
     *
     * @throws UnsupportedOperationException where the operating system refuses
     */
    public EpollPoller() {
        // struct epoll_event is packed on x86-64, and only there.
        boolean packed = !NativeSockets.isAarch64();
        eventSize = packed ? 12 : 16;
        eventData = packed ? 4 : 8;
        events = arena.allocate((long) BATCH * eventSize, Long.BYTES);
        event = arena.allocate(eventSize, Long.BYTES);
        epoll = Libc.checked("epoll_create1", Libc.epollCreate(errno));
        waker = new Waker(errno);
        Libc.checked("epoll_ctl", add(waker.fd(), Libc.EPOLLIN | Libc.EPOLLET, WAKE));
    }

    @Override
    public void attach() {
        Libc.setTimerSlackNanos(1);
    }

    @Override
    public PolledSocket open(Destination to, Handler handler) throws NetException {
        int fd = natives.open(to);
        boolean connected = natives.connect(fd, to);
        int index = freedCount > 0 ? freed[--freedCount] : used++;
        EpollSocket socket = new EpollSocket(fd, index, to, handler);
        socket.connected = connected;
        if (index >= sockets.length) {
            sockets = Arrays.copyOf(sockets, sockets.length * 2);
        }
        sockets[index] = socket;
        int result = add(fd, WATCHED, ((long) socket.generation << Integer.SIZE) | index);
        if (result < 0) {
            socket.close();
            throw NativeSockets.failure(-result, to);
        }
        return socket;
    }

    private int add(int fd, int flags, long data) {
        event.set(JAVA_INT, 0, flags);
        event.set(JAVA_LONG_UNALIGNED, eventData, data);
        return Libc.epollAdd(errno, epoll, fd, event);
    }

    @Override
    public void poll(long timeoutNanos) {
        int count = await(timeoutNanos);
        for (int i = 0; i < count; i++) {
            long offset = (long) i * eventSize;
            long data = events.get(JAVA_LONG_UNALIGNED, offset + eventData);
            if (data == WAKE) {
                continue; // edge-triggered: it need not be read
            }
            EpollSocket socket = sockets[(int) data];
            if (socket != null && socket.generation == (int) (data >>> Integer.SIZE)) {
                socket.handler.ready(toEvents(events.get(JAVA_INT, offset)));
            }
        }
    }

    private int await(long timeoutNanos) {
        int count;
        if (timeoutNanos > 0 && hasNanoTimeout) {
            timeout.set(JAVA_LONG, 0, timeoutNanos / NANOS_PER_SECOND);
            timeout.set(JAVA_LONG, Long.BYTES, timeoutNanos % NANOS_PER_SECOND);
            count = Libc.epollWait(errno, epoll, events, BATCH, timeout);
            if (count != -Libc.ENOSYS) {
                return count;
            }
            hasNanoTimeout = false;
        }
        return Libc.epollWait(errno, epoll, events, BATCH, Poller.toMillis(timeoutNanos));
    }

    private static int toEvents(int flags) {
        int events = 0;
        if ((flags & (Libc.EPOLLIN | Libc.EPOLLRDHUP | Libc.EPOLLHUP | Libc.EPOLLERR)) != 0) {
            events |= READABLE;
        }
        if ((flags & (Libc.EPOLLOUT | Libc.EPOLLHUP | Libc.EPOLLERR)) != 0) {
            events |= WRITABLE;
        }
        if ((flags & (Libc.EPOLLRDHUP | Libc.EPOLLHUP | Libc.EPOLLERR)) != 0) {
            events |= PEER_CLOSED;
        }
        return events;
    }

    @Override
    public void wake() {
        waker.wake();
    }

    @Override
    public void close() {
        for (EpollSocket socket : sockets) {
            if (socket != null) {
                socket.close();
            }
        }
        waker.close();
        Libc.close(epoll);
    }

    /** One socket; the native view of the array it receives into is kept. */
    private final class EpollSocket implements PolledSocket {
        private final int fd;
        private final int index;
        private final int generation;
        private final Destination to;
        private final Handler handler;
        private boolean connected;
        private boolean open = true;
        private final ArrayView target = new ArrayView();

        EpollSocket(int fd, int index, Destination to, Handler handler) {
            this.fd = fd;
            this.index = index;
            this.generation = generations++;
            this.to = to;
            this.handler = handler;
        }

        @Override
        public boolean isConnected() {
            return connected;
        }

        @Override
        public void finishConnect() throws NetException {
            natives.finishConnect(fd, to);
            connected = true;
        }

        @Override
        public int receive(byte[] array, int offset, int length) {
            long count = Libc.receive(errno, fd, target.at(array, offset), length);
            if (count > 0) {
                return (int) count;
            }
            return count == 0 ? END : failed(count);
        }

        @Override
        public int send(byte[] array, int offset, int length) {
            int sent = 0;
            while (sent < length) {
                int part = Math.min(length - sent, OUTGOING_BYTES);
                MemorySegment.copy(array, offset + sent, outgoing, JAVA_BYTE, 0, part);
                long count = Libc.send(errno, fd, outgoing, part);
                if (count < part) {
                    return count >= 0 ? sent + (int) count : sent > 0 ? sent : failed(count);
                }
                sent += part;
            }
            return sent;
        }

        private static int failed(long result) {
            return result == -Libc.EAGAIN || result == -Libc.EINTR ? WOULD_BLOCK : BROKEN;
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                Libc.close(fd);
                sockets[index] = null;
                if (freedCount == freed.length) {
                    freed = Arrays.copyOf(freed, freedCount * 2);
                }
                freed[freedCount++] = index;
            }
        }
    }

    /** The last array's view for native calls, kept so that a call allocates none. */
    private static final class ArrayView {
        private byte @Nullable [] array;
        private MemorySegment whole = MemorySegment.NULL;

        /** The part of an array from an offset to its end. */
        @SuppressWarnings("ReferenceEquality") // which array it is, not what it holds
        MemorySegment at(byte[] wanted, int offset) {
            if (array != wanted) {
                array = wanted;
                whole = MemorySegment.ofArray(wanted);
            }
            return offset == 0 ? whole : whole.asSlice(offset);
        }
    }
}
