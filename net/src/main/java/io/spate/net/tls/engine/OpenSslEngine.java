package io.spate.net.tls.engine;

import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * TLS by OpenSSL. What is received is put into the loop's buffer and taken out of it by the
 * connection within one call; what is to be sent comes out of the other buffer before anything else
 * happens.
 *
 * <p>The server's certificates are looked at before the last message of TLS 1.3's handshake leaves,
 * and in any case before a byte of the user's does.
 */
final class OpenSslEngine extends TlsEngine {
    /** How much goes into a record, so that the record fits into a packet. */
    private static final int RECORD_MAX = 16 * 1024;

    private static final byte[] NONE = {};

    private final OpenSslEngines shared;
    private final OpenSslEngines.Peer peer;

    /** 0 once it was given back. */
    private long ssl;

    private boolean begun;
    private boolean handshaking = true;
    private boolean ended;
    private boolean broken;
    private boolean saidGoodbye;

    /** What is still to be told to the peer after a failure. */
    private byte[] lastWords = NONE;

    OpenSslEngine(OpenSslEngines shared, long ssl, OpenSslEngines.Peer peer) {
        this.shared = shared;
        this.ssl = ssl;
        this.peer = peer;
    }

    @Override
    public Status decrypt(
            byte[] source, int offset, int length, byte[] target, int targetOffset, int room)
            throws SSLException {
        consumed = 0;
        produced = 0;
        if (ssl == 0 || broken || ended) {
            return Status.ENDED;
        }
        if (length > 0) {
            consumed = LibSsl.put(shared.received, shared.source(source, offset), length);
            if (consumed != length) {
                throw failed("memory is short");
            }
        }
        return handshaking && !shakeHands() ? outputOrBytes() : read(target, targetOffset, room);
    }

    private Status read(byte[] target, int targetOffset, int room) throws SSLException {
        while (produced < room) {
            int left = room - produced;
            int count = LibSsl.read(ssl, shared.target(target, targetOffset + produced), left);
            if (count <= 0) {
                return endOfRead(count);
            }
            produced += count;
            if (count < left && LibSsl.held(shared.received) == 0) {
                return outputOrBytes();
            }
        }
        return Status.NEEDS_ROOM;
    }

    private Status endOfRead(int result) throws SSLException {
        return switch (LibSsl.error(ssl, result)) {
            case LibSsl.WANT_READ, LibSsl.WANT_WRITE -> outputOrBytes();
            case LibSsl.ZERO_RETURN -> {
                ended = true;
                LibSsl.empty(shared.received);
                LibSsl.empty(shared.toSend);
                yield Status.ENDED;
            }
            default -> throw failed(shared.library.takeErrors());
        };
    }

    private Status outputOrBytes() {
        return LibSsl.held(shared.toSend) > 0 ? Status.HAS_OUTPUT : Status.NEEDS_BYTES;
    }

    /** Whether the handshake is over. */
    private boolean shakeHands() throws SSLException {
        int result = LibSsl.shakeHands(ssl);
        if (result == 1) {
            handshaking = false;
            checkServer();
            return true;
        }
        int error = LibSsl.error(ssl, result);
        if (error != LibSsl.WANT_READ && error != LibSsl.WANT_WRITE) {
            throw failed(shared.library.takeErrors());
        }
        return false;
    }

    private void checkServer() throws SSLException {
        try {
            shared.checkServer(ssl, peer);
        } catch (CertificateException e) {
            broken = true;
            LibSsl.empty(shared.received);
            LibSsl.empty(shared.toSend);
            throw (SSLException) new SSLHandshakeException("untrusted").initCause(e);
        }
    }

    /** Leaves the shared buffers to the others. */
    private SSLException failed(String reason) {
        broken = true;
        int length = (int) Math.min(LibSsl.held(shared.toSend), PACKET_SIZE);
        if (length > 0) {
            lastWords = new byte[length];
            int _ = LibSsl.take(shared.toSend, shared.target(lastWords, 0), length);
        }
        LibSsl.empty(shared.received);
        LibSsl.empty(shared.toSend);
        return new SSLException(reason.isEmpty() ? "the connection is broken" : reason);
    }

    @Override
    public int encrypt(byte[] source, int offset, int length, byte[] packet) throws SSLException {
        consumed = 0;
        if (ssl == 0 || broken || saidGoodbye) {
            return CLOSED;
        }
        int count = LibSsl.write(ssl, shared.source(source, offset), Math.min(length, RECORD_MAX));
        if (count <= 0) {
            throw failed(shared.library.takeErrors());
        }
        consumed = count;
        return taken(packet);
    }

    private int taken(byte[] packet) {
        return Math.max(0, LibSsl.take(shared.toSend, shared.target(packet, 0), packet.length));
    }

    @Override
    public int output(byte[] packet) throws SSLException {
        if (ssl == 0 || broken) {
            return 0;
        }
        if (!begun) {
            begun = true;
            boolean _ = shakeHands();
        }
        return taken(packet);
    }

    @Override
    public int goodbye(byte[] packet) {
        if (lastWords.length > 0) {
            int length = lastWords.length;
            System.arraycopy(lastWords, 0, packet, 0, length);
            lastWords = NONE;
            return length;
        }
        if (ssl == 0 || broken || handshaking || saidGoodbye) {
            return 0;
        }
        saidGoodbye = true;
        LibSsl.shutdown(ssl);
        return taken(packet);
    }

    @Override
    public boolean isHandshaking() {
        return handshaking;
    }

    @Override
    public boolean isOpen() {
        return ssl != 0 && !broken && !ended && !saidGoodbye;
    }

    @Override
    public String version() {
        return LibSsl.version(ssl);
    }

    @Override
    public String protocol() {
        return OpenSslEngines.protocol(ssl);
    }

    @Override
    public void close() {
        if (ssl != 0) {
            if (!broken && !handshaking) {
                forgoGoodbye();
                shared.keepSession(ssl, peer);
            }
            LibSsl.free(ssl);
            ssl = 0;
        }
    }

    /** OpenSSL does not go on with a session that ended without a goodbye, if only to nobody. */
    private void forgoGoodbye() {
        if (!saidGoodbye) {
            LibSsl.shutdown(ssl);
            LibSsl.empty(shared.toSend);
        }
    }
}
