package io.spate.net.tls;

import io.spate.net.tls.Pem.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Private keys as PEM blocks have them: PKCS #8, bare or encrypted, and what OpenSSL wrote before,
 * bare or encrypted.
 */
final class PrivateKeys {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
    private static final String WRONG = "the passphrase does not fit, or the key is damaged";

    private PrivateKeys() {}

    static boolean isKey(Block block) {
        return block.label().endsWith("PRIVATE KEY");
    }

    static PrivateKey read(Block block, Optional<char[]> passphrase) throws TlsMaterialException {
        try {
            return switch (block.label()) {
                case "PRIVATE KEY" -> decode(block.bytes());
                case "ENCRYPTED PRIVATE KEY" -> decrypt(block.bytes(), required(passphrase));
                case "RSA PRIVATE KEY" -> ofOldForm(block, passphrase, Der::ofPkcs1);
                case "EC PRIVATE KEY" -> ofOldForm(block, passphrase, Der::ofSec1);
                default ->
                        throw new TlsMaterialException(
                                "a key of the kind '%s' cannot be read; turn it into PKCS #8 by 'openssl pkcs8 -topk8'"
                                        .formatted(block.label()));
            };
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsMaterialException(
                    isEncrypted(block) ? WRONG : "the key is damaged: " + e.getMessage(), e);
        }
    }

    /** Puts what OpenSSL wrote before into PKCS #8. */
    @FunctionalInterface
    private interface ToPkcs8 {
        byte[] of(byte[] old) throws TlsMaterialException;
    }

    private static PrivateKey ofOldForm(Block block, Optional<char[]> passphrase, ToPkcs8 toPkcs8)
            throws GeneralSecurityException, TlsMaterialException {
        byte[] plain = plain(block, passphrase);
        try {
            return decode(toPkcs8.of(plain));
        } catch (TlsMaterialException e) {
            // One wrong passphrase in 256 leaves what looks like the end of a text, and before it
            // noise.
            throw isEncrypted(block) ? new TlsMaterialException(WRONG, e) : e;
        }
    }

    private static boolean isEncrypted(Block block) {
        return block.label().startsWith("ENCRYPTED") || block.headers().containsKey("DEK-Info");
    }

    private static char[] required(Optional<char[]> passphrase) throws TlsMaterialException {
        return passphrase.orElseThrow(
                () -> new TlsMaterialException("the key is encrypted, and no passphrase is given"));
    }

    private static PrivateKey decode(byte[] pkcs8)
            throws GeneralSecurityException, TlsMaterialException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
        for (String each : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(each).generatePrivate(spec);
            } catch (InvalidKeySpecException _) {
                // Of another algorithm, then.
            }
        }
        throw new TlsMaterialException(
                "the key is damaged, or of another algorithm than "
                        + String.join(", ", ALGORITHMS));
    }

    private static PrivateKey decrypt(byte[] encrypted, char[] passphrase)
            throws GeneralSecurityException, IOException, TlsMaterialException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
        // For PBES2 the parameters name the whole algorithm.
        String algorithm =
                info.getAlgName().startsWith("PBES2") || info.getAlgName().startsWith("1.2.")
                        ? info.getAlgParameters().toString()
                        : info.getAlgName();
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
                info.getAlgParameters());
        spec.clearPassword();
        return decode(info.getKeySpec(cipher).getEncoded());
    }

    /** What OpenSSL wrote before PKCS #8, by {@code DEK-Info: AES-256-CBC,IV}. */
    private static byte[] plain(Block block, Optional<char[]> passphrase)
            throws GeneralSecurityException, TlsMaterialException {
        String info = block.headers().get("DEK-Info");
        if (info == null) {
            return block.bytes();
        }
        String[] parts = info.toUpperCase(Locale.ROOT).split(",", 2);
        int keyBits =
                switch (parts[0]) {
                    case "AES-128-CBC" -> 128;
                    case "AES-192-CBC", "DES-EDE3-CBC" -> 192;
                    case "AES-256-CBC" -> 256;
                    default ->
                            throw new TlsMaterialException(
                                    "the key is encrypted by %s, which cannot be read; turn it into PKCS #8 by 'openssl pkcs8 -topk8'"
                                            .formatted(parts[0]));
                };
        byte[] iv = HexFormat.of().parseHex(parts[1].strip());
        byte[] key = stretch(required(passphrase), Arrays.copyOf(iv, 8), keyBits / Byte.SIZE);
        String cipherName = parts[0].startsWith("AES") ? "AES" : "DESede";
        Cipher cipher = Cipher.getInstance(cipherName + "/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipherName), new IvParameterSpec(iv));
        return cipher.doFinal(block.bytes());
    }

    /** The derivation that this format has by definition: MD5, once. */
    private static byte[] stretch(char[] passphrase, byte[] salt, int length)
            throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        ByteBuffer password = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] key = new byte[length];
        byte[] block = {};
        for (int at = 0; at < length; at += block.length) {
            md5.update(block);
            md5.update(password.duplicate());
            block = md5.digest(salt);
            System.arraycopy(block, 0, key, at, Math.min(block.length, length - at));
        }
        return key;
    }
}
