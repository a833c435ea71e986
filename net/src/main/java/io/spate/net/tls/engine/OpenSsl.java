package io.spate.net.tls.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The machine's OpenSSL 3: what contexts, certificates and errors need, which is called seldom.
 * Without state of its own.
 */
final class OpenSsl {
    static final String LIBRARY_NAME = "libssl.so.3";

    /** What to say where it is missing. */
    static final String WHAT_IT_NEEDS =
            "TLS by OpenSSL needs "
                    + LIBRARY_NAME
                    + " (on Debian: package libssl3) and Java's option --enable-native-access";

    private static final long VERSION_MIN = 0x30000000L;

    /** Threads of the JVM may be in the library while the process ends. */
    private static final long NO_ATEXIT = 0x00080000L;

    private static final int MODE = 33;
    private static final int SESSION_CACHE_MODE = 44;
    private static final int CHAIN_CERTIFICATE = 89;
    private static final int VERSION_MIN_PROTO = 123;
    private static final int VERSION_MAX_PROTO = 124;
    private static final int ERROR_OF_SSL = 20;
    private static final int ALERTS_FROM = 1000;

    private final MethodHandle clientMethod = handle("TLS_client_method", of(JAVA_LONG));
    private final MethodHandle newContext = handle("SSL_CTX_new", of(JAVA_LONG, JAVA_LONG));
    private final MethodHandle freeContext =
            handle("SSL_CTX_free", FunctionDescriptor.ofVoid(JAVA_LONG));
    private final MethodHandle controlContext =
            handle("SSL_CTX_ctrl", of(JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
    private final MethodHandle cipherList =
            handle("SSL_CTX_set_cipher_list", of(JAVA_INT, JAVA_LONG, ADDRESS));
    private final MethodHandle cipherSuites =
            handle("SSL_CTX_set_ciphersuites", of(JAVA_INT, JAVA_LONG, ADDRESS));
    private final MethodHandle useCertificate =
            handle("SSL_CTX_use_certificate", of(JAVA_INT, JAVA_LONG, JAVA_LONG));
    private final MethodHandle useKey =
            handle("SSL_CTX_use_PrivateKey", of(JAVA_INT, JAVA_LONG, JAVA_LONG));
    private final MethodHandle cipherName = handle("OPENSSL_cipher_name", of(ADDRESS, ADDRESS));
    private final MethodHandle memory = handle("BIO_s_mem", of(JAVA_LONG));
    private final MethodHandle newBuffer = handle("BIO_new", of(JAVA_LONG, JAVA_LONG));
    private final MethodHandle freeBuffer = handle("BIO_free", of(JAVA_INT, JAVA_LONG));
    private final MethodHandle nextError = handle("ERR_get_error", of(JAVA_LONG));
    private final MethodHandle errorText =
            handle("ERR_reason_error_string", of(ADDRESS, JAVA_LONG));
    private final MethodHandle count = handle("OPENSSL_sk_num", of(JAVA_INT, JAVA_LONG));
    private final MethodHandle item =
            handle("OPENSSL_sk_value", of(JAVA_LONG, JAVA_LONG, JAVA_INT));
    private final MethodHandle encode = handle("i2d_X509", of(JAVA_INT, JAVA_LONG, ADDRESS));
    private final MethodHandle decode =
            handle("d2i_X509", of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG));
    private final MethodHandle freeCertificate =
            handle("X509_free", FunctionDescriptor.ofVoid(JAVA_LONG));
    private final MethodHandle decodeKey =
            handle("d2i_AutoPrivateKey", of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG));
    private final MethodHandle freeKey =
            handle("EVP_PKEY_free", FunctionDescriptor.ofVoid(JAVA_LONG));
    private final MethodHandle isResumable =
            handle("SSL_SESSION_is_resumable", of(JAVA_INT, JAVA_LONG));
    private final MethodHandle freeSession =
            handle("SSL_SESSION_free", FunctionDescriptor.ofVoid(JAVA_LONG));

    private OpenSsl() {
        long _ =
                number(
                        handle("OPENSSL_init_ssl", of(JAVA_INT, JAVA_LONG, JAVA_LONG)),
                        NO_ATEXIT,
                        0L);
    }

    /** The machine's; empty where it has none that will do. */
    static Optional<OpenSsl> find() {
        if (!OpenSsl.class.getModule().isNativeAccessEnabled()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            // Asked for here first, since a class that cannot be loaded cannot be asked again.
            SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY_NAME, arena);
            if (library.find("OpenSSL_version_num").isEmpty()) {
                return Optional.empty();
            }
            long version = number(handle("OpenSSL_version_num", of(JAVA_LONG)));
            return version < VERSION_MIN ? Optional.empty() : Optional.of(new OpenSsl());
        } catch (RuntimeException | LinkageError _) {
            return Optional.empty();
        }
    }

    private static FunctionDescriptor of(
            java.lang.foreign.MemoryLayout result, java.lang.foreign.MemoryLayout... arguments) {
        return FunctionDescriptor.of(result, arguments);
    }

    private static MethodHandle handle(String name, FunctionDescriptor type) {
        return LibSsl.handle(name, type);
    }

    /** Calls what returns a number, or nothing. */
    private static long number(MethodHandle function, Object... arguments) {
        try {
            Object result = function.invokeWithArguments(arguments);
            return result instanceof Number number ? number.longValue() : 0;
        } catch (Throwable e) {
            throw LibSsl.unreachable(e);
        }
    }

    /** Calls what returns a text; empty where that is null. */
    private static Optional<String> text(MethodHandle function, Object argument) {
        try {
            MemorySegment result = (MemorySegment) function.invokeWithArguments(argument);
            return result.address() == 0
                    ? Optional.empty()
                    : Optional.of(result.reinterpret(Long.MAX_VALUE).getString(0));
        } catch (Throwable e) {
            throw LibSsl.unreachable(e);
        }
    }

    /** A context for clients; 0 where it cannot be made. */
    long newContext(int versionMin, int versionMax, int mode) {
        long context = number(newContext, number(clientMethod));
        if (context != 0) {
            control(context, VERSION_MIN_PROTO, versionMin, 0);
            control(context, VERSION_MAX_PROTO, versionMax, 0);
            control(context, MODE, mode, 0);
            control(context, SESSION_CACHE_MODE, 0, 0);
        }
        return context;
    }

    private boolean control(long context, int command, long argument, long pointer) {
        return number(controlContext, context, command, argument, pointer) == 1;
    }

    void freeContext(long context) {
        number(freeContext, context);
    }

    /** Sets the suites of TLS 1.2, by OpenSSL's names. */
    boolean setCipherList(long context, String names) {
        return withText(names, text -> number(cipherList, context, text) == 1);
    }

    /** Sets the suites of TLS 1.3. */
    boolean setCipherSuites(long context, String names) {
        return withText(names, text -> number(cipherSuites, context, text) == 1);
    }

    /** OpenSSL's name of a suite; empty where it does not know it. */
    Optional<String> cipherName(String ianaName) {
        return withText(ianaName, text -> text(cipherName, text))
                .filter(name -> !name.equals("(NONE)"));
    }

    private static <T> T withText(
            String value, java.util.function.Function<MemorySegment, T> function) {
        try (Arena arena = Arena.ofConfined()) {
            return function.apply(arena.allocateFrom(value));
        }
    }

    /** Gives a context a certificate by its encoding, its own or one that leads to an authority. */
    boolean addCertificate(long context, byte[] der, boolean own) {
        long certificate = decoded(decode, der);
        if (certificate == 0) {
            return false;
        }
        try {
            return own
                    ? number(useCertificate, context, certificate) == 1
                    : control(context, CHAIN_CERTIFICATE, 1, certificate);
        } finally {
            number(freeCertificate, certificate);
        }
    }

    /** Gives a context the key to its certificate, in PKCS #8. */
    boolean setKey(long context, byte[] pkcs8) {
        long key = decoded(decodeKey, pkcs8);
        if (key == 0) {
            return false;
        }
        try {
            return number(useKey, context, key) == 1;
        } finally {
            number(freeKey, key);
        }
    }

    private static long decoded(MethodHandle decoder, byte[] der) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(java.lang.foreign.ValueLayout.JAVA_BYTE, der);
            MemorySegment pointer = arena.allocateFrom(ADDRESS, bytes);
            long result = number(decoder, 0L, pointer, (long) der.length);
            bytes.fill((byte) 0);
            return result;
        }
    }

    /** A buffer in memory; 0 where it cannot be made. */
    long newBuffer() {
        return number(newBuffer, number(memory));
    }

    void freeBuffer(long buffer) {
        number(freeBuffer, buffer);
    }

    /** How many certificates there are in a chain. */
    int count(long chain) {
        return chain == 0 ? 0 : (int) number(count, chain);
    }

    /** A certificate of a chain, encoded. */
    byte[] encoded(long chain, int index) {
        long certificate = number(item, chain, index);
        try (Arena arena = Arena.ofConfined()) {
            int length = (int) number(encode, certificate, MemorySegment.NULL);
            if (length <= 0) {
                return new byte[0];
            }
            MemorySegment bytes = arena.allocate(length);
            number(encode, certificate, arena.allocateFrom(ADDRESS, bytes));
            return bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        }
    }

    boolean isResumable(long session) {
        return number(isResumable, session) == 1;
    }

    void freeSession(long session) {
        number(freeSession, session);
    }

    /** Takes the errors off this thread's list, and says what the first one was. */
    String takeErrors() {
        String first = "";
        for (long code = number(nextError); code != 0; code = number(nextError)) {
            if (first.isEmpty()) {
                first = describe(code);
            }
        }
        return first;
    }

    private String describe(long code) {
        int reason = (int) (code & 0x7fffff);
        boolean alert = (code >> 23 & 0xff) == ERROR_OF_SSL && reason >= ALERTS_FROM;
        return alert
                ? Alerts.received(reason - ALERTS_FROM)
                : text(errorText, code).orElse("error " + Long.toHexString(code));
    }
}
