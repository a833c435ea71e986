package io.spate.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.tls.TlsSettings;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** TLS against the JDK's server, with a certificate for localhost that only the test trusts. */
@ParameterizedClass
@MethodSource("all")
class TlsContractTest {
    private static final char[] PASSWORD = "password".toCharArray();
    @TempDir private static Path folder;
    private static SSLContext context;
    private static X509Certificate certificate;

    private final Mode mode;
    private final TlsSettings settings;
    private EventLoop loop;

    TlsContractTest(Mode mode, TlsSettings.Provider provider) {
        this.mode = mode;
        this.settings = TlsSettings.DEFAULT.withProvider(provider);
    }

    static Stream<Arguments> all() {
        return Mode.all()
                .flatMap(
                        mode ->
                                Stream.of(TlsSettings.Provider.OPENSSL, TlsSettings.Provider.JDK)
                                        .map(provider -> Arguments.of(mode, provider)));
    }

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("server.p12");
        if (!Files.exists(file)) {
            keytool(file);
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        certificate = (X509Certificate) store.getCertificate("server");
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
    }

    private static void keytool(Path file) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(
                List.of("-genkeypair -alias server -keyalg EC -dname CN=localhost".split(" ", -1)));
        command.addAll(
                List.of("-ext SAN=dns:localhost -storetype PKCS12 -storepass".split(" ", -1)));
        command.addAll(List.of(new String(PASSWORD), "-keystore", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).as(output).isZero();
    }

    @BeforeEach
    void start() {
        loop = mode.start(settings.withAuthorities(List.of(certificate)));
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private static TestServer server(String version, TestServer.Service service) throws Exception {
        SSLServerSocket listener =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        listener.setEnabledProtocols(new String[] {version});
        return TestServer.start(listener, service);
    }

    private static TestServer echo(String version) throws Exception {
        return server(version, s -> s.getInputStream().transferTo(s.getOutputStream()));
    }

    private static Endpoint endpoint(String host, TestServer server, boolean verify) {
        return new Endpoint(host, server.port(), Optional.of(new TlsOptions(verify)));
    }

    private static void exchange(Connection connection, byte[] sent) throws Exception {
        connection.write(sent, 0, sent.length);
        byte[] received = new byte[sent.length];
        int at = 0;
        while (at < received.length) {
            int count = connection.fill(Mode.soon());
            assertThat(count).isPositive();
            System.arraycopy(connection.buffer(), connection.position(), received, at, count);
            connection.consume(count);
            at += count;
        }
        assertThat(received).isEqualTo(sent);
    }

    private void echoes(String version, String name) throws Exception {
        byte[] large = new byte[200_000];
        new Random(2).nextBytes(large);
        try (TestServer server = echo(version)) {
            boolean done =
                    Mode.on(
                            loop,
                            () -> {
                                Endpoint endpoint = endpoint("localhost", server, true);
                                try (Connection c = loop.connect(endpoint, Mode.soon())) {
                                    assertThat(c.opening().tlsNanos()).isPositive();
                                    assertThat(c.opening().tlsVersion()).isEqualTo(name);
                                    exchange(c, "hello".getBytes(US_ASCII));
                                    exchange(c, large);
                                    assertThat(c.bytesOut()).isGreaterThan(large.length);
                                    assertThat(c.receivedNanos()).isGreaterThan(0);
                                    assertThat(c.isOpen()).isTrue();
                                }
                                return true;
                            });
            assertThat(done).isTrue();
        }
    }

    @Test
    void speaksTls13() throws Exception {
        echoes("TLSv1.3", "tls1.3");
    }

    @Test
    void speaksTls12() throws Exception {
        echoes("TLSv1.2", "tls1.2");
    }

    @Test
    void tellsTheProtocolThatTheServerChose() throws Exception {
        try (TestServer server = choosing("h2")) {
            assertThat(protocol(server, List.of("h2", "http/1.1"))).isEqualTo("h2");
        }
        try (TestServer server = choosing("http/1.1")) {
            assertThat(protocol(server, List.of("h2", "http/1.1"))).isEqualTo("http/1.1");
            assertThat(protocol(server, List.of())).isEmpty();
        }
    }

    private static TestServer choosing(String protocol) throws Exception {
        SSLServerSocket listener =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        listener.setSSLParameters(parameters);
        return TestServer.start(listener, s -> s.getInputStream().transferTo(s.getOutputStream()));
    }

    private String protocol(TestServer server, List<String> offered) throws Exception {
        Endpoint endpoint =
                new Endpoint(
                        "localhost", server.port(), Optional.of(new TlsOptions(true, offered)));
        return Mode.on(
                loop,
                () -> {
                    try (Connection c = loop.connect(endpoint, Mode.soon())) {
                        return c.opening().protocol();
                    }
                });
    }

    private NetException failure(Endpoint endpoint, long deadlineNanos) throws Exception {
        return Mode.on(
                loop,
                () -> {
                    try (Connection _ = loop.connect(endpoint, deadlineNanos)) {
                        throw new AssertionError("connected");
                    } catch (NetException e) {
                        return e;
                    }
                });
    }

    @Test
    void turnsDownACertificateOfAnUnknownAuthority() throws Exception {
        loop.close();
        loop = mode.start(settings);
        try (TestServer server = echo("TLSv1.3")) {
            NetException e = failure(endpoint("localhost", server, true), Mode.soon());
            assertThat(e.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
            assertThat(e)
                    .hasMessage(
                            "certificate of localhost:%d is not trusted: it was not issued by an"
                                    + " authority this machine knows",
                            server.port());
        }
    }

    @Test
    void turnsDownACertificateOfAnotherName() throws Exception {
        try (TestServer server = echo("TLSv1.3")) {
            NetException e = failure(endpoint("127.0.0.1", server, true), Mode.soon());
            assertThat(e.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
            assertThat(e).hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void takesAnyCertificateWhereNothingIsVerified() throws Exception {
        loop.close();
        loop = mode.start(settings);
        try (TestServer server = echo("TLSv1.3")) {
            boolean done =
                    Mode.on(
                            loop,
                            () -> {
                                Endpoint endpoint = endpoint("127.0.0.1", server, false);
                                try (Connection c = loop.connect(endpoint, Mode.soon())) {
                                    exchange(c, "x".getBytes(US_ASCII));
                                }
                                return true;
                            });
            assertThat(done).isTrue();
        }
    }

    @Test
    void namesAPeerThatDoesNotSpeakTls() throws Exception {
        try (TestServer server =
                TestServer.start(
                        s ->
                                s.getOutputStream()
                                        .write("HTTP/1.1 400\r\n\r\n".getBytes(US_ASCII)))) {
            NetException e = failure(endpoint("localhost", server, true), Mode.soon());
            assertThat(e.kind()).isEqualTo(Kind.TLS_FAILED);
            assertThat(e).hasMessageStartingWith("TLS handshake with localhost:");
        }
    }

    @Test
    void givesUpTheHandshakeAtTheDeadline() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (TestServer server = TestServer.start(_ -> done.await())) {
            NetException e = failure(endpoint("localhost", server, true), Mode.inMillis(50));
            assertThat(e.kind()).isEqualTo(Kind.CONNECT_TIMEOUT);
            done.countDown();
        }
    }

    @Test
    void tellsTheEndOfThePeer() throws Exception {
        try (TestServer server =
                server("TLSv1.3", s -> s.getOutputStream().write("bye".getBytes(US_ASCII)))) {
            int end =
                    Mode.on(
                            loop,
                            () -> {
                                Endpoint endpoint = endpoint("localhost", server, true);
                                try (Connection c = loop.connect(endpoint, Mode.soon())) {
                                    while (c.limit() - c.position() < 3) {
                                        assertThat(c.fill(Mode.soon())).isPositive();
                                    }
                                    int last = c.fill(Mode.soon());
                                    assertThat(c.isOpen()).isFalse();
                                    return last;
                                }
                            });
            assertThat(end).isEqualTo(-1);
        }
    }

    @Test
    void takesAnEndWithoutGoodbyeForAFailure() throws Exception {
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            SSLSocket tls =
                                    (SSLSocket)
                                            context.getSocketFactory()
                                                    .createSocket(socket, null, false);
                            tls.setUseClientMode(false);
                            tls.getOutputStream().write("bye".getBytes(US_ASCII));
                            socket.shutdownOutput();
                            socket.getInputStream().readAllBytes();
                        })) {
            NetException failure =
                    Mode.on(
                            loop,
                            () -> {
                                Endpoint endpoint = endpoint("localhost", server, true);
                                try (Connection c = loop.connect(endpoint, Mode.soon())) {
                                    while (c.fill(Mode.soon()) > 0) {
                                        c.consume(c.limit() - c.position());
                                    }
                                    throw new AssertionError("an orderly end");
                                } catch (NetException e) {
                                    return e;
                                }
                            });
            assertThat(failure.kind()).isEqualTo(Kind.CLOSED);
            assertThat(failure).hasMessageEndingWith("was closed without close_notify");
        }
    }

    @Test
    void tellsThePeerThatItCloses() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        try (TestServer server =
                server(
                        "TLSv1.3",
                        s -> {
                            InputStream in = s.getInputStream();
                            try {
                                end.complete(in.readAllBytes().length);
                            } catch (Exception e) {
                                end.completeExceptionally(e);
                            }
                        })) {
            Mode.on(
                    loop,
                    () -> {
                        Endpoint endpoint = endpoint("localhost", server, true);
                        try (Connection c = loop.connect(endpoint, Mode.soon())) {
                            c.write("last".getBytes(US_ASCII), 0, 4);
                        }
                        return true;
                    });
            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(4);
        }
    }
}
