package io.spate.cli.flags;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.cli.process.SpateProcess;
import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.KeyMaterial;
import io.spate.net.tls.TlsMaterialException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of certificates and keys that a user names, and gathers what is wrong with them:
 * each with the flag or setting that names the file.
 */
public final class TlsFiles {
    /** Holds the passphrase of a key: a flag's value would show in the list of processes. */
    static final String PASSPHRASE = "SPATE_CERT_PASSPHRASE";

    private final SpateProcess process;
    private final List<String> problems;

    /** For a process; mistakes are added to a list. */
    public TlsFiles(SpateProcess process, List<String> problems) {
        this.process = process;
        this.problems = problems;
    }

    /** The passphrase that the environment holds. */
    public Optional<char[]> passphrase() {
        return Optional.ofNullable(process.env().get(PASSPHRASE)).map(String::toCharArray);
    }

    Optional<char[]> passphrase(String flag, String name) {
        return read(
                flag,
                name,
                bytes -> new String(bytes, UTF_8).lines().findFirst().orElse("").toCharArray());
    }

    Optional<List<X509Certificate>> authorities(String flag, String name) {
        return read(flag, name, KeyMaterial::certificates);
    }

    /**
     * Who the client is.
     *
     * @param flag what names the file of the certificate, which may hold the key as well
     * @param keyFlag what names the file of the key, or would
     */
    public Optional<ClientCertificate> clientCertificate(
            String flag,
            String name,
            String keyFlag,
            Optional<String> keyName,
            Optional<char[]> passphrase) {
        return read(flag, name, file -> certificate(file, keyFlag, keyName, passphrase))
                .flatMap(it -> it);
    }

    /** Empty where the key's file is at fault. */
    private Optional<ClientCertificate> certificate(
            byte[] file, String keyFlag, Optional<String> keyName, Optional<char[]> passphrase)
            throws TlsMaterialException {
        if (KeyMaterial.isPkcs12(file)) {
            return Optional.of(KeyMaterial.pkcs12(List.of(), file, passphrase));
        }
        var chain = KeyMaterial.certificates(file);
        if (keyName.isPresent()) {
            return read(keyFlag, keyName.get(), keyFile -> fitting(chain, keyFile, passphrase));
        }
        if (!KeyMaterial.hasPrivateKey(file)) {
            throw new TlsMaterialException(
                    "it holds no private key; name its file with " + keyFlag);
        }
        return Optional.of(fitting(chain, file, passphrase));
    }

    private static ClientCertificate fitting(
            List<X509Certificate> chain, byte[] keyFile, Optional<char[]> passphrase)
            throws TlsMaterialException {
        return KeyMaterial.fitting(List.of(), chain, KeyMaterial.privateKey(keyFile, passphrase));
    }

    /** Makes something of a file's bytes. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(byte[] file) throws TlsMaterialException;
    }

    private <T> Optional<T> read(String flag, String name, Reader<T> reader) {
        try {
            return Optional.of(reader.read(Files.readAllBytes(process.file(name))));
        } catch (NoSuchFileException _) {
            problems.add("%s %s: there is no such file".formatted(flag, name));
        } catch (IOException e) {
            problems.add("%s %s cannot be read: %s".formatted(flag, name, e.getMessage()));
        } catch (TlsMaterialException e) {
            problems.add("%s %s: %s".formatted(flag, name, e.getMessage()));
        }
        return Optional.empty();
    }
}
