package io.spate.net.tls.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The calls of OpenSSL 3 that a connection makes. What encrypts and decrypts neither waits nor
 * calls back, so it is called without telling the JVM ("critical"), straight on arrays of the heap;
 * what takes part in a handshake takes longer, and is called in the ordinary way. Pointers are
 * plain numbers, 0 for none.
 *
 * <p>Loading this class fails where there is no such library; ask {@link OpenSsl#find} first.
 */
final class LibSsl {
    /** OpenSSL's {@code libssl} and what it depends on, {@code libcrypto}. */
    static final SymbolLookup LIBRARY =
            SymbolLookup.libraryLookup(OpenSsl.LIBRARY_NAME, Arena.global());

    static final int WANT_READ = 2;
    static final int WANT_WRITE = 3;
    static final int ZERO_RETURN = 6;

    private static final int BIO_CTRL_RESET = 1;
    private static final int BIO_CTRL_PENDING = 10;
    private static final int SET_TLSEXT_HOSTNAME = 55;
    private static final int TLS1_2 = 0x0303;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option CRITICAL = Linker.Option.critical(true);

    private static final MethodHandle SSL_READ =
            handle("SSL_read", of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT), CRITICAL);
    private static final MethodHandle SSL_WRITE =
            handle("SSL_write", of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT), CRITICAL);
    private static final MethodHandle BIO_READ =
            handle("BIO_read", of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT), CRITICAL);
    private static final MethodHandle BIO_WRITE =
            handle("BIO_write", of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT), CRITICAL);
    private static final MethodHandle BIO_CTRL =
            handle("BIO_ctrl", of(JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG), CRITICAL);
    private static final MethodHandle SSL_GET_ERROR =
            handle("SSL_get_error", of(JAVA_INT, JAVA_LONG, JAVA_INT), CRITICAL);
    private static final MethodHandle SSL_DO_HANDSHAKE =
            handle("SSL_do_handshake", of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle SSL_SHUTDOWN =
            handle("SSL_shutdown", of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle SSL_NEW = handle("SSL_new", of(JAVA_LONG, JAVA_LONG));
    private static final MethodHandle SSL_FREE =
            handle("SSL_free", FunctionDescriptor.ofVoid(JAVA_LONG));
    private static final MethodHandle SSL_SET_BIO =
            handle("SSL_set_bio", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle BIO_UP_REF = handle("BIO_up_ref", of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle SSL_SET_CONNECT_STATE =
            handle("SSL_set_connect_state", FunctionDescriptor.ofVoid(JAVA_LONG));
    private static final MethodHandle SSL_CTRL =
            handle("SSL_ctrl", of(JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS));
    private static final MethodHandle SSL_SET_ALPN_PROTOS =
            handle("SSL_set_alpn_protos", of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT));
    private static final MethodHandle SSL_GET0_ALPN_SELECTED =
            handle(
                    "SSL_get0_alpn_selected",
                    FunctionDescriptor.ofVoid(JAVA_LONG, ADDRESS, ADDRESS));
    private static final MethodHandle SSL_VERSION = handle("SSL_version", of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle SSL_GET_PEER_CERT_CHAIN =
            handle("SSL_get_peer_cert_chain", of(JAVA_LONG, JAVA_LONG));
    private static final MethodHandle SSL_GET1_SESSION =
            handle("SSL_get1_session", of(JAVA_LONG, JAVA_LONG));
    private static final MethodHandle SSL_SET_SESSION =
            handle("SSL_set_session", of(JAVA_INT, JAVA_LONG, JAVA_LONG));

    private LibSsl() {}

    private static FunctionDescriptor of(MemoryLayout result, MemoryLayout... arguments) {
        return FunctionDescriptor.of(result, arguments);
    }

    static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), type, options);
    }

    static AssertionError unreachable(Throwable thrown) {
        return new AssertionError("a native call does not throw", thrown);
    }

    /** Decrypts: how many bytes, or what {@link #error} is to explain. */
    static int read(long ssl, MemorySegment target, int length) {
        try {
            return (int) SSL_READ.invokeExact(ssl, target, length);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Encrypts: how many bytes, or what {@link #error} is to explain. */
    static int write(long ssl, MemorySegment source, int length) {
        try {
            return (int) SSL_WRITE.invokeExact(ssl, source, length);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Takes bytes out of a buffer: how many, not above 0 for none. */
    static int take(long bio, MemorySegment target, int length) {
        try {
            return (int) BIO_READ.invokeExact(bio, target, length);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Puts bytes into a buffer, which grows: how many. */
    static int put(long bio, MemorySegment source, int length) {
        try {
            return (int) BIO_WRITE.invokeExact(bio, source, length);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** How many bytes a buffer holds. */
    static long held(long bio) {
        return control(bio, BIO_CTRL_PENDING);
    }

    /** Empties a buffer. */
    static void empty(long bio) {
        long _ = control(bio, BIO_CTRL_RESET);
    }

    private static long control(long bio, int command) {
        try {
            return (long) BIO_CTRL.invokeExact(bio, command, 0L, 0L);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** What the result of the last call means, such as {@link #WANT_READ}. */
    static int error(long ssl, int result) {
        try {
            return (int) SSL_GET_ERROR.invokeExact(ssl, result);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Goes on with the handshake: 1 once it is over. */
    static int shakeHands(long ssl) {
        try {
            return (int) SSL_DO_HANDSHAKE.invokeExact(ssl);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Says that nothing more will be sent. */
    static void shutdown(long ssl) {
        try {
            int _ = (int) SSL_SHUTDOWN.invokeExact(ssl);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** A client's connection of a context, on two buffers; 0 where memory is short. */
    static long open(long context, long received, long toSend) {
        try {
            long ssl = (long) SSL_NEW.invokeExact(context);
            if (ssl != 0) {
                int _ = (int) BIO_UP_REF.invokeExact(received);
                int _ = (int) BIO_UP_REF.invokeExact(toSend);
                SSL_SET_BIO.invokeExact(ssl, received, toSend);
                SSL_SET_CONNECT_STATE.invokeExact(ssl);
            }
            return ssl;
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    static void free(long ssl) {
        try {
            SSL_FREE.invokeExact(ssl);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Asks for a server by its name (RFC 6066). */
    static void nameServer(long ssl, MemorySegment name) {
        try {
            long _ = (long) SSL_CTRL.invokeExact(ssl, SET_TLSEXT_HOSTNAME, 0L, name);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Offers protocols, each with its length before it. */
    static void offer(long ssl, MemorySegment protocols) {
        try {
            int size = (int) protocols.byteSize();
            int _ = (int) SSL_SET_ALPN_PROTOS.invokeExact(ssl, protocols, size);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Puts the address of the name of what was agreed on, and its length. */
    static void protocol(long ssl, MemorySegment name, MemorySegment length) {
        try {
            SSL_GET0_ALPN_SELECTED.invokeExact(ssl, name, length);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Such as {@code tls1.3}. */
    static String version(long ssl) {
        try {
            return (int) SSL_VERSION.invokeExact(ssl) == TLS1_2 ? "tls1.2" : "tls1.3";
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** The peer's certificates, which stay the connection's; 0 for none. */
    static long chain(long ssl) {
        try {
            return (long) SSL_GET_PEER_CERT_CHAIN.invokeExact(ssl);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** The session, which is the caller's to free; 0 for none. */
    static long session(long ssl) {
        try {
            return (long) SSL_GET1_SESSION.invokeExact(ssl);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Goes on with a session, which stays the caller's. */
    static void resume(long ssl, long session) {
        try {
            int _ = (int) SSL_SET_SESSION.invokeExact(ssl, session);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }
}
