package io.spate.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many users against nginx and nghttpd. */
@Timeout(60)
class Http2ServersTest {
    @TempDir private Path folder;
    private final Recorder recorder = new Recorder(new SeriesRegistry(1000));
    private final List<Process> servers = new ArrayList<>();
    private EventLoop loop;

    @BeforeEach
    void start() {
        loop = EventLoop.start("h2-test", NetOptions.DEFAULT);
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.close();
        for (Process server : servers) {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static String command(String name) {
        String path = System.getenv("PATH") + ":/usr/sbin:/sbin";
        return Arrays.stream(path.split(":"))
                .map(it -> new File(it, name))
                .filter(File::canExecute)
                .findFirst()
                .map(File::getPath)
                .orElse("");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(int port, String... command) throws Exception {
        assumeTrue(!command[0].isEmpty(), "not installed: nginx, nghttp2-server or openssl");
        var log = folder.resolve("server.log").toFile();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        Process server = process.start();
        servers.add(server);
        for (int i = 0; i < 100; i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                assertThat(server.isAlive()).as(Files.readString(log.toPath())).isTrue();
                Thread.sleep(50);
            }
        }
        throw new AssertionError("no server on port " + port);
    }

    private int[] nginx() throws Exception {
        int plain = freePort();
        int secure = freePort();
        String openssl = command("openssl");
        assumeTrue(!openssl.isEmpty(), "not installed: openssl");
        new ProcessBuilder(
                        (openssl
                                        + " req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out"
                                        + " cert.pem -days 2 -subj /CN=localhost")
                                .split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start()
                .waitFor();
        Files.writeString(folder.resolve("slow"), "x".repeat(100_000));
        Files.writeString(folder.resolve("large"), "y".repeat(5_000_000));
        Path conf = folder.resolve("nginx.conf");
        Files.writeString(conf, configuration(plain, secure));
        run(plain, command("nginx"), "-c", conf.toString());
        return new int[] {plain, secure};
    }

    private String configuration(int plain, int secure) {
        return """
            daemon off; pid %1$s/nginx.pid; error_log %1$s/error.log;
            worker_processes 1; user %4$s;
            events { worker_connections 1000; }
            http {
              access_log off; client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
              client_max_body_size 100m;
              server {
                listen 127.0.0.1:%2$d http2;
                listen 127.0.0.1:%3$d ssl http2;
                ssl_certificate %1$s/cert.pem; ssl_certificate_key %1$s/key.pem;
                http2_max_concurrent_streams 10;
                root %1$s;
                location = /hello { return 200 "hello $server_protocol"; }
                location = /upload { return 200 "enough"; }
                location = /few { keepalive_requests 7; return 200 "few"; }
                location = /slow { limit_rate 1000; }
              }
            }
            """
                .formatted(folder, plain, secure, System.getProperty("user.name"));
    }

    private static HttpOptions options(String base, int connections) {
        return new HttpOptions(base, Map.of(), Duration.ofSeconds(20), false, false)
                .withVersion(HttpVersion.HTTP_2, connections);
    }

    private void users(int count, HttpOptions options, Consumer<HttpClient> script)
            throws Exception {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        var clients = new AtomicReference<@Nullable HttpClients>();
        loop.startVirtualThread(
                        "make",
                        () -> clients.set(new HttpClients(loop, recorder, Tags.NONE, options)))
                .join();
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            users.add(
                    loop.startVirtualThread(
                            "user",
                            () -> {
                                try (var client =
                                        Objects.requireNonNull(clients.get()).newClient()) {
                                    script.accept(client);
                                } catch (RuntimeException | Error e) {
                                    thrown.compareAndSet(null, e);
                                }
                            }));
        }
        for (Thread user : users) {
            user.join();
        }
        if (thrown.get() != null) {
            throw new AssertionError(thrown.get());
        }
    }

    private static void isHello(HttpResponse response) {
        assertThat(response.error()).isEmpty();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("hello HTTP/2.0");
    }

    @Test
    void eachUserOnItsOwnConnectionOverPlainText() throws Exception {
        int[] ports = nginx();
        users(
                5,
                options("http://127.0.0.1:" + ports[0], 0),
                client -> {
                    for (int i = 0; i < 20; i++) {
                        isHello(client.request("GET", "/hello").send());
                    }
                });
        Tags tags =
                Bench.tags(recorder.handOver().drain(0, 1), BuiltinMetrics.HTTP_REQS).getFirst();
        assertThat(tags.get("proto")).isEqualTo("HTTP/2.0");
    }

    @Test
    void overTlsTheProtocolIsAgreedOn() throws Exception {
        int[] ports = nginx();
        String base = "https://localhost:" + ports[1];
        var auto = new HttpOptions(base, Map.of(), Duration.ofSeconds(20), false, false);
        users(3, auto, client -> isHello(client.request("GET", "/hello").send()));
        users(
                1,
                auto.withVersion(HttpVersion.HTTP_1_1, 0),
                client ->
                        assertThat(client.request("GET", "/hello").send().body())
                                .isEqualTo("hello HTTP/1.1"));
    }

    @Test
    void manyUsersShareFewConnectionsWithinTheServersLimit() throws Exception {
        int[] ports = nginx();
        AtomicInteger answers = new AtomicInteger();
        for (String base :
                List.of("http://127.0.0.1:" + ports[0], "https://localhost:" + ports[1])) {
            users(
                    50,
                    options(base, 2),
                    client -> {
                        for (int i = 0; i < 20; i++) {
                            isHello(client.request("GET", "/hello").send());
                            answers.incrementAndGet();
                        }
                    });
        }
        assertThat(answers).hasValue(2_000);
    }

    @Test
    void aConnectionThatTheServerGivesUpIsReplacedUnnoticed() throws Exception {
        int[] ports = nginx();
        users(
                10,
                options("http://127.0.0.1:" + ports[0], 1),
                client -> {
                    for (int i = 0; i < 10; i++) {
                        HttpResponse response = client.request("GET", "/few").send();
                        assertThat(response.error()).isEmpty();
                        assertThat(response.body()).isEqualTo("few");
                    }
                });
    }

    @Test
    void aRequestThatTakesTooLongLeavesTheOthersAlone() throws Exception {
        int[] ports = nginx();
        AtomicInteger turn = new AtomicInteger();
        users(
                6,
                options("http://127.0.0.1:" + ports[0], 1),
                client -> {
                    if (turn.getAndIncrement() % 2 == 0) {
                        HttpResponse late =
                                client.request("GET", "/slow")
                                        .timeout(Duration.ofMillis(300))
                                        .send();
                        assertThat(late.errorKind()).isEqualTo("timeout");
                    }
                    for (int i = 0; i < 100; i++) {
                        isHello(client.request("GET", "/hello").send());
                    }
                });
    }

    @Test
    void largeBodiesComeAndGoWhole() throws Exception {
        int[] ports = nginx();
        Path file = folder.resolve("upload.bin");
        Files.write(file, new byte[3_000_000]);
        users(
                4,
                options("http://127.0.0.1:" + ports[0], 1),
                client -> {
                    assertThat(client.request("GET", "/large").send().bytes()).hasSize(5_000_000);
                    AtomicInteger taken = new AtomicInteger();
                    client.request("GET", "/large")
                            .onBody(piece -> taken.addAndGet(piece.remaining()))
                            .send();
                    assertThat(taken).hasValue(5_000_000);
                    HttpResponse sent =
                            client.request("POST", "/upload").bodyFile(file, "a/b").send();
                    assertThat(sent.error()).isEmpty();
                    assertThat(sent.body()).isEqualTo("enough");
                });
    }

    private String nghttpd(String... flags) throws Exception {
        int port = freePort();
        Files.writeString(folder.resolve("index.html"), "home");
        List<String> command = new ArrayList<>();
        command.add(command("nghttpd"));
        command.addAll(List.of("--no-tls", "-a", "127.0.0.1", "-d", folder.toString()));
        command.addAll(List.of(flags));
        command.add(Integer.toString(port));
        run(port, command.toArray(String[]::new));
        return "http://127.0.0.1:" + port;
    }

    @Test
    void uploadsOfManyUsersComeBackAsTheyWere() throws Exception {
        String base = nghttpd("--echo-upload");
        byte[] bytes = new byte[1_500_000];
        new Random(7).nextBytes(bytes);
        Path file = folder.resolve("upload.bin");
        Files.write(file, bytes);
        users(
                6,
                options(base, 2),
                client -> {
                    HttpResponse echo = client.request("POST", "/").body(bytes, "a/b").send();
                    assertThat(echo.error()).isEmpty();
                    assertThat(echo.bytes()).isEqualTo(bytes);
                    echo = client.request("POST", "/").bodyFile(file, "a/b").send();
                    assertThat(echo.error()).isEmpty();
                    assertThat(echo.bytes()).isEqualTo(bytes);
                    // Its length is not known before, and nothing but the body is sent.
                    echo = client.request("POST", "/").bodyFile(file, "a/b").compressed().send();
                    assertThat(echo.error()).isEmpty();
                    assertThat(gunzipped(echo.bytes())).isEqualTo(bytes);
                });
    }

    private static byte[] gunzipped(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nghttpdAnswersWithTablesAndHuffmanCode() throws Exception {
        String base = nghttpd("--trailer", "x-checked: yes", "-b", "9");
        users(
                30,
                options(base, 2),
                client -> {
                    for (int i = 0; i < 50; i++) {
                        HttpResponse home = client.request("GET", "/").send();
                        assertThat(home.error()).isEmpty();
                        assertThat(home.body()).isEqualTo("home");
                        assertThat(home.header("Server").orElse("")).startsWith("nghttpd");
                        assertThat(client.request("GET", "/none?" + i).send().status())
                                .isEqualTo(404);
                    }
                });
    }

    @Test
    void aServerWithoutHttp2IsToldAsSuch() throws Exception {
        try (var listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform()
                    .daemon()
                    .start(
                            () -> {
                                try (Socket socket = listening.accept()) {
                                    byte[] answer = Bench.answer("400 Bad", "").getBytes(US_ASCII);
                                    socket.getOutputStream().write(answer);
                                } catch (IOException e) {
                                    // the client has hung up
                                }
                            });
            users(
                    1,
                    options("http://127.0.0.1:" + listening.getLocalPort(), 0),
                    client -> {
                        HttpResponse response = client.request("GET", "/").send();
                        assertThat(response.errorKind()).isEqualTo("protocol");
                        assertThat(response.error()).contains("SETTINGS");
                    });
        }
    }
}
