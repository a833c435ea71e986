package io.spate.net;

import io.spate.net.NetException.Kind;
import io.spate.net.poll.InputBuffer;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS by the JDK's engine over another connection. Everything runs on the virtual thread that uses
 * it, handshake tasks too: a loop is one core's worth of users, and their handshakes cost that core
 * whichever thread they run on.
 */
final class TlsConnection implements Connection {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Connection wire;
    private final SSLEngine engine;
    private final String peer;
    private final InputBuffer input;
    private final BufferView inputView = new BufferView();
    private final BufferView wireView = new BufferView();
    private final BufferView sourceView = new BufferView();
    private ByteBuffer packet = NOTHING;
    private Opening opening;

    /** Over a wire that has just been connected to the named peer. */
    TlsConnection(Connection wire, SSLEngine engine, String peer, InputBuffer.Pool buffers) {
        this.input = new InputBuffer(buffers);
        this.wire = wire;
        this.engine = engine;
        this.peer = peer;
        this.opening = wire.opening();
    }

    /** Shakes hands. The wire stays the caller's to close where this throws. */
    void handshake(long deadlineNanos) throws NetException {
        long startNanos = System.nanoTime();
        try {
            engine.beginHandshake();
            shakeHands(deadlineNanos);
        } catch (SSLException e) {
            sayGoodbye();
            throw TlsFailures.ofHandshake(e, peer);
        }
        Opening plain = wire.opening();
        opening =
                new Opening(
                        plain.resolveNanos(),
                        plain.connectNanos(),
                        System.nanoTime() - startNanos,
                        engine.getSession().getProtocol().replace("v", "").toLowerCase(Locale.ROOT),
                        protocol(),
                        plain.remoteAddress());
    }

    private String protocol() {
        String agreed = engine.getApplicationProtocol();
        return agreed == null ? "" : agreed;
    }

    private void shakeHands(long deadlineNanos) throws NetException, SSLException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_WRAP -> wrap(NOTHING, deadlineNanos);
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    Status status = unwrap().getStatus();
                    if (status == Status.CLOSED) {
                        throw new SSLException("the peer closed the connection");
                    }
                    if (status == Status.BUFFER_UNDERFLOW && receive(deadlineNanos) < 0) {
                        throw new SSLException("the peer closed the connection");
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    private int receive(long deadlineNanos) throws NetException {
        try {
            return wire.fill(deadlineNanos);
        } catch (NetException e) {
            throw e.kind() == Kind.TIMEOUT
                    ? new NetException(Kind.CONNECT_TIMEOUT, "the TLS handshake timed out: " + peer)
                    : e;
        }
    }

    /** Encrypts one record and queues it. */
    private SSLEngineResult wrap(ByteBuffer source, long deadlineNanos)
            throws NetException, SSLException {
        if (packet.capacity() == 0) {
            packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        }
        SSLEngineResult result = engine.wrap(source, packet.clear());
        while (result.getStatus() == Status.BUFFER_OVERFLOW) {
            packet = ByteBuffer.allocate(packet.capacity() * 2);
            result = engine.wrap(source, packet);
        }
        if (result.bytesProduced() > 0) {
            wire.write(packet.array(), 0, packet.position(), deadlineNanos);
        }
        return result;
    }

    /** Decrypts one record of what has been received. */
    private SSLEngineResult unwrap() throws SSLException {
        while (true) {
            input.prepare();
            ByteBuffer source = wireView.of(wire.buffer(), wire.position(), wire.limit());
            ByteBuffer target = inputView.of(input.array(), input.limit(), input.array().length);
            SSLEngineResult result = engine.unwrap(source, target);
            if (result.getStatus() != Status.BUFFER_OVERFLOW) {
                wire.consume(result.bytesConsumed());
                input.received(result.bytesProduced());
                return result;
            }
            input.grow();
        }
    }

    @Override
    public int fill(long deadlineNanos) throws NetException {
        try {
            while (true) {
                SSLEngineResult result = unwrap();
                if (result.bytesProduced() > 0) {
                    return result.bytesProduced();
                }
                if (result.getStatus() == Status.CLOSED) {
                    return -1;
                }
                if (result.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING
                        && result.getHandshakeStatus() != HandshakeStatus.FINISHED) {
                    shakeHands(deadlineNanos); // new keys
                } else if (result.getStatus() == Status.BUFFER_UNDERFLOW
                        && wire.fill(deadlineNanos) < 0) {
                    // Anybody on the way can end TCP; only the peer can end TLS.
                    throw TlsFailures.cutOff(peer);
                }
            }
        } catch (SSLException e) {
            throw TlsFailures.afterHandshake(e, peer);
        }
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadlineNanos)
            throws NetException {
        Objects.checkFromIndexSize(offset, length, source.length);
        ByteBuffer left = sourceView.of(source, offset, offset + length);
        try {
            while (left.hasRemaining()) {
                if (wrap(left, deadlineNanos).getStatus() == Status.CLOSED) {
                    throw new NetException(Kind.CLOSED, "the connection to " + peer + " is closed");
                }
            }
        } catch (SSLException e) {
            throw TlsFailures.afterHandshake(e, peer);
        }
    }

    @Override
    public void close() {
        sayGoodbye();
        wire.close();
    }

    /** Sends the closing alert, or the one that says why the handshake failed. */
    private void sayGoodbye() {
        engine.closeOutbound();
        try {
            while (wire.isOpen() && !engine.isOutboundDone()) {
                if (wrap(NOTHING, System.nanoTime()).bytesProduced() == 0) {
                    return;
                }
            }
        } catch (NetException | SSLException _) {
            // The wire is closed anyway.
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
        if (wire.isOpen() && wire.position() < wire.limit()) {
            decryptUnasked();
        }
        return wire.isOpen() && !engine.isInboundDone() && !engine.isOutboundDone();
    }

    /** Tickets for later handshakes are no surprise; the peer's goodbye and a response are. */
    private void decryptUnasked() {
        try {
            SSLEngineResult result;
            do {
                result = unwrap();
            } while (result.getStatus() == Status.OK && result.bytesConsumed() > 0);
        } catch (SSLException _) {
            // The engine has closed itself, which is all that is asked here.
        }
    }

    @Override
    public long sentNanos() {
        return wire.sentNanos();
    }

    @Override
    public long receivedNanos() {
        return wire.receivedNanos();
    }

    @Override
    public long bytesIn() {
        return wire.bytesIn();
    }

    @Override
    public long bytesOut() {
        return wire.bytesOut();
    }

    @Override
    public Opening opening() {
        return opening;
    }

    /** The last array's view for the engine, kept so that a call allocates none. */
    private static final class BufferView {
        private byte @Nullable [] array;
        private ByteBuffer view = NOTHING;

        @SuppressWarnings("ReferenceEquality") // which array it is, not what it holds
        ByteBuffer of(byte[] wanted, int position, int limit) {
            if (array != wanted) {
                array = wanted;
                view = ByteBuffer.wrap(wanted);
            }
            return view.limit(limit).position(position);
        }
    }
}
