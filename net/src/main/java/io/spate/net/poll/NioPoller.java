package io.spate.net.poll;

import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's selector. It is level-triggered and tells of the peer's end only when one reads, so a
 * socket takes back its interest with each report, and looks one byte ahead where nobody reads.
 */
public final class NioPoller implements Poller {
    private final Selector selector;
    private final ByteBuffer transfer = ByteBuffer.allocateDirect(64 * 1024);
    private final Consumer<SelectionKey> dispatcher = NioPoller::dispatch;

    public NioPoller() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void attach() {}

    @Override
    public PolledSocket open(Destination to, Handler handler) throws NetException {
        SocketChannel channel = null;
        try {
            channel = newChannel(to);
            channel.configureBlocking(false);
            boolean connected = channel.connect(to.address());
            SelectionKey key =
                    channel.register(
                            selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
            NioSocket socket = new NioSocket(channel, key, to, handler);
            key.attach(socket);
            return socket;
        } catch (NetException e) {
            throw e; // from where the channel was made, and is closed
        } catch (IOException e) {
            closeQuietly(channel);
            throw failure(e, to);
        }
    }

    private static SocketChannel newChannel(Destination to) throws IOException {
        if (!(to.address() instanceof InetSocketAddress)) {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            bind(channel, to);
            return channel;
        } catch (IOException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    private static void bind(SocketChannel channel, Destination to) throws IOException {
        if (to.source() == null) {
            return;
        }
        try {
            channel.bind(new InetSocketAddress(to.source(), 0));
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("in use")
                    ? ConnectFailures.noLocalPort(to)
                    : ConnectFailures.notOurAddress(to);
        }
    }

    private static NetException failure(IOException e, Destination to) {
        String reason = String.valueOf(e.getMessage());
        if (e instanceof NoRouteToHostException || reason.contains("unreachable")) {
            return ConnectFailures.unreachable(to);
        }
        if (reason.contains("timed out")) {
            return ConnectFailures.timedOut(to);
        }
        if (reason.contains("Too many open files")) {
            return ConnectFailures.tooManyFiles(to);
        }
        if (reason.contains("assign requested address")) {
            return ConnectFailures.noLocalPort(to);
        }
        return e instanceof ConnectException
                ? ConnectFailures.refused(to)
                : ConnectFailures.other(to, reason);
    }

    @Override
    public void poll(long timeoutNanos) {
        try {
            if (timeoutNanos == 0) {
                selector.selectNow(dispatcher);
            } else {
                selector.select(dispatcher, Math.max(0, Poller.toMillis(timeoutNanos)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.attachment() instanceof NioSocket socket && key.isValid()) {
            socket.dispatch(key.readyOps());
        }
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    @Override
    public void close() {
        for (SelectionKey key : new ArrayList<>(selector.keys())) {
            closeQuietly(key.channel());
        }
        closeQuietly(selector);
    }

    private static void closeQuietly(@Nullable AutoCloseable resource) {
        if (resource == null) {
            return;
        }
        try {
            resource.close();
        } catch (Exception _) {
            // It is given up anyway.
        }
    }

    /** One socket. */
    private final class NioSocket implements PolledSocket {
        private final SocketChannel channel;
        private final SelectionKey key;
        private final Destination to;
        private final Handler handler;

        /** A byte that was read to find out whether the peer has closed; -1 where there is none. */
        private int early = -1;

        NioSocket(SocketChannel channel, SelectionKey key, Destination to, Handler handler) {
            this.channel = channel;
            this.key = key;
            this.to = to;
            this.handler = handler;
        }

        void dispatch(int ready) {
            key.interestOpsAnd(~ready);
            int events = 0;
            if ((ready & SelectionKey.OP_READ) != 0) {
                events |= READABLE;
            }
            if ((ready & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0) {
                events |= WRITABLE;
            }
            handler.ready(events);
            if ((events & READABLE) != 0 && key.isValid() && !watches(SelectionKey.OP_READ)) {
                lookAhead();
            }
        }

        private boolean watches(int operation) {
            return (key.interestOps() & operation) != 0;
        }

        private void lookAhead() {
            if (early >= 0) {
                return;
            }
            int count = read(1);
            if (count == 1) {
                early = transfer.get(0) & 0xFF;
            } else if (count == END || count == BROKEN) {
                handler.ready(READABLE | PEER_CLOSED);
            }
        }

        @Override
        public boolean isConnected() {
            return channel.isConnected();
        }

        @Override
        public void finishConnect() throws NetException {
            try {
                if (!channel.finishConnect()) {
                    throw new IllegalStateException("the attempt has not ended");
                }
            } catch (IOException e) {
                throw failure(e, to);
            }
            key.interestOps(SelectionKey.OP_READ);
        }

        @Override
        public int receive(byte[] target, int offset, int length) {
            int before = 0;
            if (early >= 0) {
                target[offset] = (byte) early;
                early = -1;
                before = 1;
            }
            int count = length == before ? WOULD_BLOCK : read(length - before);
            if (count > 0) {
                transfer.get(0, target, offset + before, count);
            }
            int received = before == 0 ? count : before + Math.max(count, 0);
            if (received < length && received != END && received != BROKEN) {
                key.interestOpsOr(SelectionKey.OP_READ);
            }
            return received;
        }

        private int read(int length) {
            transfer.clear().limit(Math.min(length, transfer.capacity()));
            try {
                int count = channel.read(transfer);
                return count == 0 ? WOULD_BLOCK : count;
            } catch (IOException _) {
                return BROKEN;
            }
        }

        @Override
        public int send(byte[] source, int offset, int length) {
            int sent = 0;
            try {
                while (sent < length) {
                    int part = Math.min(length - sent, transfer.capacity());
                    transfer.clear().put(source, offset + sent, part).flip();
                    int count = channel.write(transfer);
                    sent += count;
                    if (count < part) {
                        key.interestOpsOr(SelectionKey.OP_WRITE);
                        break;
                    }
                }
            } catch (IOException _) {
                return BROKEN;
            }
            return sent == 0 ? WOULD_BLOCK : sent;
        }

        @Override
        public void close() {
            closeQuietly(channel);
        }
    }
}
