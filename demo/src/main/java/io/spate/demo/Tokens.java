package io.spate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Login tokens: the user name and its HMAC-SHA256 (RFC 2104), so that none needs to be stored and
 * shops with the same seed behind a load balancer accept each other's. The key is the seed, which
 * protects a demo and nothing else.
 */
final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "Bearer ";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final Mac mac;

    Tokens(long seed) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    String issue(String username) {
        byte[] name = username.getBytes(UTF_8);
        return ENCODER.encodeToString(name) + "." + ENCODER.encodeToString(mac.doFinal(name));
    }

    /** Whether an Authorization header holds a token of ours, bare or after {@code Bearer}. */
    boolean accepts(String authorization) {
        boolean named = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String token = (named ? authorization.substring(SCHEME.length()) : authorization).strip();
        int dot = token.indexOf('.');
        if (dot < 1) {
            return false;
        }
        try {
            byte[] name = DECODER.decode(token.substring(0, dot));
            byte[] signature = DECODER.decode(token.substring(dot + 1));
            return MessageDigest.isEqual(mac.doFinal(name), signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
