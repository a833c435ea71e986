package io.spate.k6.api.webcrypto;

import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What {@code crypto.subtle} does for one user; hashes have the names of the standard. */
public final class SubtleBinding {
    private static final int RANDOM_BYTES_MAX = 65_536;

    private final Vu vu;
    private final SecureRandom random = new SecureRandom();

    SubtleBinding(Vu vu) {
        this.vu = vu;
    }

    /** Something of cryptography that may fail. */
    @FunctionalInterface
    private interface Work<T> {
        T get() throws GeneralSecurityException;
    }

    private <T> T done(Work<T> work) {
        try {
            return work.get();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw vu.error("OperationError: " + e.getMessage());
        }
    }

    private ByteBuffer made(Work<byte[]> work) {
        return ByteBuffer.wrap(done(work));
    }

    /** Bytes that nobody can foretell. */
    @HostAccess.Export
    public ByteBuffer random(int count) {
        if (count > RANDOM_BYTES_MAX) {
            throw vu.error("QuotaExceededError: up to 65536 bytes at once, not " + count);
        }
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    @HostAccess.Export
    public ByteBuffer digest(String hash, Value data) {
        return made(() -> MessageDigest.getInstance(hash).digest(JsValues.bytes(data)));
    }

    /** A secret key of bytes. */
    @HostAccess.Export
    public HostKey secret(Value bytes) {
        return done(() -> new HostKey(new SecretKeySpec(JsValues.bytes(bytes), "RAW")));
    }

    /** A new secret key. */
    @HostAccess.Export
    public HostKey newSecret(int bits) {
        byte[] bytes = new byte[(bits + 7) / 8];
        random.nextBytes(bytes);
        return done(() -> new HostKey(new SecretKeySpec(bytes, "RAW")));
    }

    /** A new pair of RSA: the public key and the private one. */
    @HostAccess.Export
    public List<HostKey> newRsa(int bits, Value exponent) {
        var pair = done(() -> Keys.generateRsa(bits, new BigInteger(1, JsValues.bytes(exponent))));
        return List.of(new HostKey(pair.getPublic()), new HostKey(pair.getPrivate()));
    }

    /** A new pair of a curve: the public key and the private one. */
    @HostAccess.Export
    public List<HostKey> newEc(String curve) {
        var pair = done(() -> Keys.generateEc(curve));
        return List.of(new HostKey(pair.getPublic()), new HostKey(pair.getPrivate()));
    }

    /**
     * A key of a pair.
     *
     * @param format pkcs8, spki, raw or jwk
     * @param family EC or RSA
     * @param curve for raw
     */
    @HostAccess.Export
    public HostKey read(String format, String family, String curve, Value data) {
        return new HostKey(
                done(
                        () ->
                                switch (format) {
                                    case "jwk" -> Jwk.read(data.asString());
                                    case "raw" -> Keys.readPoint(curve, JsValues.bytes(data));
                                    default -> Keys.read(format, family, JsValues.bytes(data));
                                }));
    }

    /** A key's bytes. */
    @HostAccess.Export
    public ByteBuffer bytes(String format, HostKey key) {
        return made(
                () ->
                        format.equals("raw") && key.key() instanceof ECPublicKey ec
                                ? Keys.point(ec)
                                : key.key().getEncoded());
    }

    /** A key as JSON. */
    @HostAccess.Export
    public String jwk(HostKey key) {
        return done(() -> Jwk.write(key.key()));
    }

    /** Whether it is the private half of a pair. */
    @HostAccess.Export
    public boolean isPrivate(HostKey key) {
        return key.key() instanceof PrivateKey;
    }

    /**
     * AES, to and fro.
     *
     * @param mode CBC, CTR or GCM
     * @param tagBits for GCM
     * @param more what GCM vouches for besides; may be null
     */
    @HostAccess.Export
    public ByteBuffer aes(
            boolean encrypts,
            String mode,
            HostKey key,
            Value iv,
            int tagBits,
            Value more,
            Value data) {
        return made(
                () -> {
                    byte[] start = JsValues.bytes(iv);
                    AlgorithmParameterSpec parameters =
                            mode.equals("GCM")
                                    ? new GCMParameterSpec(tagBits, start)
                                    : new IvParameterSpec(start);
                    var padding = mode.equals("CBC") ? "PKCS5Padding" : "NoPadding";
                    var cipher = Cipher.getInstance("AES/" + mode + "/" + padding);
                    cipher.init(
                            encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                            new SecretKeySpec(key.key().getEncoded(), "AES"),
                            parameters);
                    if (JsValues.isGiven(more)) {
                        cipher.updateAAD(JsValues.bytes(more));
                    }
                    return cipher.doFinal(JsValues.bytes(data));
                });
    }

    /** RSA-OAEP, to and fro. */
    @HostAccess.Export
    public ByteBuffer oaep(boolean encrypts, String hash, HostKey key, Value label, Value data) {
        return made(
                () -> {
                    var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
                    var source =
                            JsValues.isGiven(label)
                                    ? new PSource.PSpecified(JsValues.bytes(label))
                                    : PSource.PSpecified.DEFAULT;
                    cipher.init(
                            encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                            key.key(),
                            new OAEPParameterSpec(
                                    hash, "MGF1", new MGF1ParameterSpec(hash), source));
                    return cipher.doFinal(JsValues.bytes(data));
                });
    }

    /**
     * A signature.
     *
     * @param algorithm HMAC, ECDSA, RSA-PSS or RSASSA-PKCS1-v1_5
     * @param salt bytes of it, for RSA-PSS
     */
    @HostAccess.Export
    public ByteBuffer sign(String algorithm, String hash, int salt, HostKey key, Value data) {
        return made(
                () -> {
                    if (algorithm.equals("HMAC")) {
                        return hmac(hash, key.key().getEncoded(), JsValues.bytes(data));
                    }
                    var signature = signature(algorithm, hash, salt);
                    signature.initSign((PrivateKey) key.key());
                    signature.update(JsValues.bytes(data));
                    return signature.sign();
                });
    }

    /** Whether a signature is that of a key. */
    @HostAccess.Export
    public boolean verify(
            String algorithm, String hash, int salt, HostKey key, Value given, Value data) {
        return done(
                () -> {
                    byte[] seal = JsValues.bytes(given);
                    if (algorithm.equals("HMAC")) {
                        byte[] right = hmac(hash, key.key().getEncoded(), JsValues.bytes(data));
                        return MessageDigest.isEqual(right, seal);
                    }
                    var signature = signature(algorithm, hash, salt);
                    signature.initVerify((PublicKey) key.key());
                    signature.update(JsValues.bytes(data));
                    try {
                        return signature.verify(seal);
                    } catch (java.security.SignatureException _) {
                        return false;
                    }
                });
    }

    private static Signature signature(String algorithm, String hash, int salt)
            throws GeneralSecurityException {
        var name = hash.replace("-", "");
        return switch (algorithm) {
            case "ECDSA" -> Signature.getInstance(name + "withECDSAinP1363Format");
            case "RSA-PSS" -> {
                var pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(
                        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
                yield pss;
            }
            default -> Signature.getInstance(name + "withRSA");
        };
    }

    private static byte[] hmac(String hash, byte[] key, byte[] data)
            throws GeneralSecurityException {
        var name = "Hmac" + hash.replace("-", "");
        var mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return mac.doFinal(data);
    }

    /** The secret that two share. */
    @HostAccess.Export
    public ByteBuffer agree(HostKey own, HostKey other) {
        return made(
                () -> {
                    var agreement = KeyAgreement.getInstance("ECDH");
                    agreement.init(own.key());
                    agreement.doPhase(other.key(), true);
                    return agreement.generateSecret();
                });
    }

    /** PBKDF2 (RFC 8018, section 5.2). */
    @HostAccess.Export
    public ByteBuffer stretch(String hash, HostKey key, Value salt, int rounds, int bytes) {
        return made(() -> stretched(hash, key.key(), JsValues.bytes(salt), rounds, bytes));
    }

    private static byte[] stretched(String hash, Key key, byte[] salt, int rounds, int bytes)
            throws GeneralSecurityException {
        var name = "Hmac" + hash.replace("-", "");
        var mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key.getEncoded(), name));
        byte[] all = new byte[bytes];
        int size = mac.getMacLength();
        for (int block = 0; block * size < bytes; block++) {
            mac.update(salt);
            byte[] last = mac.doFinal(ByteBuffer.allocate(4).putInt(block + 1).array());
            byte[] sum = last.clone();
            for (int round = 1; round < rounds; round++) {
                last = mac.doFinal(last);
                for (int i = 0; i < size; i++) {
                    sum[i] ^= last[i];
                }
            }
            System.arraycopy(sum, 0, all, block * size, Math.min(size, bytes - block * size));
        }
        return all;
    }

    /** HKDF (RFC 5869). */
    @HostAccess.Export
    public ByteBuffer expand(String hash, HostKey key, Value salt, Value info, int bytes) {
        return made(
                () -> {
                    byte[] salted = JsValues.bytes(salt);
                    byte[] zero = new byte[MessageDigest.getInstance(hash).getDigestLength()];
                    byte[] secret =
                            hmac(hash, salted.length == 0 ? zero : salted, key.key().getEncoded());
                    byte[] all = new byte[bytes];
                    byte[] last = new byte[0];
                    for (int done = 0, i = 1; done < bytes; done += last.length, i++) {
                        var input =
                                ByteBuffer.allocate(last.length + JsValues.bytes(info).length + 1);
                        input.put(last).put(JsValues.bytes(info)).put((byte) i);
                        last = hmac(hash, secret, input.array());
                        System.arraycopy(last, 0, all, done, Math.min(last.length, bytes - done));
                    }
                    return Arrays.copyOf(all, bytes);
                });
    }
}
