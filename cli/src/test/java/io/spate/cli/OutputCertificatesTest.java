package io.spate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An output to a server that asks who sends, and has a certificate of its own authority. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutputCertificatesTest {
    private static final char[] PASSWORD = "s3cret".toCharArray();

    private final FakeProcess process;

    OutputCertificatesTest(@TempDir Path folder) {
        process = new FakeProcess(folder);
    }

    @BeforeAll
    void makeCertificates() throws Exception {
        for (var name : List.of("server", "client")) {
            openssl(
                    ("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                                    + " -subj /CN=%1$s -addext subjectAltName=IP:127.0.0.1"
                                    + " -keyout %1$s.key -out %1$s.crt")
                            .formatted(name));
            openssl(
                    "pkcs12 -export -name %1$s -in %1$s.crt -inkey %1$s.key -passout pass:s3cret -out %1$s.p12"
                            .formatted(name));
        }
    }

    private void openssl(String arguments) throws Exception {
        var command =
                Stream.concat(Stream.of("openssl"), Stream.of(arguments.split(" ", -1))).toList();
        var tool =
                new ProcessBuilder(command)
                        .directory(process.folder().toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(tool.getInputStream().readAllBytes(), UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private KeyStore store(String file) throws Exception {
        return KeyStore.getInstance(process.folder().resolve(file).toFile(), PASSWORD);
    }

    /** Takes nobody but the client. */
    private HeaderServer server() throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("server.p12"), PASSWORD);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", store("client.p12").getCertificate("client"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        var socket =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(true);
        return new HeaderServer(socket, "200 OK");
    }

    private FakeProcess.Outcome run(String out) throws Exception {
        try (var target = new HeaderServer("200 OK")) {
            return process.run(
                    "run", target.url() + "/", "-n", "3", "--no-preflight", "--out", out);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus-rw=%s/write", "influxdb=%s/k6", "pushgateway=%s"})
    void isLetInWithItsCertificate(String output) throws Exception {
        try (var server = server()) {
            var address = output.formatted(server.url().replace("http:", "https:"));
            var outcome = run(address + "?ca=server.crt&cert=client.crt&key=client.key");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err() + outcome.out()).doesNotContain("lost", "TLS");
            assertThat(server.lines()).isNotEmpty();
        }
    }

    @Test
    void isRefusedWithoutOne() throws Exception {
        try (var server = server()) {
            var address = server.url().replace("http:", "https:");
            var outcome = run("prometheus-rw=" + address + "/write?ca=server.crt");

            assertThat(outcome.err() + outcome.out()).contains("lost");
            assertThat(server.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ca=nowhere.crt | nowhere.crt: there is no such file",
                "ca=client.key | client.key: it holds no certificate",
                "cert=client.crt | client.crt: it holds no private key",
                "cert=server.crt&key=client.key | client.key: the private key does not belong"
            })
    void saysWhichFileIsWrong(String both) throws Exception {
        var parts = both.split(" \\| ", -1);
        var outcome = run("prometheus-rw=https://127.0.0.1:9/write?" + parts[0]);

        assertThat(outcome.err()).startsWith("spate: --out").contains(parts[1]);
        assertThat(outcome.exitCode()).isEqualTo(104);
    }
}
