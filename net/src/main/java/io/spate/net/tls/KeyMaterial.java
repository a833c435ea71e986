package io.spate.net.tls;

import io.spate.net.tls.Pem.Block;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads certificates and keys as files hold them. */
public final class KeyMaterial {
    private static final int SEQUENCE = 0x30;
    private static final byte[] SIGNED = "Spate".getBytes(StandardCharsets.US_ASCII);

    private KeyMaterial() {}

    /**
     * Reads all certificates of a PEM text, in their order, or the one of a DER file.
     *
     * @throws TlsMaterialException where there is none, or one is damaged
     */
    public static List<X509Certificate> certificates(byte[] file) throws TlsMaterialException {
        if (file.length > 0 && file[0] == SEQUENCE) {
            return List.of(certificate(file));
        }
        List<X509Certificate> found = new ArrayList<>();
        for (Block each : Pem.read(file)) {
            if (each.label().endsWith("CERTIFICATE")) {
                found.add(certificate(each.bytes()));
            }
        }
        if (found.isEmpty()) {
            throw new TlsMaterialException(
                    "it holds no certificate: a line '-----BEGIN CERTIFICATE-----' is expected");
        }
        return found;
    }

    private static X509Certificate certificate(byte[] der) throws TlsMaterialException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new TlsMaterialException("a certificate in it is damaged", e);
        }
    }

    /** Whether a PEM text holds a private key, so that no other file is needed for it. */
    public static boolean hasPrivateKey(byte[] file) throws TlsMaterialException {
        return Pem.read(file).stream().anyMatch(PrivateKeys::isKey);
    }

    /**
     * Reads the private key of a PEM text.
     *
     * @param passphrase for a key that is encrypted
     * @throws TlsMaterialException where there is none, or it cannot be read
     */
    public static PrivateKey privateKey(byte[] file, Optional<char[]> passphrase)
            throws TlsMaterialException {
        for (Block each : Pem.read(file)) {
            if (PrivateKeys.isKey(each)) {
                return PrivateKeys.read(each, passphrase);
            }
        }
        throw new TlsMaterialException(
                "it holds no private key: a line '-----BEGIN PRIVATE KEY-----' is expected");
    }

    /** Whether a file is of PKCS #12 rather than PEM, by how it starts. */
    public static boolean isPkcs12(byte[] file) {
        // A certificate in DER starts with two sequences, a PKCS #12 file with its version.
        int lengthBytes = file.length > 1 && file[1] < 0 ? file[1] & 0x7f : 0;
        int second = 2 + lengthBytes;
        return file.length > second && file[0] == SEQUENCE && file[second] == 0x02;
    }

    /**
     * Reads the first private key of a PKCS #12 file, with its certificates.
     *
     * @param domains which hosts get it; empty for every host
     * @throws TlsMaterialException where there is none, or the passphrase is wrong
     */
    public static ClientCertificate pkcs12(
            List<String> domains, byte[] file, Optional<char[]> passphrase)
            throws TlsMaterialException {
        char[] password = passphrase.orElse(new char[0]);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                Certificate[] chain = store.getCertificateChain(alias);
                if (key instanceof PrivateKey secret && chain != null) {
                    List<X509Certificate> certificates = new ArrayList<>();
                    for (Certificate each : chain) {
                        certificates.add((X509Certificate) each);
                    }
                    return new ClientCertificate(domains, secret, certificates);
                }
            }
            throw new TlsMaterialException("it holds no private key with a certificate");
        } catch (IOException e) {
            throw new TlsMaterialException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? passphrase.isEmpty()
                                    ? "it is encrypted, and no passphrase is given"
                                    : "the passphrase does not fit"
                            : "it is damaged: " + e.getMessage(),
                    e);
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException("it cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A client certificate of a certificate's PEM text and a key's, which may be the same.
     *
     * @param domains which hosts get it; empty for every host
     * @throws TlsMaterialException where one of them cannot be read, or they do not fit
     */
    public static ClientCertificate pem(
            List<String> domains, byte[] certificates, byte[] key, Optional<char[]> passphrase)
            throws TlsMaterialException {
        return fitting(domains, certificates(certificates), privateKey(key, passphrase));
    }

    /**
     * A client certificate whose key is known to fit.
     *
     * @throws TlsMaterialException where it does not
     */
    public static ClientCertificate fitting(
            List<String> domains, List<X509Certificate> chain, PrivateKey key)
            throws TlsMaterialException {
        if (!fits(chain.getFirst(), key)) {
            throw new TlsMaterialException(
                    "the private key does not belong to the certificate of "
                            + chain.getFirst().getSubjectX500Principal());
        }
        return new ClientCertificate(domains, key, chain);
    }

    private static boolean fits(X509Certificate certificate, PrivateKey key)
            throws TlsMaterialException {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(SIGNED);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(SIGNED);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException("the key cannot sign: " + e.getMessage(), e);
        }
    }
}
