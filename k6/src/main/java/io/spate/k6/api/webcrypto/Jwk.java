package io.spate.k6.api.webcrypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keys as JSON (RFC 7517, RFC 7518). */
final class Jwk {
    private Jwk() {}

    static Key read(String json) throws GeneralSecurityException {
        var from = JsonMapper.shared().readTree(json);
        return switch (text(from, "kty")) {
            case "oct" -> new SecretKeySpec(Base64.getUrlDecoder().decode(text(from, "k")), "RAW");
            case "EC" -> readEc(from);
            case "RSA" -> readRsa(from);
            default -> throw new GeneralSecurityException("a JWK's kty is oct, EC or RSA");
        };
    }

    private static Key readEc(JsonNode from) throws GeneralSecurityException {
        var parameters = Keys.parameters(text(from, "crv"));
        var factory = KeyFactory.getInstance("EC");
        return from.has("d")
                ? factory.generatePrivate(new ECPrivateKeySpec(number(from, "d"), parameters))
                : factory.generatePublic(
                        new ECPublicKeySpec(
                                new ECPoint(number(from, "x"), number(from, "y")), parameters));
    }

    private static Key readRsa(JsonNode from) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("RSA");
        var modulus = number(from, "n");
        var exponent = number(from, "e");
        return from.has("d")
                ? factory.generatePrivate(
                        new RSAPrivateCrtKeySpec(
                                modulus,
                                exponent,
                                number(from, "d"),
                                number(from, "p"),
                                number(from, "q"),
                                number(from, "dp"),
                                number(from, "dq"),
                                number(from, "qi")))
                : factory.generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static String text(JsonNode from, String name) throws GeneralSecurityException {
        var value = from.get(name);
        if (value == null || !value.isString()) {
            throw new GeneralSecurityException("a JWK of its kind has a text " + name);
        }
        return value.stringValue();
    }

    private static BigInteger number(JsonNode from, String name) throws GeneralSecurityException {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text(from, name)));
    }

    /** The members of a key; those of its use are for the caller. */
    static String write(Key key) throws GeneralSecurityException {
        var to = JsonNodeFactory.instance.objectNode();
        switch (key) {
            case ECPublicKey ec -> {
                byte[] point = Keys.point(ec);
                int size = point.length / 2;
                curve(to, ec);
                put(to, "x", java.util.Arrays.copyOfRange(point, 1, 1 + size));
                put(to, "y", java.util.Arrays.copyOfRange(point, 1 + size, point.length));
            }
            case ECPrivateKey ec -> {
                int size = Keys.size(ec.getParams());
                byte[] number = new byte[size];
                Keys.put(ec.getS(), number, 0, size);
                curve(to, ec);
                put(to, "d", number);
            }
            case RSAPublicKey rsa -> {
                to.put("kty", "RSA");
                put(to, "n", rsa.getModulus());
                put(to, "e", rsa.getPublicExponent());
            }
            case RSAPrivateCrtKey rsa -> {
                to.put("kty", "RSA");
                put(to, "n", rsa.getModulus());
                put(to, "e", rsa.getPublicExponent());
                put(to, "d", rsa.getPrivateExponent());
                put(to, "p", rsa.getPrimeP());
                put(to, "q", rsa.getPrimeQ());
                put(to, "dp", rsa.getPrimeExponentP());
                put(to, "dq", rsa.getPrimeExponentQ());
                put(to, "qi", rsa.getCrtCoefficient());
            }
            default -> {
                to.put("kty", "oct");
                put(to, "k", key.getEncoded());
            }
        }
        return to.toString();
    }

    private static void curve(ObjectNode to, ECKey key) {
        to.put("kty", "EC");
        to.put("crv", "P-" + key.getParams().getCurve().getField().getFieldSize());
    }

    private static void put(ObjectNode to, String name, byte[] bytes) {
        to.put(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static void put(ObjectNode to, String name, BigInteger number) {
        byte[] bytes = new byte[(number.bitLength() + 7) / 8];
        Keys.put(number, bytes, 0, bytes.length);
        put(to, name, bytes);
    }
}
