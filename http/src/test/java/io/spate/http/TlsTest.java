package io.spate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** HTTPS to a server whose certificate nobody has signed, over the loopback interface. */
@Timeout(60)
@ParameterizedClass
@EnumSource(value = NetOptions.Transport.class, mode = Mode.EXCLUDE, names = "AUTO")
class TlsTest {
    private final NetOptions.Transport transport;
    private static final String PASSWORD = "password";

    @TempDir private static Path directory;

    private static SSLContext context;

    TlsTest(NetOptions.Transport transport) {
        this.transport = transport;
    }

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = directory.resolve("key.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
    }

    /** Answers one request on each connection. */
    private static SSLServerSocket server() throws IOException {
        var listening =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            while (!listening.isClosed()) {
                                try (var socket = listening.accept()) {
                                    InputStream in = socket.getInputStream();
                                    if (in.read(new byte[4096]) > 0) {
                                        byte[] answer =
                                                Bench.answer("200 OK", "secret")
                                                        .getBytes(StandardCharsets.UTF_8);
                                        socket.getOutputStream().write(answer);
                                    }
                                } catch (IOException e) {
                                    // the client did not like the certificate
                                }
                            }
                        });
        return listening;
    }

    private Tags tagsOfARequest(boolean verifyTls) throws Exception {
        var recorder = new Recorder(new SeriesRegistry(100));
        try (SSLServerSocket server = server();
                EventLoop loop = Loops.start(transport)) {
            String base = "https://localhost:" + server.getLocalPort();
            var options = new HttpOptions(base, Map.of(), Duration.ofSeconds(20), verifyTls, false);
            loop.startVirtualThread(
                            "user",
                            () -> {
                                try (var client =
                                        new HttpClient(loop, recorder, Tags.NONE, options)) {
                                    client.request("GET", "/").send();
                                }
                            })
                    .join();
        }
        return Bench.tags(recorder.handOver().drain(0, 1), BuiltinMetrics.HTTP_REQS).getFirst();
    }

    @Test
    void aCertificateThatNobodySignedIsAnError() throws Exception {
        Tags tags = tagsOfARequest(true);
        assertThat(tags.get("status")).isEqualTo("0");
        assertThat(tags.get("error_code")).isEqualTo("1310");
        assertThat(tags.get("error")).isNotEmpty();
    }

    @Test
    void anyCertificateWillDoWhereNoneIsChecked() throws Exception {
        Tags tags = tagsOfARequest(false);
        assertThat(tags.get("status")).isEqualTo("200");
        assertThat(tags.get("tls_version")).isEqualTo("tls1.3");
    }
}
