package io.spate.net;

import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.poll.BufferPool;
import io.spate.net.poll.InputBuffer;
import io.spate.net.tls.engine.TlsEngine;
import io.spate.net.tls.engine.TlsEngine.Status;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** TLS over another connection. Everything runs on the virtual thread that uses it. */
final class TlsConnection implements Connection {
    /** The types that a record can have: change_cipher_spec to application_data. */
    private static final int FIRST_TYPE = 20;

    private static final int LAST_TYPE = 23;

    private final Connection wire;
    private final TlsEngine engine;
    private final String peer;
    private final BufferPool buffers;
    private final InputBuffer input;

    /** How many bytes came with the end of the handshake, before anybody waited for them. */
    private int early;

    private boolean speaksTls;

    /** Whether the peer has said that it sends no more. */
    private boolean ended;

    private boolean closed;
    private Opening opening;

    /** Over a wire that has just been connected to the named peer. */
    TlsConnection(Connection wire, TlsEngine engine, String peer, BufferPool buffers) {
        this.wire = wire;
        this.engine = engine;
        this.peer = peer;
        this.buffers = buffers;
        this.input = new InputBuffer(buffers);
        this.opening = wire.opening();
    }

    /** Shakes hands. To be closed by the caller where this throws. */
    void handshake(long deadlineNanos) throws NetException {
        long startNanos = System.nanoTime();
        try {
            sendOutput(deadlineNanos);
            while (engine.isHandshaking()) {
                if (receive(deadlineNanos) < 0) {
                    throw new SSLException("the peer closed the connection");
                }
                checkThatItSpeaksTls();
                early += decryptReceived(deadlineNanos);
                if (ended) {
                    throw new SSLException("the peer closed the connection");
                }
            }
        } catch (SSLException e) {
            throw TlsFailures.ofHandshake(e, peer);
        }
        Opening plain = wire.opening();
        opening =
                new Opening(
                        plain.resolveNanos(),
                        plain.connectNanos(),
                        System.nanoTime() - startNanos,
                        engine.version(),
                        engine.protocol(),
                        plain.remoteAddress());
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

    private void checkThatItSpeaksTls() throws SSLException {
        if (speaksTls) {
            return;
        }
        int type = wire.buffer()[wire.position()] & 0xff;
        if (type < FIRST_TYPE || type > LAST_TYPE) {
            throw new SSLException("the peer does not speak TLS");
        }
        speaksTls = true;
    }

    /** Decrypts what has been received, as far as it goes. Returns how many bytes that gave. */
    private int decryptReceived(long deadlineNanos) throws NetException, SSLException {
        int total = 0;
        while (true) {
            input.prepare();
            int offset = wire.position();
            Status status =
                    engine.decrypt(
                            wire.buffer(),
                            offset,
                            wire.limit() - offset,
                            input.array(),
                            input.limit(),
                            input.room());
            wire.consume(engine.consumed());
            if (status != Status.NEEDS_ROOM || engine.produced() > 0) {
                input.received(engine.produced()); // an empty array goes back, however large
                total += engine.produced();
            }
            switch (status) {
                case OK -> {}
                case NEEDS_ROOM -> input.grow();
                case HAS_OUTPUT -> sendOutput(deadlineNanos);
                case NEEDS_BYTES -> {
                    return total;
                }
                case ENDED -> {
                    ended = true;
                    return total;
                }
            }
        }
    }

    /** Sends what the protocol itself has to say. */
    private void sendOutput(long deadlineNanos) throws NetException, SSLException {
        byte[] packet = buffers.take(TlsEngine.PACKET_SIZE);
        try {
            int length;
            while ((length = engine.output(packet)) > 0) {
                wire.write(packet, 0, length, deadlineNanos);
            }
        } finally {
            buffers.give(packet);
        }
    }

    @Override
    public int fill(long deadlineNanos) throws NetException {
        if (early > 0) {
            int count = early;
            early = 0;
            return count;
        }
        try {
            while (!ended) {
                int count = wire.position() < wire.limit() ? decryptReceived(deadlineNanos) : 0;
                if (count > 0) {
                    return count;
                }
                if (!ended && wire.fill(deadlineNanos) < 0) {
                    // Anybody on the way can end TCP; only the peer can end TLS.
                    throw TlsFailures.cutOff(peer);
                }
            }
            return -1;
        } catch (SSLException e) {
            throw TlsFailures.afterHandshake(e, peer);
        }
    }

    @Override
    public void gather(boolean othersWrite) {
        wire.gather(othersWrite);
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadlineNanos)
            throws NetException {
        Objects.checkFromIndexSize(offset, length, source.length);
        byte[] packet = buffers.take(TlsEngine.PACKET_SIZE);
        try {
            int left = length;
            while (left > 0) {
                int size = engine.encrypt(source, offset + length - left, left, packet);
                if (size == TlsEngine.CLOSED) {
                    throw new NetException(Kind.CLOSED, "the connection to " + peer + " is closed");
                }
                left -= engine.consumed();
                wire.write(packet, 0, size, deadlineNanos);
            }
        } catch (SSLException e) {
            throw TlsFailures.afterHandshake(e, peer);
        } finally {
            buffers.give(packet);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        sayGoodbye();
        wire.close();
        engine.close();
    }

    /** Sends the closing alert, or the one that says why the handshake failed. */
    private void sayGoodbye() {
        byte[] packet = buffers.take(TlsEngine.PACKET_SIZE);
        try {
            int length;
            while (wire.isOpen() && (length = engine.goodbye(packet)) > 0) {
                wire.write(packet, 0, length, System.nanoTime());
            }
        } catch (NetException | SSLException _) {
            // The wire is closed anyway.
        } finally {
            buffers.give(packet);
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
        if (!ended && wire.isOpen() && wire.position() < wire.limit()) {
            decryptUnasked();
        }
        return !ended && wire.isOpen() && engine.isOpen();
    }

    /** Tickets for later handshakes are no surprise; the peer's goodbye and a response are. */
    private void decryptUnasked() {
        try {
            int _ = decryptReceived(System.nanoTime());
        } catch (NetException | SSLException _) {
            ended = true;
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
}
