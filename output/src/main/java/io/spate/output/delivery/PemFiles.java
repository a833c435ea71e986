package io.spate.output.delivery;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads files with certificates and keys, by the names that users give them. */
public interface PemFiles {
    /**
     * The certificates of a file, in order; at least one.
     *
     * @throws IOException saying which file, and what is wrong with it
     */
    List<X509Certificate> certificates(String file) throws IOException;

    /**
     * The private key of a file.
     *
     * @param certificate that it must belong to
     * @throws IOException saying which file, and what is wrong with it
     */
    PrivateKey key(String file, X509Certificate certificate) throws IOException;
}
