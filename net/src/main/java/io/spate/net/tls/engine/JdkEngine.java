package io.spate.net.tls.engine;

import java.nio.ByteBuffer;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS by the JDK. Tasks of a handshake run where they come up: a loop is one core's worth of users,
 * and their handshakes cost that core whichever thread they run on.
 */
final class JdkEngine extends TlsEngine {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final View received = new View();
    private final View target = new View();
    private final View source = new View();
    private final View packet = new View();
    private boolean begun;

    JdkEngine(SSLEngine engine) {
        this.engine = engine;
    }

    @Override
    public Status decrypt(
            byte[] bytes, int offset, int length, byte[] into, int targetOffset, int room)
            throws SSLException {
        SSLEngineResult result =
                engine.unwrap(
                        received.of(bytes, offset, length), target.of(into, targetOffset, room));
        consumed = result.bytesConsumed();
        produced = result.bytesProduced();
        return switch (result.getStatus()) {
            case OK -> hasOutput(result) ? Status.HAS_OUTPUT : Status.OK;
            case BUFFER_UNDERFLOW -> Status.NEEDS_BYTES;
            case BUFFER_OVERFLOW -> Status.NEEDS_ROOM;
            case CLOSED -> Status.ENDED;
        };
    }

    private static boolean hasOutput(SSLEngineResult result) {
        HandshakeStatus status = result.getHandshakeStatus();
        return status == HandshakeStatus.NEED_WRAP || status == HandshakeStatus.NEED_TASK;
    }

    @Override
    public int encrypt(byte[] bytes, int offset, int length, byte[] into) throws SSLException {
        SSLEngineResult result =
                engine.wrap(source.of(bytes, offset, length), packet.of(into, 0, into.length));
        consumed = result.bytesConsumed();
        return result.getStatus() == SSLEngineResult.Status.CLOSED
                ? CLOSED
                : result.bytesProduced();
    }

    @Override
    public int output(byte[] into) throws SSLException {
        if (!begun) {
            begun = true;
            engine.beginHandshake();
        }
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> {
                    SSLEngineResult result = engine.wrap(NOTHING, packet.of(into, 0, into.length));
                    if (result.bytesProduced() > 0
                            || result.getStatus() != SSLEngineResult.Status.OK) {
                        return result.bytesProduced();
                    }
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN, FINISHED, NOT_HANDSHAKING -> {
                    return 0;
                }
            }
        }
    }

    @Override
    public int goodbye(byte[] into) throws SSLException {
        engine.closeOutbound();
        return engine.isOutboundDone()
                ? 0
                : engine.wrap(NOTHING, packet.of(into, 0, into.length)).bytesProduced();
    }

    @Override
    public boolean isHandshaking() {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    @Override
    public boolean isOpen() {
        return !engine.isInboundDone() && !engine.isOutboundDone();
    }

    @Override
    public String version() {
        return engine.getSession().getProtocol().replace("v", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String protocol() {
        String agreed = engine.getApplicationProtocol();
        return agreed == null ? "" : agreed;
    }

    @Override
    public void close() {}

    /** The last array's view, kept so that a call allocates none. */
    private static final class View {
        private byte @Nullable [] array;
        private ByteBuffer view = NOTHING;

        @SuppressWarnings("ReferenceEquality") // which array it is, not what it holds
        ByteBuffer of(byte[] wanted, int offset, int length) {
            if (array != wanted) {
                array = wanted;
                view = ByteBuffer.wrap(wanted);
            }
            return view.limit(offset + length).position(offset);
        }
    }
}
