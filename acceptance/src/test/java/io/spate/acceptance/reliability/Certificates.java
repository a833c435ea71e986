package io.spate.acceptance.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.net.tls.TlsSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of an authority that only the test trusts, made by keytool. */
final class Certificates {
    private static final String PASSWORD = "password";

    private final Path folder;
    private final X509Certificate authority;

    /** Makes them in a folder, which takes some seconds. */
    Certificates(Path folder) throws Exception {
        this.folder = folder;
        String own = "-ext san=dns:localhost,ip:127.0.0.1";
        make("authority", "authority", "-dname CN=Authority -ext bc:c");
        make("authority", "good", "-signer authority -dname CN=localhost " + own);
        make(
                "authority",
                "expired",
                "-signer authority -dname CN=localhost -startdate -30d -validity 10 " + own);
        make("authority", "other", "-signer authority -dname CN=other -ext san=dns:other.test");
        make("self", "self", "-dname CN=localhost " + own);
        authority = (X509Certificate) store("authority").getCertificate("authority");
    }

    /** Settings that trust the authority, and nobody else. */
    TlsSettings trusting() {
        return TlsSettings.DEFAULT.withAuthorities(List.of(authority));
    }

    /** What a server with one of the certificates uses. */
    SSLContext server(String store, String alias) {
        try {
            KeyStore all = store(store);
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            char[] password = PASSWORD.toCharArray();
            one.setKeyEntry(
                    alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store(String name) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file(name).toFile(), PASSWORD.toCharArray());
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    private void make(String store, String alias, String options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", file(store).toString()));
        command.addAll(List.of(options.split(" ", -1)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }
}
