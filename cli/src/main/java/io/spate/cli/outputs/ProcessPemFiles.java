package io.spate.cli.outputs;

import io.spate.cli.process.SpateProcess;
import io.spate.net.tls.KeyMaterial;
import io.spate.net.tls.TlsMaterialException;
import io.spate.output.delivery.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Files of a process; a passphrase for keys is a variable, as for those of the load itself. */
record ProcessPemFiles(SpateProcess process) implements PemFiles {
    private static final String PASSPHRASE = "SPATE_CERT_PASSPHRASE";

    @Override
    public List<X509Certificate> certificates(String file) throws IOException {
        return read(file, KeyMaterial::certificates);
    }

    @Override
    public PrivateKey key(String file, X509Certificate certificate) throws IOException {
        var passphrase = Optional.ofNullable(process.env().get(PASSPHRASE));
        return read(
                file,
                bytes -> {
                    var key = KeyMaterial.privateKey(bytes, passphrase.map(String::toCharArray));
                    return KeyMaterial.fitting(List.of(), List.of(certificate), key).key();
                });
    }

    /** Makes something of a file's bytes. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(byte[] file) throws TlsMaterialException;
    }

    private <T> T read(String file, Reader<T> reader) throws IOException {
        try {
            return reader.read(Files.readAllBytes(process.file(file)));
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (TlsMaterialException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
