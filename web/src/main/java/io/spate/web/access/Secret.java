package io.spate.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A password or token, kept as its hash: it is compared in constant time, and never shown.
 *
 * <p>The hash is a plain SHA-256, as it never leaves the process.
 */
public final class Secret {
    private final byte[] hash;

    private Secret(byte[] hash) {
        this.hash = hash;
    }

    /** Of a text. */
    public static Secret of(String text) {
        return new Secret(hash(text));
    }

    /** Whether a text is the secret; takes as long for any text of a length. */
    public boolean matches(String text) {
        return MessageDigest.isEqual(hash, hash(text));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
