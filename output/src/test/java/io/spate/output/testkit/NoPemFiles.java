package io.spate.output.testkit;

import io.spate.output.delivery.PemFiles;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A folder without files. */
public record NoPemFiles() implements PemFiles {
    @Override
    public List<X509Certificate> certificates(String file) throws IOException {
        throw new IOException(file + ": there is no such file");
    }

    @Override
    public PrivateKey key(String file, X509Certificate certificate) throws IOException {
        throw new IOException(file + ": there is no such file");
    }
}
