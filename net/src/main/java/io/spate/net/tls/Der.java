package io.spate.net.tls;

import java.io.ByteArrayOutputStream;

/** As much of DER (X.690) as it takes to put older key formats into PKCS #8. */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int PARAMETERS = 0xa0;
    private static final int LONG_FORM = 0x80;

    /** AlgorithmIdentifier of rsaEncryption, 1.2.840.113549.1.1.1, with NULL. */
    private static final byte[] RSA = {
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    /** id-ecPublicKey, 1.2.840.10045.2.1. */
    private static final byte[] EC = {
        0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01
    };

    private static final byte[] VERSION_0 = {INTEGER, 1, 0};

    private Der() {}

    /** An RSAPrivateKey of PKCS #1 (RFC 8017) as PKCS #8 (RFC 5208). */
    static byte[] ofPkcs1(byte[] key) {
        return element(SEQUENCE, join(VERSION_0, RSA, element(OCTET_STRING, key)));
    }

    /**
     * An ECPrivateKey of SEC 1 (RFC 5915) as PKCS #8.
     *
     * @throws TlsMaterialException where it does not name its curve
     */
    static byte[] ofSec1(byte[] key) throws TlsMaterialException {
        byte[] algorithm = element(SEQUENCE, join(EC, curve(key)));
        return element(SEQUENCE, join(VERSION_0, algorithm, element(OCTET_STRING, key)));
    }

    /** What stands in the key's element [0]. */
    private static byte[] curve(byte[] key) throws TlsMaterialException {
        int at = content(key, 0);
        while (at < key.length) {
            int start = content(key, at);
            int end = start + length(key, at);
            if ((key[at] & 0xff) == PARAMETERS && end <= key.length) {
                return java.util.Arrays.copyOfRange(key, start, end);
            }
            at = end;
        }
        throw new TlsMaterialException("the EC key does not name its curve");
    }

    /** Where the content of the element at a place starts. */
    private static int content(byte[] der, int at) throws TlsMaterialException {
        int first = at(der, at + 1);
        return at + 2 + (first < LONG_FORM ? 0 : first - LONG_FORM);
    }

    /** How long the content of the element at a place is. */
    private static int length(byte[] der, int at) throws TlsMaterialException {
        int first = at(der, at + 1);
        if (first < LONG_FORM) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < first - LONG_FORM; i++) {
            length = length << Byte.SIZE | at(der, at + 2 + i);
            if (length < 0 || length > der.length) {
                throw new TlsMaterialException("the key is cut off or damaged");
            }
        }
        return length;
    }

    private static int at(byte[] der, int index) throws TlsMaterialException {
        if (index >= der.length) {
            throw new TlsMaterialException("the key is cut off or damaged");
        }
        return der[index] & 0xff;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (content.length < LONG_FORM) {
            bytes.write(content.length);
        } else {
            int count = content.length > 0xffff ? 3 : content.length > 0xff ? 2 : 1;
            bytes.write(LONG_FORM + count);
            for (int i = count - 1; i >= 0; i--) {
                bytes.write(content.length >> (i * Byte.SIZE));
            }
        }
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            bytes.writeBytes(each);
        }
        return bytes.toByteArray();
    }
}
