package io.spate.k6.api.crypto;

import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What the module {@code k6/crypto} does for one user. */
public final class CryptoBinding {
    private static final int RANDOM_BYTES_MAX = 1 << 20;

    /** Java's names of the hashes it has. */
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "md5", "MD5",
                    "sha1", "SHA-1",
                    "sha256", "SHA-256",
                    "sha384", "SHA-384",
                    "sha512", "SHA-512",
                    "sha512_224", "SHA-512/224",
                    "sha512_256", "SHA-512/256");

    /** The blocks that each hash works in, which keys are filled up to. */
    private static final Map<String, Integer> BLOCK_BYTES =
            Map.of(
                    "md4", 64,
                    "md5", 64,
                    "ripemd160", 64,
                    "sha1", 64,
                    "sha256", 64,
                    "sha384", 128,
                    "sha512", 128,
                    "sha512_224", 128,
                    "sha512_256", 128);

    private final Vu vu;
    private final SecureRandom random = new SecureRandom();

    CryptoBinding(Vu vu) {
        this.vu = vu;
    }

    /** The hash of bytes or of a text in UTF-8. */
    @HostAccess.Export
    public ByteBuffer hash(String algorithm, Value input) {
        return ByteBuffer.wrap(digest(algorithm, JsValues.bytes(input)));
    }

    /** The same, as a text in an encoding. */
    @HostAccess.Export
    public String hashText(String algorithm, Value input, String encoding) {
        return encoded(digest(algorithm, JsValues.bytes(input)), encoding);
    }

    /** The keyed hash (RFC 2104) of bytes or of a text. */
    @HostAccess.Export
    public ByteBuffer hmac(String algorithm, Value key, Value input) {
        return ByteBuffer.wrap(keyed(algorithm, JsValues.bytes(key), JsValues.bytes(input)));
    }

    /** The same, as a text in an encoding. */
    @HostAccess.Export
    public String hmacText(String algorithm, Value key, Value input, String encoding) {
        return encoded(keyed(algorithm, JsValues.bytes(key), JsValues.bytes(input)), encoding);
    }

    /** Gathers what is to be hashed. */
    @HostAccess.Export
    public Parts parts() {
        return new Parts();
    }

    /** Bytes one behind another. */
    public static final class Parts {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** Adds bytes, or a text in UTF-8. */
        @HostAccess.Export
        public void add(Value input) {
            bytes.writeBytes(JsValues.bytes(input));
        }

        /** All of them. */
        @HostAccess.Export
        public ByteBuffer all() {
            return ByteBuffer.wrap(bytes.toByteArray());
        }
    }

    /** Bytes that nobody can foretell. */
    @HostAccess.Export
    public ByteBuffer random(int count) {
        if (count < 1 || count > RANDOM_BYTES_MAX) {
            throw vu.error("randomBytes() gives 1 to %d bytes".formatted(RANDOM_BYTES_MAX));
        }
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private byte[] digest(String algorithm, byte[] input) {
        return switch (algorithm) {
            case "md4" -> Md4.digest(input);
            case "ripemd160" -> Ripemd160.digest(input);
            default -> byJava(algorithm, input);
        };
    }

    private byte[] byJava(String algorithm, byte[] input) {
        var name = DIGESTS.get(algorithm);
        if (name == null) {
            var known = String.join(", ", BLOCK_BYTES.keySet().stream().sorted().toList());
            throw vu.error("unknown hash '%s'; there are %s".formatted(algorithm, known));
        }
        try {
            return MessageDigest.getInstance(name).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no " + name, e);
        }
    }

    /** RFC 2104, for every hash alike. */
    private byte[] keyed(String algorithm, byte[] key, byte[] input) {
        var inner = new ByteArrayOutputStream();
        var outer = new ByteArrayOutputStream();
        int block = BLOCK_BYTES.getOrDefault(algorithm, 64);
        byte[] used = key.length > block ? digest(algorithm, key) : key;
        for (int i = 0; i < block; i++) {
            int each = i < used.length ? used[i] : 0;
            inner.write(each ^ 0x36);
            outer.write(each ^ 0x5c);
        }
        inner.writeBytes(input);
        outer.writeBytes(digest(algorithm, inner.toByteArray()));
        return digest(algorithm, outer.toByteArray());
    }

    private String encoded(byte[] bytes, String encoding) {
        return switch (encoding) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            case "base64url" -> Base64.getUrlEncoder().encodeToString(bytes);
            case "base64rawurl" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            default -> throw vu.error("Invalid output encoding: " + encoding);
        };
    }
}
