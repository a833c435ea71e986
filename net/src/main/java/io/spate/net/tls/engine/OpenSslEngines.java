package io.spate.net.tls.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.TlsVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Engines by OpenSSL. They share two buffers, one for what was received and one for what is to be
 * sent: each call of an engine empties the one before it returns and hands over the other before
 * another engine is called. So an idle connection holds no buffer.
 */
final class OpenSslEngines implements TlsEngines {
    /** Buffers of a connection are freed while they are empty. */
    private static final int RELEASE_BUFFERS = 0x10;

    private static final int PARTIAL_WRITE = 0x1;
    private static final int MOVING_WRITE_BUFFER = 0x2;
    private static final int SESSIONS_MAX = 256;
    private static final int ALPN_NAME_MAX = 255;

    final OpenSsl library;
    final long received;
    final long toSend;
    private final HeapView source = new HeapView();
    private final HeapView target = new HeapView();

    private final TlsSettings settings;
    private final CertificateFactory certificates;
    private final Map<Integer, Long> contexts = new HashMap<>();
    private final Map<Peer, Long> sessions = new LinkedHashMap<>();
    private @Nullable ServerCheck check;
    private boolean closed;

    /** Whose session a connection may go on with. */
    record Peer(String host, int port, int certificate, boolean verify) {}

    OpenSslEngines(TlsSettings settings, OpenSsl library) {
        this.settings = settings;
        this.library = library;
        try {
            certificates = CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("each JDK has X.509", e);
        }
        received = library.newBuffer();
        toSend = library.newBuffer();
        if (!settings.cipherSuites().isEmpty()) {
            context(-1);
        }
        for (int i = 0; i < settings.clientCertificates().size(); i++) {
            context(i);
        }
    }

    @Override
    public TlsEngine open(String host, int port, boolean verify, List<String> alpn)
            throws GeneralSecurityException {
        if (closed) {
            throw new GeneralSecurityException("its event loop has ended");
        }
        String name = settings.serverName().orElse(host);
        int certificate = TlsEngines.certificateFor(settings, host);
        if (verify && check == null) {
            check = new ServerCheck(settings.authorities());
        }
        long ssl = LibSsl.open(context(certificate), received, toSend);
        if (ssl == 0) {
            throw new GeneralSecurityException(library.takeErrors());
        }
        try (Arena arena = Arena.ofConfined()) {
            if (!HostNames.isLiteral(name)) {
                LibSsl.nameServer(ssl, arena.allocateFrom(asciiName(name)));
            }
            if (!alpn.isEmpty()) {
                LibSsl.offer(ssl, arena.allocateFrom(JAVA_BYTE, withLengths(alpn)));
            }
        }
        Peer peer = new Peer(name, port, certificate, verify);
        Long session = sessions.get(peer);
        if (session != null) {
            LibSsl.resume(ssl, session);
        }
        return new OpenSslEngine(this, ssl, peer);
    }

    private static String asciiName(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException _) {
            return host;
        }
    }

    private static byte[] withLengths(List<String> protocols) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String each : protocols) {
            byte[] name = each.getBytes(StandardCharsets.US_ASCII);
            if (name.length == 0 || name.length > ALPN_NAME_MAX) {
                throw new IllegalArgumentException("not a protocol's name: " + each);
            }
            bytes.write(name.length);
            bytes.writeBytes(name);
        }
        return bytes.toByteArray();
    }

    private long context(int certificate) {
        return contexts.computeIfAbsent(certificate, this::newContext);
    }

    private long newContext(int certificate) {
        OpenSslSuites suites = OpenSslSuites.of(settings, library);
        long context =
                library.newContext(
                        number(suites.versionMin()),
                        number(suites.versionMax()),
                        RELEASE_BUFFERS | PARTIAL_WRITE | MOVING_WRITE_BUFFER);
        if (context == 0) {
            throw new IllegalArgumentException(
                    "OpenSSL cannot do TLS here: " + library.takeErrors());
        }
        boolean done =
                suites.isUsual()
                        || (library.setCipherSuites(context, suites.newer())
                                && (suites.older().isEmpty()
                                        || library.setCipherList(context, suites.older())));
        if (!done) {
            throw new IllegalArgumentException(
                    "OpenSSL does not take the cipher suites: " + library.takeErrors());
        }
        if (certificate >= 0) {
            identify(context, settings.clientCertificates().get(certificate));
        }
        return context;
    }

    private static int number(TlsVersion version) {
        return switch (version) {
            case TLS_1_2 -> 0x0303;
            case TLS_1_3 -> 0x0304;
        };
    }

    private void identify(long context, ClientCertificate certificate) {
        try {
            boolean done = true;
            for (int i = 0; i < certificate.chain().size(); i++) {
                byte[] der = certificate.chain().get(i).getEncoded();
                done = done && library.addCertificate(context, der, i == 0);
            }
            if (!done || !library.setKey(context, certificate.key().getEncoded())) {
                throw new IllegalArgumentException(
                        "OpenSSL does not take the client certificate: " + library.takeErrors());
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "the client certificate has no encoding: " + e.getMessage(), e);
        }
    }

    /** Views of arrays, one for each direction, kept so that a call allocates none. */
    MemorySegment source(byte[] array, int offset) {
        return source.at(array, offset);
    }

    MemorySegment target(byte[] array, int offset) {
        return target.at(array, offset);
    }

    /** Looks whether a peer is who it should be. */
    void checkServer(long ssl, Peer peer) throws CertificateException {
        if (!peer.verify() || check == null) {
            return;
        }
        long chain = LibSsl.chain(ssl);
        X509Certificate[] shown = new X509Certificate[library.count(chain)];
        for (int i = 0; i < shown.length; i++) {
            shown[i] =
                    (X509Certificate)
                            certificates.generateCertificate(
                                    new ByteArrayInputStream(library.encoded(chain, i)));
        }
        if (shown.length == 0) {
            throw new CertificateException("the server has shown none");
        }
        check.check(shown, "UNKNOWN", peer.host());
    }

    /** What ALPN agreed on. */
    static String protocol(long ssl) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(ADDRESS);
            MemorySegment length = arena.allocate(JAVA_INT);
            LibSsl.protocol(ssl, name, length);
            int size = length.get(JAVA_INT, 0);
            byte[] bytes = name.get(ADDRESS, 0).reinterpret(size).toArray(JAVA_BYTE);
            return new String(bytes, StandardCharsets.US_ASCII);
        }
    }

    /** Keeps a connection's session for the next one, where that is wanted. */
    void keepSession(long ssl, Peer peer) {
        if (!settings.resumption()) {
            return;
        }
        long session = LibSsl.session(ssl);
        if (session == 0) {
            return;
        }
        if (!library.isResumable(session)
                || (sessions.size() >= SESSIONS_MAX && !sessions.containsKey(peer))) {
            library.freeSession(session);
            return;
        }
        Long older = sessions.put(peer, session);
        if (older != null) {
            library.freeSession(older);
        }
    }

    @Override
    public void close() {
        closed = true;
        sessions.values().forEach(library::freeSession);
        sessions.clear();
        contexts.values().forEach(library::freeContext);
        contexts.clear();
        library.freeBuffer(received);
        library.freeBuffer(toSend);
    }

    /** The last array's view for native calls. */
    private static final class HeapView {
        private byte @Nullable [] array;
        private MemorySegment whole = MemorySegment.NULL;

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
