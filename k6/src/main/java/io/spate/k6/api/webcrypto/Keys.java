package io.spate.k6.api.webcrypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Pairs of keys: made, and read from and written to bytes. */
final class Keys {
    private Keys() {}

    static KeyPair generateRsa(int bits, BigInteger exponent) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
        return generator.generateKeyPair();
    }

    static KeyPair generateEc(String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(javaName(curve)));
        return generator.generateKeyPair();
    }

    private static String javaName(String curve) throws GeneralSecurityException {
        return switch (curve) {
            case "P-256" -> "secp256r1";
            case "P-384" -> "secp384r1";
            case "P-521" -> "secp521r1";
            default -> throw new GeneralSecurityException("unknown curve " + curve);
        };
    }

    static ECParameterSpec parameters(String curve) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(javaName(curve)));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** A key from the encodings of the same names. */
    static Key read(String format, String family, byte[] bytes) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance(family);
        return format.equals("pkcs8")
                ? factory.generatePrivate(new PKCS8EncodedKeySpec(bytes))
                : factory.generatePublic(new X509EncodedKeySpec(bytes));
    }

    /** A public key from an uncompressed point (SEC 1, section 2.3.3). */
    static Key readPoint(String curve, byte[] bytes) throws GeneralSecurityException {
        var parameters = parameters(curve);
        int size = size(parameters);
        if (bytes.length != 1 + 2 * size || bytes[0] != 4) {
            throw new GeneralSecurityException("not an uncompressed point of " + curve);
        }
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + size));
        var y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + size, bytes.length));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
    }

    /** The uncompressed point of a public key. */
    static byte[] point(ECPublicKey key) {
        int size = size(key.getParams());
        byte[] bytes = new byte[1 + 2 * size];
        bytes[0] = 4;
        put(key.getW().getAffineX(), bytes, 1, size);
        put(key.getW().getAffineY(), bytes, 1 + size, size);
        return bytes;
    }

    static int size(ECParameterSpec parameters) {
        return (parameters.getCurve().getField().getFieldSize() + 7) / 8;
    }

    /** Writes a number with leading zeros. */
    static void put(BigInteger number, byte[] target, int offset, int size) {
        byte[] bytes = number.toByteArray();
        int skipped = Math.max(0, bytes.length - size);
        int length = bytes.length - skipped;
        System.arraycopy(bytes, skipped, target, offset + size - length, length);
    }
}
