package io.spate.k6.api.crypto;

import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What the module {@code k6/crypto} does for one user. */
public final class CryptoBinding {
    private static final int RANDOM_BYTES_MAX = 1 << 20;

    /** Names in Java of the algorithms, and what a keyed hash adds to HMAC there. */
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "md5", "MD5",
                    "sha1", "SHA-1",
                    "sha256", "SHA-256",
                    "sha384", "SHA-384",
                    "sha512", "SHA-512",
                    "sha512_224", "SHA-512/224",
                    "sha512_256", "SHA-512/256");

    private final Vu vu;
    private final SecureRandom random = new SecureRandom();

    CryptoBinding(Vu vu) {
        this.vu = vu;
    }

    /** The hash of bytes or of a text in UTF-8. */
    @HostAccess.Export
    public ByteBuffer hash(String algorithm, Value input) {
        return ByteBuffer.wrap(digest(algorithm).digest(JsValues.bytes(input)));
    }

    /** The same, as a text in an encoding. */
    @HostAccess.Export
    public String hashText(String algorithm, Value input, String encoding) {
        return encoded(digest(algorithm).digest(JsValues.bytes(input)), encoding);
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

    private MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(javaName(algorithm));
        } catch (NoSuchAlgorithmException _) {
            throw unknown(algorithm);
        }
    }

    private byte[] keyed(String algorithm, byte[] key, byte[] input) {
        var name = "Hmac" + javaName(algorithm).replace("-", "");
        try {
            var mac = Mac.getInstance(name);
            // Java turns an empty key down; one zero stands for the same, as keys are filled up.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
            return mac.doFinal(input);
        } catch (NoSuchAlgorithmException | InvalidKeyException _) {
            throw unknown(algorithm);
        }
    }

    private String javaName(String algorithm) {
        var name = DIGESTS.get(algorithm.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw unknown(algorithm);
        }
        return name;
    }

    private RuntimeException unknown(String algorithm) {
        var known = String.join(", ", DIGESTS.keySet().stream().sorted().toList());
        return vu.error("the hash '%s' is not supported: Spate has %s".formatted(algorithm, known));
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
